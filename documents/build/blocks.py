"""What a source's body consists of: blocks of runs, the same for every writer."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight and slope; a line break inside is a newline."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, perhaps numbered as an agenda item."""

    #: 1 = the document's title.
    level: int
    runs: Runs
    #: The agenda item's number, counted through the document; None without one.
    number: int | None = None

    @property
    def label(self) -> str:
        """The number as a reader sees it, e.g. "TOP 3: ", or nothing."""
        return "" if self.number is None else f"TOP {self.number}: "


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list with what is nested below it."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A bulleted or numbered list."""

    items: tuple[Item, ...]
    #: The first number; None for bullets.
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the header."""

    #: The header row; empty where the first column does its work.
    header: tuple[Runs, ...]
    #: The other rows.
    body: tuple[tuple[Runs, ...], ...]

    @property
    def rows(self) -> tuple[tuple[Runs, ...], ...]:
        """All rows that are shown; without a header the first column is in bold type."""
        if self.header:
            return (self.header, *self.body)
        return tuple((embolden(first), *others) for first, *others in self.body)


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set off."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A framed text beside the main text."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | Listing | Table | Quote | Box | PageBreak


def plain(runs: Runs) -> str:
    """Return the words of `runs` without weight and slope."""
    return "".join(run.text for run in runs)


def embolden(runs: Runs) -> Runs:
    """Return `runs` in bold type."""
    return tuple(replace(run, bold=True) for run in runs)
