"""The lines of a PDF page with their place and look."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from indexer.extraction.pdf.letters import Letters
from indexer.extraction.pdf.repair import repair

#: A gap wider than so many sizes of the type parts two columns; in justified text gaps stay below one.
CELL_GAP = 1.3
#: A gap wider than this is more than a space between words, and parts two columns where one is known to begin.
PIECE_GAP = 0.5
#: Points below which type has no size: some files shrink it to nothing.
SMALLEST = 0.1
#: Sizes of the type by which the gaps of a justified line differ, …
JUSTIFIED = 0.12
#: … and up to which they are widened.
WIDEST_JUSTIFIED = 3.0

#: pdfium ends a line with CR LF, and with U+FFFE where a hyphen stood at the line's end.
_LINE = re.compile(r"([^\r\n\ufffe]*)(\r\n|\r|\n|\ufffe|$)")
_SPACES = re.compile(r"\s+")
#: What a gap may follow inside a cell: a label, …
_LABEL = re.compile(r".*:\Z")
#: … and at the beginning of a line a bullet or a number.
_MARKER = re.compile(r"(?:\W|\w{1,3}[.)]|[\d.]+)\Z")

#: Spaces of a line.
Gap = re.Match[str]
#: Spaces, and their width in sizes of the type.
Width = tuple[Gap, float]


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
    #: The line its letters stand on.
    bottom: float
    #: Size of its type in points.
    size: float
    bold: bool = False
    #: The parts between wide gaps; one where there is no such gap.
    cells: tuple[Cell, ...] = ()
    #: The parts between all gaps that are wider than a space.
    pieces: tuple[Cell, ...] = ()
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
    size = max(median(box.size for box in boxes), SMALLEST)
    gaps = _gaps(letters, start, end, size)
    return Line(
        repair(text + hyphen),
        boxes[0].left,
        boxes[-1].right,
        boxes[-1].baseline,
        size,
        all(letters.is_bold(place) for place in places),
        tuple(_parts(letters, start, end, hyphen, _between_cells(gaps, start))),
        tuple(_parts(letters, start, end, hyphen, [gap for gap, _ in gaps])),
    )


def _gaps(letters: Letters, start: int, end: int, size: float) -> list[Width]:
    """Return the gaps of a line that are wider than a space."""
    gaps = ((gap, _width(letters, gap)) for gap in _SPACES.finditer(letters.text, start, end))
    return [(gap, width / size) for gap, width in gaps if width > size * PIECE_GAP]


def _between_cells(gaps: list[Width], start: int) -> Iterator[Gap]:
    """Yield the wide gaps of a line that part its cells: none behind a marker or label, nor where it is justified."""
    first = start
    marked = [gap for gap, _ in gaps[:1] if _MARKER.match(gap.string, start, gap.start())]
    between_words = [width for gap, width in gaps if gap not in marked]
    for gap, width in [] if are_even(between_words) else gaps:
        is_marked = start == first and gap in marked
        if width > CELL_GAP and not is_marked and not _LABEL.match(gap.string, start, gap.start()):
            yield gap
            start = gap.end()


def are_even(widths: list[float]) -> bool:
    """Tell whether several gaps, in sizes of the type, are such as a justified line has."""
    return len(widths) > 1 and max(widths) - min(widths) < JUSTIFIED and max(widths) < WIDEST_JUSTIFIED


def _parts(letters: Letters, start: int, end: int, hyphen: str, gaps: Iterable[Gap]) -> Iterator[Cell]:
    """Yield the parts of a line between some gaps."""
    for gap in gaps:
        yield _cell(letters, start, gap.start(), "")
        start = gap.end()
    yield _cell(letters, start, end, hyphen)


def _cell(letters: Letters, start: int, end: int, hyphen: str) -> Cell:
    """Make a cell of a part of the text."""
    return Cell(repair(letters.text[start:end] + hyphen), letters.box(start).left, letters.box(end - 1).right)


def _width(letters: Letters, spaces: Gap) -> float:
    """Return the distance between the letters around some spaces."""
    return letters.box(spaces.end()).left - letters.box(spaces.start() - 1).right
