"""Measures how well minutes are understood: `python -m tests.benchmarks.minutes` prints the table.

Labels name a file by its checksum and what stands in it by page, character range and type; the texts are read from
the files. "prose tasks" are those that no label, arrow, list or due date marks; they count as proposals, and are
reported apart. Reference documents (not included) are read from the folder that WISSENSARCHIV_REFERENCE names.
"""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.media import identify
from indexer.extraction.extract import extract
from indexer.extraction.pages import Page
from indexer.structure.headings import apart
from indexer.structure.minutes import Minutes, read_minutes
from indexer.structure.wording import folded

LABELS = Path(__file__).parents[1] / "labels"
SAMPLES = Path(__file__).parents[2] / "documents" / "holdings"

#: From this F1 of their words on, two texts on one page are the same item.
SAME = 0.6
#: From here on what was found is a fact; below it is a proposal, which is not counted.
FACT = 0.5

Marked = tuple[int, str]


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


def figures(labels: str, folder: Path, *, held_out: bool | None = None) -> Figures:
    """Measure the documents of a file of labels; with `held_out`, only those that are, or are not, held out."""
    files = {
        hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted(folder.rglob("*")) if path.is_file()
    }
    found = Figures()
    for record in json.loads((LABELS / labels).read_text("utf-8")):
        if held_out is not None and record["held_out"] is not held_out:
            continue
        path = files[record["sha256"]]
        pages = extract(path, identify(path, path.name)).pages
        _count(found, record, pages)
    return found


def _count(found: Figures, record: Mapping[str, Any], pages: Sequence[Page]) -> None:
    """Add one document to the figures."""
    minutes, marks = read_minutes(pages), _marks(record, pages)
    found.documents += 1
    _count_value(found.of("date"), is_right=_day(minutes) == record["date"])
    if "place" in record["labelled"]:
        place = minutes.header.place
        _count_value(found.of("place"), is_right=bool(place and _alike(place.value, marks["place"][0][1]) >= SAME))
    if "agenda" in record["labelled"]:
        _count_titles(found.of("agenda items"), marks["agenda"], minutes)
    _count_items(found.of("decisions"), marks["decision"], [], _decisions(minutes))
    _count_items(found.of("tasks"), marks["task"], marks["prose_task"], _tasks(minutes, FACT))
    _count_items(found.of("prose tasks"), marks["prose_task"], marks["task"], _tasks(minutes, 0.0))


def _marks(record: Mapping[str, Any], pages: Sequence[Page]) -> dict[str, list[Marked]]:
    """Return the labelled stretches of text by their type."""
    marks: dict[str, list[Marked]] = {kind: [] for kind in ("place", "agenda", "decision", "task", "prose_task")}
    for label in record["labels"]:
        text = _text(pages[label["page"] - 1].text, label)
        marks[label["type"]].append((label["page"], text))
    return marks


def _text(page: str, label: Mapping[str, Any]) -> str:
    """Return the text of a label, wherever the page has it now."""
    length = label["end"] - label["start"]
    places = [label["start"], *range(len(page) - length + 1)]
    for start in places:
        text = page[start : start + length]
        if hashlib.blake2b(text.encode(), digest_size=4).hexdigest() == label["digest"]:
            return text
    raise LookupError(f"Page {label['page']} no longer holds the labelled text of {label['type']} at {label['start']}.")


def _day(minutes: Minutes) -> list[str] | None:
    days = minutes.header.days
    return [day.isoformat() for day in days.value] if days else None


def _decisions(minutes: Minutes) -> list[tuple[int, tuple[str, ...]]]:
    return [(each.page, (each.text, each.evidence)) for each in minutes.decisions if each.confidence >= FACT]


def _tasks(minutes: Minutes, least: float) -> list[tuple[int, tuple[str, ...]]]:
    return [
        (each.page, (each.what, f"{each.what} {each.who or ''} {each.due_wording or ''}"))
        for each in minutes.tasks
        if each.confidence >= least
    ]


def _count_value(score: Score, *, is_right: bool) -> None:
    score.labels += 1
    score.findings += 1
    score.hits += is_right
    score.right += is_right


def _count_titles(score: Score, marks: Iterable[Marked], minutes: Minutes) -> None:
    """Compare the titles of agenda items, each once."""
    wanted = Counter(_title(text) for _, text in marks)
    given = Counter(folded(item.title) for item in minutes.agenda_items if item.confidence >= FACT)
    both = sum((wanted & given).values())
    score.labels += sum(wanted.values())
    score.findings += sum(given.values())
    score.hits += both
    score.right += both


def _title(text: str) -> tuple[str, ...]:
    return folded(apart(re.sub(r"^\W+", "", " ".join(text.split())))[1])


def _count_items(
    score: Score, marks: list[Marked], tolerated: list[Marked], items: list[tuple[int, tuple[str, ...]]]
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


def _match(page: int, texts: tuple[str, ...], marks: Iterable[Marked]) -> Marked | None:
    """Return the mark on the page that is most alike, if it is alike enough."""
    likely = [(max(_alike(text, mark[1]) for text in texts), mark) for mark in marks if mark[0] == page]
    best = max(likely, key=lambda each: each[0], default=(0.0, None))
    return best[1] if best[0] >= SAME else None


def _alike(one: str, other: str) -> float:
    """Return the F1 measure of the words of two texts."""
    words, others = Counter(folded(one)), Counter(folded(other))
    shared = sum((words & others).values())
    return 2 * shared / (sum(words.values()) + sum(others.values())) if shared else 0.0


def reference_folder() -> Path | None:
    """Return the folder of the reference documents, or None where none is named."""
    folder = os.environ.get("WISSENSARCHIV_REFERENCE")
    return Path(folder) / "documents" if folder else None


def sets() -> Iterator[tuple[str, str, Path]]:
    """Yield the name, labels and folder of each set of documents at hand."""
    yield "samples", "samples.json", SAMPLES
    folder = reference_folder()
    if folder:
        yield "reference", "minutes.json", folder


def main() -> None:
    """Measure and print the table."""
    print(f"{'':24}{'':16}{'labels':>8}{'recall':>8}{'precision':>11}")  # noqa: T201 - what it is for
    for name, labels, folder in sets():
        for part, held_out in (("", None), (", held out", True)):
            found = figures(labels, folder, held_out=held_out)
            for kind, score in found.scores.items():
                title = f"{name}{part} ({found.documents})"
                print(f"{title:24}{kind:16}{score.labels:8}{score.recall:8.2f}{score.precision:11.2f}")  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
