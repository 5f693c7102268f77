"""The entries of the glossary, read from a file that is edited by hand."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

#: What is delivered.
DELIVERED = Path(__file__).parent / "glossary.toml"


class Origin(StrEnum):
    """Where it was taken from what a term stands for; explanations are always our own."""

    PROGRAMME = "programme"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One meaning of a term."""

    term: str
    #: What an abbreviation stands for, or "".
    long: str
    #: Other ways to write or say it.
    also: tuple[str, ...]
    origin: Origin
    #: One or two sentences, in German and in English.
    de: str
    en: str

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called."""
        return tuple(name for name in (self.term, self.long, *self.also) if name)


@dataclass(frozen=True, slots=True)
class GlossaryAnswer:
    """An entry that answers a query."""

    entry: GlossaryEntry
    #: What to search for to find what is meant.
    query: str
    #: Number of passages the reader would find so.
    passages: int


def read_entries(path: Path = DELIVERED) -> tuple[GlossaryEntry, ...]:
    """Read the entries of a file, in its order."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["entry"]
    return tuple(
        GlossaryEntry(
            row["term"],
            row.get("long", ""),
            tuple(row.get("also", ())),
            Origin(row["origin"]),
            row["de"],
            row["en"],
        )
        for row in rows
    )
