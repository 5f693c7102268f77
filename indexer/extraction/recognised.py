"""What tesseract tells of a picture: lines of words with their places, as its TSV says.

Source of the format: tesseract's manual, "TSV output" (level, page, block, paragraph, line, word, left, top, width,
height in pixels, confidence, text; level 1 is the page, level 5 a word).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from indexer.extraction.hyphens import join_lines
from indexer.extraction.pdf.repair import repair
from indexer.extraction.picture import PlacedWord, Rectangle

_COLUMNS = 12
_PAGE, _WORD = "1", "5"


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A line in a picture."""

    words: tuple[PlacedWord, ...]
    #: Number of the block and paragraph it stands in.
    paragraph: tuple[str, str]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)


def recognised_lines(tsv: str) -> tuple[RecognisedLine, ...]:
    """Read the lines that have words.

    Raises:
        ValueError: It is not what tesseract writes.
    """
    rows = [row.split("\t") for row in tsv.splitlines()]
    rows = [row for row in rows if len(row) == _COLUMNS]
    size = next(((int(row[8]), int(row[9])) for row in rows if row[0] == _PAGE), None)
    if size is None:
        raise ValueError("tesseract says nothing of the picture's size.")
    words = (row for row in rows if row[0] == _WORD and row[11].strip())
    grouped = groupby(words, key=lambda row: (row[2], row[3], row[4]))
    return tuple(RecognisedLine(tuple(_words(line, *size)), (block, part)) for (block, part, _), line in grouped)


def spaced(lines: Iterable[RecognisedLine]) -> Iterator[str]:
    """Yield the texts of lines, with an empty one between two paragraphs."""
    for number, (_, paragraph) in enumerate(groupby(lines, key=lambda line: line.paragraph)):
        if number:
            yield ""
        yield from (repair(line.text) for line in paragraph)


def placed(lines: Iterable[RecognisedLine]) -> tuple[PlacedWord, ...]:
    """Return the words of lines; one that a line's end has parted is one word in two places."""
    words: list[PlacedWord] = []
    for line in lines:
        first, *rest = line.words
        if words and " " not in join_lines(words[-1].text, first.text):
            first = _joined(words.pop(), first)
        words += [first, *rest]
    return tuple(words)


def _joined(upper: PlacedWord, lower: PlacedWord) -> PlacedWord:
    return replace(lower, text=join_lines(upper.text, lower.text), places=(*upper.places, *lower.places))


def _words(rows: Iterable[list[str]], across: int, down: int) -> Iterator[PlacedWord]:
    """Yield the words of a line; the last of them ends it."""
    line = list(rows)
    for number, row in enumerate(line, start=1):
        left, top, width, height = map(int, row[6:10])
        place = Rectangle(left / across, top / down, (left + width) / across, (top + height) / down)
        yield PlacedWord(repair(row[11]), (place,), ends_line=number == len(line))
