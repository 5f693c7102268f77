"""The lines of a PDF page with their place and look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from indexer.extraction.pdf.letters import Letters
from indexer.extraction.pdf.repair import repair

#: A gap wider than so many letter heights parts two columns; in justified text gaps stay below one.
CELL_GAP = 1.5
#: Points by which the gaps of a justified line differ.
JUSTIFIED = 0.5

#: pdfium ends a line with CR LF, and with U+FFFE where a hyphen stood at the line's end.
_LINE = re.compile(r"([^\r\n\ufffe]*)(\r\n|\r|\n|\ufffe|$)")
_SPACES = re.compile(r"\s+")
#: What a gap may follow inside a cell: a bullet, a number or a label.
_LABEL = re.compile(r"(?:\W|\w{1,3}[.)]|[\d.]+|.*:)\Z")


@dataclass(frozen=True, slots=True, eq=False)
class Bookmark:
    """An entry of a document's outline."""

    #: Without case, spaces, punctuation and number.
    title: str
    #: Counted from 1.
    level: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a line between wide gaps."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed; places in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    #: Height of its letters in points.
    size: float
    bold: bool = False
    #: The parts between wide gaps; one where there is no such gap.
    cells: tuple[Cell, ...] = ()
    #: The bookmark that was made of this line, if it is a heading with one.
    bookmark: Bookmark | None = None

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.bottom + self.size


def read_lines(letters: Letters) -> list[Line]:
    """Return a page's lines in the order in which the file draws them."""
    lines = (_line(letters, start, end, hyphen) for start, end, hyphen in _spans(letters.text))
    return [line for line in lines if line.text]


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each line without its outer spaces, and the hyphen pdfium left out."""
    for match in _LINE.finditer(text):
        body = match.group(1)
        if stripped := body.strip():
            start = match.start() + body.index(stripped)
            yield start, start + len(stripped), "-" if match.group(2) == "\ufffe" else ""


def _line(letters: Letters, start: int, end: int, hyphen: str) -> Line:
    """Look at a line's first, middle and last letter, and at its gaps."""
    text = letters.text[start:end]
    middle = start + len(text[: len(text) // 2 + 1].rstrip()) - 1
    places = (start, middle, end - 1)
    boxes = [letters.box(place) for place in places]
    size = median(box.top - box.bottom for box in boxes)
    return Line(
        repair(text + hyphen),
        boxes[0].left,
        boxes[-1].right,
        boxes[-1].bottom,
        size,
        all(letters.is_bold(place) for place in places),
        _cells(letters, start, end, size * CELL_GAP),
    )


def _cells(letters: Letters, start: int, end: int, gap: float) -> tuple[Cell, ...]:
    """Part a line at its wide gaps, but not behind a label, nor where the line is justified."""
    cells: list[Cell] = []
    gaps = [(match, _width(letters, match)) for match in _SPACES.finditer(letters.text, start, end)]
    for match, width in [] if _are_justified([width for _, width in gaps]) else gaps:
        if width > gap and not _LABEL.match(letters.text, start, match.start()):
            cells.append(_cell(letters, start, match.start()))
            start = match.end()
    return (*cells, _cell(letters, start, end))


def _are_justified(widths: list[float]) -> bool:
    """Tell whether several gaps are of one width."""
    return len(widths) > 1 and max(widths) - min(widths) < JUSTIFIED


def _cell(letters: Letters, start: int, end: int) -> Cell:
    """Make a cell of a part of the text."""
    return Cell(repair(letters.text[start:end]), letters.box(start).left, letters.box(end - 1).right)


def _width(letters: Letters, spaces: re.Match[str]) -> float:
    """Return the distance between the letters around some spaces."""
    return letters.box(spaces.end()).left - letters.box(spaces.start() - 1).right
