"""Takes a block apart into what it says: decisions, results, tasks, and the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indexer.extraction.pages import Block, BlockKind
from indexer.structure.assignments import read_assignment
from indexer.structure.decisions import decision_confidence, is_empty_decision, is_undecided, is_vote
from indexer.structure.kinds import PassageKind, is_proposal, read_label
from indexer.structure.occasion import Occasion
from indexer.structure.results import result_confidence
from indexer.structure.sentences import sentences
from indexer.structure.tasks import TaskRow, read_task_table

#: From here on what was recognised is a fact; below, it is a proposal.
FACT = 0.5

#: How sure a label is.
LABELLED = 0.9
_IN_TABLE = 0.95

#: Kinds that a reader looks for by name.
FINDINGS = (PassageKind.DECISION, PassageKind.RESULT, PassageKind.TASK)


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch of a block that says one thing."""

    text: str
    #: None where it tells no kind by itself and its surroundings decide; INFORMATION where it is surely nothing else.
    kind: PassageKind | None = None
    confidence: float = 0.0
    #: The cells of a task that stands in a table.
    row: TaskRow | None = None
    #: What parts it from the saying before it: a blank, or the end of a line.
    gap: str = " "

    @property
    def is_finding(self) -> bool:
        """Whether it is a decision, result or task, and sure enough to be called a fact."""
        return self.kind in FINDINGS and self.confidence >= FACT


def sayings(block: Block, occasion: Occasion) -> Iterator[Saying]:
    """Yield what a block says, in its order and without losing a word; `occasion` is the meeting."""
    rows = read_task_table(block.rows) if block.kind is BlockKind.TABLE else ()
    if rows:
        yield from (Saying(row.text, PassageKind.TASK, _IN_TABLE, row, "\n") for row in rows)
    elif block.kind is BlockKind.TABLE:
        yield Saying(block.text)
    else:
        yield from _continued(saying for line in _lines(block.text) for saying in _of_line(line, occasion))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text; a label that stands alone takes along the line it speaks for."""
    held = ""
    for line in text.split("\n"):
        label = read_label(line)
        if label and not label.rest and not held:
            held = f"{line}\n"
            continue
        yield held + line
        held = ""
    if held:
        yield held.rstrip("\n")


def joined(parts: Iterable[Saying]) -> Iterator[Saying]:
    """Join neighbours that are no findings, so that a paragraph stays one."""
    held: Saying | None = None
    for part in parts:
        if held and not held.is_finding and not part.is_finding:
            held = replace(_appended(held, part), kind=_common(held, part))
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _common(one: Saying, other: Saying) -> PassageKind | None:
    return PassageKind.INFORMATION if PassageKind.INFORMATION in (one.kind, other.kind) else None


def _appended(held: Saying, part: Saying) -> Saying:
    return replace(held, text=f"{held.text}{part.gap}{part.text}")


def _of_line(line: str, occasion: Occasion) -> Iterator[Saying]:
    """Yield what one line says: a label speaks for the whole of it, else each sentence for itself."""
    if not line.strip():
        return
    if is_proposal(line):
        yield Saying(line, PassageKind.INFORMATION, LABELLED, gap="\n")
        return
    label = read_label(line)
    if label and label.rest:
        empty = label.kind is PassageKind.DECISION and is_empty_decision(label.rest)
        yield Saying(line, PassageKind.INFORMATION if empty else label.kind, LABELLED, gap="\n")
        return
    for place, sentence in enumerate(sentences(line)):
        yield replace(_of_sentence(sentence, occasion), gap=" " if place else "\n")


def _of_sentence(sentence: str, occasion: Occasion) -> Saying:
    """Weigh the kinds that a sentence without a label may be of."""
    if is_undecided(sentence):
        return Saying(sentence, PassageKind.INFORMATION, LABELLED)
    assignment = read_assignment(sentence, occasion)
    told = (
        (decision_confidence(sentence), PassageKind.DECISION),
        (result_confidence(sentence), PassageKind.RESULT),
        (assignment.confidence if assignment else 0.0, PassageKind.TASK),
    )
    confidence, kind = max(told, key=lambda each: each[0])
    return Saying(sentence, kind, confidence) if confidence else Saying(sentence)


def _continued(parts: Iterable[Saying]) -> Iterator[Saying]:
    """Add to a decision or result what carries it on: its vote, and where it opens its block, its reasons."""
    finished: list[Saying] = []
    for part in parts:
        if finished and _carries_on(finished[-1], part, opens=len(finished) == 1):
            finished[-1] = _appended(finished[-1], part)
        else:
            finished.append(part)
    yield from finished


def _carries_on(held: Saying, part: Saying, *, opens: bool) -> bool:
    if held.kind not in (PassageKind.DECISION, PassageKind.RESULT) or not held.is_finding:
        return False
    return is_vote(part.text) or ((opens or held.confidence == LABELLED) and part.kind is None)
