"""Measures how well minutes are understood: `python -m tests.benchmarks.minutes` prints the table.

"prose tasks" are those that no label, arrow, list or due date marks; they count as proposals, and are reported apart.
"owners" and "due dates" are those of the labelled tasks that were found. Half of the documents are held out, by their
checksum: rules are written while looking at the other half.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from indexer.extraction.pages import Page
from indexer.structure.headings import apart
from indexer.structure.minutes import Minutes, Task, read_minutes
from indexer.structure.wording import folded
from tests.benchmarks.labels import SAMPLES, Labelled, Mark, alike, labelled, reference_folder

#: From this F1 of their words on, two texts on one page are the same item.
SAME = 0.6
#: From here on what was found is a fact; below it is a proposal, which is not counted.
FACT = 0.5


@dataclass
class Score:
    """How many of the labels were found, and how many of the findings are right."""

    labels: int = 0
    hits: int = 0
    findings: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """The share of labels that were found."""
        return self.hits / self.labels if self.labels else 1.0

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        return self.right / self.findings if self.findings else 1.0


@dataclass
class Figures:
    """The scores of a set of documents, by what was looked for."""

    documents: int = 0
    scores: dict[str, Score] = field(default_factory=dict)

    def of(self, name: str) -> Score:
        """Return the score of one kind of finding."""
        return self.scores.setdefault(name, Score())


def figures(documents: Iterable[Labelled]) -> Figures:
    """Measure labelled documents."""
    found = Figures()
    for document in documents:
        _count(found, document, document.read())
    return found


def _count(found: Figures, document: Labelled, pages: Sequence[Page]) -> None:
    """Add one document to the figures."""
    minutes, marks = read_minutes(pages), document.marks(pages)
    found.documents += 1
    _count_value(found.of("date"), is_right=_day(minutes) == document.date)
    if "place" in document.labelled:
        place = minutes.header.place
        _count_value(found.of("place"), is_right=bool(place and alike(place.value, marks["place"][0].text) >= SAME))
    if "agenda" in document.labelled:
        _count_titles(found.of("agenda items"), marks["agenda"], minutes)
    _count_items(found.of("decisions"), marks["decision"], [], _decisions(minutes))
    _count_items(found.of("tasks"), marks["task"], marks["prose_task"], _tasks(minutes, FACT))
    _count_items(found.of("prose tasks"), marks["prose_task"], marks["task"], _tasks(minutes, 0.0))
    for mark, task in _pairs(minutes.tasks, [*marks["task"], *marks["prose_task"]]):
        if mark.owner:
            _count_value(found.of("owners"), is_right=alike(task.who or "", mark.owner) >= SAME)
        if mark.due:
            _count_value(found.of("due dates"), is_right=alike(task.due_wording or "", mark.due) >= SAME)


def _day(minutes: Minutes) -> list[str] | None:
    days = minutes.header.days
    return [day.isoformat() for day in days.value] if days else None


def _decisions(minutes: Minutes) -> list[tuple[int, tuple[str, ...]]]:
    return [(each.page, (each.text, each.evidence)) for each in minutes.decisions if each.confidence >= FACT]


def _tasks(minutes: Minutes, least: float) -> list[tuple[int, tuple[str, ...]]]:
    return [(each.page, _wordings(each)) for each in minutes.tasks if each.confidence >= least]


def _wordings(task: Task) -> tuple[str, ...]:
    return task.what, f"{task.what} {task.who or ''} {task.due_wording or ''}"


def _pairs(tasks: Iterable[Task], marks: list[Mark]) -> Iterator[tuple[Mark, Task]]:
    """Yield the labels with the tasks found for them."""
    for task in tasks:
        mark = _match(task.page, _wordings(task), marks)
        if mark is not None:
            yield mark, task


def _count_value(score: Score, *, is_right: bool) -> None:
    score.labels += 1
    score.findings += 1
    score.hits += is_right
    score.right += is_right


def _count_titles(score: Score, marks: Iterable[Mark], minutes: Minutes) -> None:
    """Compare the titles of agenda items, each once."""
    wanted = Counter(_title(mark.text) for mark in marks)
    given = Counter(folded(item.title) for item in minutes.agenda_items if item.confidence >= FACT)
    both = sum((wanted & given).values())
    score.labels += sum(wanted.values())
    score.findings += sum(given.values())
    score.hits += both
    score.right += both


def _title(text: str) -> tuple[str, ...]:
    return folded(apart(re.sub(r"^\W+", "", " ".join(text.split())))[1])


def _count_items(
    score: Score, marks: list[Mark], tolerated: list[Mark], items: list[tuple[int, tuple[str, ...]]]
) -> None:
    """Match findings with labels, each once; a finding that matches a tolerated label is not counted at all."""
    open_marks = list(marks)
    score.labels += len(marks)
    for page, texts in items:
        match = _match(page, texts, open_marks)
        if match is not None:
            open_marks.remove(match)
            score.hits += 1
            score.right += 1
        score.findings += match is not None or _match(page, texts, tolerated) is None


def _match(page: int, texts: tuple[str, ...], marks: Iterable[Mark]) -> Mark | None:
    """Return the mark on the page that is most alike, if it is alike enough."""
    likely = [(max(alike(text, mark.text) for text in texts), mark) for mark in marks if mark.page == page]
    best = max(likely, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] >= SAME else None


def sets() -> Iterator[tuple[str, list[Labelled]]]:
    """Yield the sets of labelled documents at hand by their name."""
    samples = list(labelled("samples.json", SAMPLES))
    yield "samples", samples
    folder = reference_folder()
    if folder:
        reference = list(labelled("minutes.json", folder))
        yield "reference", reference
        yield "reference, seen", [each for each in reference if not each.held_out]
        yield "reference, held out", [each for each in reference if each.held_out]
        yield "together", list(chain(samples, reference))


def main() -> None:
    """Measure and print the table."""
    print(f"{'':28}{'':16}{'labels':>8}{'recall':>8}{'precision':>11}")  # noqa: T201 - what it is for
    for name, documents in sets():
        found = figures(documents)
        for kind, score in found.scores.items():
            title = f"{name} ({found.documents})"
            print(f"{title:28}{kind:16}{score.labels:8}{score.recall:8.2f}{score.precision:11.2f}")  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
