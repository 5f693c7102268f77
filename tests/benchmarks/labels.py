"""Labelled documents: what people found in them, by page, character range and type.

Labels name a file by its checksum; the texts are read from the files. The form of a label and the guide by which they
were made stand beside them, in tests/labels/README.md.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.media import identify
from indexer.extraction.extract import extract
from indexer.extraction.pages import Page
from indexer.structure.wording import folded

LABELS = Path(__file__).parents[1] / "labels"
SAMPLES = Path(__file__).parents[2] / "documents" / "holdings"

TYPES = ("place", "agenda", "decision", "task", "prose_task")


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch of text; who is to do it and until when, where the label says so."""

    page: int
    text: str
    owner: str | None
    due: str | None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document and its labels."""

    path: Path
    record: Mapping[str, Any]

    @property
    def held_out(self) -> bool:
        """Whether rules are written without looking at this document: every one whose checksum is odd."""
        return int(self.record["sha256"], 16) % 2 == 1

    @property
    def date(self) -> list[str] | None:
        """The first and last day of the meeting (ISO), if the document states them."""
        return list(self.record["date"]) if self.record["date"] else None

    @property
    def labelled(self) -> list[str]:
        """What was looked for when the document was labelled."""
        return list(self.record["labelled"])

    def read(self) -> Sequence[Page]:
        """Extract the document."""
        return extract(self.path, identify(self.path, self.path.name)).pages

    def marks(self, pages: Sequence[Page]) -> dict[str, list[Mark]]:
        """Return the labelled stretches of text by their type.

        Raises:
            LookupError: A page no longer holds a labelled text.
        """
        marks: dict[str, list[Mark]] = {kind: [] for kind in TYPES}
        for label in self.record["labels"]:
            text = _text(pages[label["page"] - 1].text, label)
            owner, due = (text[slice(*label[part])] if part in label else None for part in ("owner", "due"))
            marks[label["type"]].append(Mark(label["page"], text, owner, due))
        return marks


def labelled(name: str, folder: Path) -> Iterator[Labelled]:
    """Yield the documents of a file of labels, which are found in the folder by their checksums."""
    files = {
        hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted(folder.rglob("*")) if path.is_file()
    }
    for record in json.loads((LABELS / name).read_text("utf-8")):
        yield Labelled(files[record["sha256"]], record)


def reference_folder() -> Path | None:
    """Return the folder of the reference documents, or None where none is named."""
    folder = os.environ.get("WISSENSARCHIV_REFERENCE")
    return Path(folder) / "documents" if folder else None


def alike(one: str, other: str) -> float:
    """Return the F1 measure of the words of two texts."""
    words, others = Counter(folded(one)), Counter(folded(other))
    shared = sum((words & others).values())
    return 2 * shared / (sum(words.values()) + sum(others.values())) if shared else 0.0


def _text(page: str, label: Mapping[str, Any]) -> str:
    """Return the text of a label, wherever the page has it now."""
    length = label["end"] - label["start"]
    places = [label["start"], *range(len(page) - length + 1)]
    for start in places:
        text = page[start : start + length]
        if hashlib.blake2b(text.encode(), digest_size=4).hexdigest() == label["digest"]:
            return text
    raise LookupError(f"Page {label['page']} no longer holds the labelled text of {label['type']} at {label['start']}.")
