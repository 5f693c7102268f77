"""Paints over what went from the picture of a page: black, or white with what stands in its place."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PIL import Image, ImageDraw

from indexer.extraction.picture import Rectangle
from indexer.redaction.lettering import Lettering
from indexer.redaction.stretches import Stretch

#: Pixels. A role is written as large as the line it stands in, within these.
_SMALLEST, _LARGEST = 13, 28
#: A role is made so much narrower at most; one that is longer still stands at the page's foot.
_NARROWEST = 0.85
#: What is darker, of 255, is no empty paper.
_PAPER = 225
#: Pixels between a role and what follows on the line.
_GAP = 6
#: Punctuation around what is blackened takes no more of its width than this.
_MOST_MARKS = 0.5
#: Pixels of the notes at a page's foot.
_NOTE, _MARGIN = 18, 60


class _Box(NamedTuple):
    """Pixels of a picture."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def size(self) -> int:
        """How large letters are in it."""
        return min(max(self.bottom - self.top - 4, _SMALLEST), _LARGEST)


def paint(image: Image.Image, stretches: Iterable[Stretch], letters: Lettering) -> Image.Image:
    """Return the picture of a page on which nothing that went is seen.

    A role that is too long for its place is marked there and written at the foot, for which the page grows longer.

    Args:
        image: RGB; it is painted on.
        stretches: What stands on the page.
        letters: Writes.
    """
    replaced = [
        (each, boxes) for each in stretches if each.is_replaced and (boxes := [_box(at, image) for at in each.places])
    ]
    # What is black must not lie over a role that reaches into the paper beside it: all is covered, then written.
    for stretch, boxes in replaced:
        _cover(image, boxes, "black" if stretch.is_black else "white")
    writing = _Writing(image, letters)
    for stretch, boxes in sorted(replaced, key=lambda each: not each[0].is_black):
        writing.write(stretch, boxes)
    return writing.with_notes()


def _cover(image: Image.Image, boxes: Iterable[_Box], colour: str) -> None:
    draw = ImageDraw.Draw(image)
    for box in boxes:
        draw.rectangle(box, fill=colour)


def _box(place: Rectangle, image: Image.Image) -> _Box:
    left, top = math.floor(place.left * image.width) - 1, math.floor(place.top * image.height) - 1
    return _Box(left, top, math.ceil(place.right * image.width) + 1, math.ceil(place.bottom * image.height) + 1)


@dataclass(frozen=True, slots=True)
class _Writing:
    """Writes on a page that is covered where something went."""

    image: Image.Image
    letters: Lettering
    #: Roles at the foot, in the order of their numbers.
    notes: list[str] = field(default_factory=list)

    def write(self, stretch: Stretch, boxes: Sequence[_Box]) -> None:
        """Write what stands in a place that is covered, or around it."""
        if stretch.is_black:
            self._marks(stretch, boxes)
        else:
            self._role(stretch, max(boxes, key=lambda box: box.width))

    def _marks(self, stretch: Stretch, boxes: Sequence[_Box]) -> None:
        """Write the punctuation around what is blackened, on paper of its own: no old ink is left."""
        for marks, box, side in ((stretch.before, boxes[0], "left"), (stretch.after, boxes[-1], "right")):
            width = self.letters.width(marks, box.size) + 4
            if marks and width <= box.width * _MOST_MARKS:
                left = box.left if side == "left" else box.right - width + 1
                _cover(self.image, [_Box(left, box.top, left + width - 1, box.bottom)], "white")
                self._put(self.letters.line(marks, box.size), left + 2, box)

    def _role(self, stretch: Stretch, box: _Box) -> None:
        """Write a role into its place and the empty paper behind it, or a mark there and the role among the notes."""
        room = self._room(box)
        line = next(self._lines(stretch.whole, box.size, room), None)
        if line is None:
            if stretch.text not in self.notes:
                self.notes.append(stretch.text)
            mark = f"{stretch.before}{self.notes.index(stretch.text) + 1}){stretch.after}"
            line = next(self._lines(mark, box.size, room), self.letters.line(mark, _SMALLEST))
        self._put(line, box.left + 1, box)

    def with_notes(self) -> Image.Image:
        """Return the page with its notes."""
        if not self.notes:
            return self.image
        width, height = self.image.size
        longer = Image.new("RGB", (width, height + (len(self.notes) + 1) * 2 * _NOTE), "white")
        longer.paste(self.image)
        ImageDraw.Draw(longer).line((_MARGIN, height, width // 3, height), fill="black")
        for number, note in enumerate(self.notes, 1):
            line = next(self._lines(f"{number}) {note}", _NOTE, width - 2 * _MARGIN), None)
            line = line or self.letters.line(f"{number}) {note}", _SMALLEST)
            longer.paste(line, (_MARGIN, height + (number * 2 - 1) * _NOTE))
        return longer

    def _room(self, box: _Box) -> int:
        """Return how many pixels there are from the left of a place to the next ink on its line."""
        right, margin = min(box.right + 1, self.image.width), self.image.width - _MARGIN
        if right >= margin:
            return box.width
        behind = self.image.crop((right, max(box.top, 0), margin, box.bottom)).convert("L")
        ink = behind.point([255] * _PAPER + [0] * (256 - _PAPER)).getbbox()
        return max(right + (ink[0] if ink else behind.width) - _GAP, box.right) - box.left

    def _lines(self, text: str, size: int, room: int) -> Iterator[Image.Image]:
        """Yield a line as large as fits, or made narrower; nothing where nobody could read it."""
        fitting = (each for each in range(size, _SMALLEST - 1, -1) if self.letters.width(text, each) <= room)
        line = self.letters.line(text, next(fitting, _SMALLEST))
        if line.width <= room:
            yield line
        elif room >= line.width * _NARROWEST:
            yield line.resize((room, line.height), Image.Resampling.LANCZOS)

    def _put(self, line: Image.Image, left: int, box: _Box) -> None:
        self.image.paste(line, (left, (box.top + box.bottom - line.height) // 2))
