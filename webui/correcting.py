"""What the page for correcting shows of each passage, and what its form says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.corrections import NOTHING_SAID, CorrectionEntry, Said
from archive.values import Description, meeting_day
from indexer.agreed import Agreed, agreed
from indexer.correcting import anchored, corrected
from indexer.passages import Passage
from indexer.search.presenting import unmarked
from indexer.structure.agreements import State, read_undeclared
from indexer.structure.due import read_due
from indexer.structure.kinds import PassageKind
from indexer.structure.personal.roles import without_names
from webui.i18n import mark
from webui.reading import Element, elements
from webui.services import services

#: Kinds whose passages say who is to do something, by when, and what became of it.
AGREEMENTS = frozenset({PassageKind.DECISION, PassageKind.TASK})

#: States that may be chosen.
STATES = (State.DECIDED, State.OPEN, State.DONE, State.DROPPED, State.UNDOCUMENTED)

#: Characters of a field; more is no role and no day.
LONGEST = 200

#: What the buttons of a form send.
SAVE, REJECT, TAKE_BACK, JOIN = "speichern", "ablehnen", "zuruecknehmen", "verbinden"


class UnreadableCorrectionError(Exception):
    """A form says something that cannot be kept; the advice, marked for translation, tells what to do."""

    def __init__(self, advice: str) -> None:
        super().__init__(advice)
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Correctable:
    """A passage with what its form is filled with."""

    passage: Passage
    elements: tuple[Element, ...]
    kind: PassageKind
    #: None where the passage is neither a decision nor a task.
    agreed: Agreed | None
    #: Who and by when, to be put right or confirmed.
    who: str
    due: str
    correction: CorrectionEntry | None


@dataclass(frozen=True, slots=True)
class Correctables:
    """Everything of a document that can be corrected."""

    passages: tuple[Correctable, ...]
    #: Corrections whose passage the document no longer has.
    lost: tuple[CorrectionEntry, ...]


def correctables(document: Description) -> Correctables:
    """Return the passages of a document that have words, in reading order."""
    said = services().archive.corrections.of(document.code)
    # What was said a moment ago holds, even if the document has not been indexed since.
    passages = corrected(services().texts.passages(document.code), said)
    found = anchored(passages, said)
    texts = [each.text for each in passages]
    shown = (_correctable(each, document, found.by_passage.get(each.id), texts) for each in passages)
    return Correctables(tuple(each for each in shown if each.elements), found.lost)


def said_by(form: Mapping[str, str], document: Description, passage: Passage) -> Said:
    """Return what a form says of a passage.

    Raises:
        UnreadableCorrectionError: It says nothing that can be kept.
    """
    deed = form.get("tun", SAVE)
    if deed == TAKE_BACK:
        return NOTHING_SAID
    if deed == REJECT:
        return Said(PassageKind.AGENDA_ITEM if passage.agenda_item else PassageKind.INFORMATION)
    kind, state = form.get("art", ""), form.get("stand", "")
    if kind not in set(PassageKind) or state not in {"", *STATES}:
        raise UnreadableCorrectionError(mark("Bitte wählen Sie Art und Stand aus den Listen aus."))
    who, due = (" ".join(form.get(name, "").split()) for name in ("wer", "bis"))
    if max(len(who), len(due)) > LONGEST:
        raise UnreadableCorrectionError(mark("Bitte kürzen Sie „Wer“ und „Bis wann“ auf höchstens 200 Zeichen."))
    if PassageKind(kind) not in AGREEMENTS:
        return Said(kind)
    read = read_due(due, meeting_day(document))
    return Said(kind, who, due, read.day if read else None, state)


def is_finding(kind: PassageKind) -> bool:
    """Tell whether a passage of a kind says more than that something was talked about, and so can be rejected."""
    return kind not in (PassageKind.INFORMATION, PassageKind.AGENDA_ITEM)


def counts(passages: Iterable[Correctable]) -> dict[PassageKind, int]:
    """Return how many passages of each kind there are."""
    kinds = [each.kind for each in passages]
    return {kind: kinds.count(kind) for kind in PassageKind if kind in kinds}


def _correctable(
    passage: Passage, document: Description, correction: CorrectionEntry | None, texts: Sequence[str]
) -> Correctable:
    said = correction.said.kind if correction else ""
    kind = PassageKind(said) if said else passage.kind
    shown = agreed(passage, meeting_day(document), correction.said if correction else None)
    # What a passage that sounds like a task says of it spares typing where it becomes one.
    likely = shown or read_undeclared(passage.text, meeting_day(document))
    who, due = (likely.who, likely.due.wording if likely.due else "") if likely else ("", "")
    role = without_names(who, texts)
    return Correctable(passage, elements(passage.text, unmarked), kind, shown, role, due, correction)
