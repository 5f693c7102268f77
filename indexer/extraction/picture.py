"""Pictures of pages as people know them, with the places of their words."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple


class Rectangle(NamedTuple):
    """A place on a page, in shares of its width and height from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word where it stands on a page."""

    #: Without the hyphen that only the end of a line put into it.
    text: str
    #: One for each line it stands on.
    places: tuple[Rectangle, ...]
    #: Whether a line, and not only a space, ends after it.
    ends_line: bool


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it is printed."""

    #: Pixels.
    width: int
    height: int
    #: In the order of the page's text; none where the text lies in the picture.
    words: tuple[PlacedWord, ...]
    #: WebP.
    image: bytes


def encode_frame(picture: PagePicture) -> bytes:
    """Write all but the image as JSON in UTF-8."""
    words = [asdict(word) for word in picture.words]
    return json.dumps({"width": picture.width, "height": picture.height, "words": words}).encode()


def decode_frame(message: bytes, image: bytes) -> PagePicture:
    """Make a picture of its image and of what `encode_frame` wrote."""
    fields: dict[str, Any] = json.loads(message)
    return PagePicture(int(fields["width"]), int(fields["height"]), words_of(fields["words"]), image)


def words_of(fields: Iterable[dict[str, Any]]) -> tuple[PlacedWord, ...]:
    """Make words of what `asdict` made of them."""
    return tuple(map(_word, fields))


def _word(fields: dict[str, Any]) -> PlacedWord:
    places = tuple(Rectangle(*map(float, place)) for place in fields["places"])
    return PlacedWord(str(fields["text"]), places, bool(fields["ends_line"]))
