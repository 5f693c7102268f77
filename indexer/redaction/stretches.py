"""What stands on a page after a redaction: the words that stay, and what stands in the place of the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.extraction.picture import PlacedWord, Rectangle
from indexer.redaction.substitutions import BLACKENED, Replaced, Substitutions


@dataclass(frozen=True, slots=True)
class Stretch:
    """A word as it shall be read, or what stands in the place of words that go together."""

    text: str
    #: One for each line it stands on.
    places: tuple[Rectangle, ...]
    is_replaced: bool = False
    #: Whether nothing may be read in its place.
    is_black: bool = False
    #: What stands right before and behind what went: "(", ","; it has no letters.
    before: str = ""
    after: str = ""

    @property
    def whole(self) -> str:
        """The text with what stands around it."""
        return self.before + self.text + self.after


def stretches(words: Sequence[PlacedWord], substitutions: Substitutions) -> Iterator[Stretch]:
    """Yield what stands on a page, in the order of its text.

    Args:
        words: The page's as it was.
        substitutions: What must go.
    """
    text = "".join(word.text + ("\n" if word.ends_line else " ") for word in words)
    gone, start = list(substitutions.places(text)), 0
    for run, touching in _runs(words, gone):
        end = start + sum(len(word.text) + 1 for word in run) - 1
        places = tuple(place for word in run for place in word.places)
        if touching:
            before, after = _marks(text[start : touching[0].start]), _marks(text[touching[-1].end : end])
            is_black = all(place.by == BLACKENED for place in touching)
            said = _instead(text, touching)
            yield Stretch(said, tuple(_lines(places)), is_replaced=True, is_black=is_black, before=before, after=after)
        else:
            yield Stretch(run[0].text, places)
        start = end + 1


def _runs(words: Iterable[PlacedWord], gone: Sequence[Replaced]) -> Iterator[tuple[list[PlacedWord], list[Replaced]]]:
    """Yield words that go together with what takes their place, and each other word by itself."""
    run, reached, start = list[PlacedWord](), list[Replaced](), 0
    for word in words:
        end = start + len(word.text)
        touching = [place for place in gone if place.start < end and start < place.end]
        if run and not (reached and touching and reached[-1] == touching[0]):
            yield run, reached
            run, reached = [], []
        run.append(word)
        reached += [place for place in touching if place not in reached]
        start = end + 1
    if run:
        yield run, reached


def _instead(text: str, touching: Sequence[Replaced]) -> str:
    """Return what stands in the place of words that go together, most often one name."""
    said = touching[0].by
    for former, place in pairwise(touching):
        said += (_marks(text[former.end : place.start]) or " ") + place.by
    return said


def _marks(text: str) -> str:
    """Return punctuation, or nothing where letters would tell what was taken out beside them."""
    return "" if any(letter.isalnum() for letter in text) else text.strip()


def _lines(places: Iterable[Rectangle]) -> Iterator[Rectangle]:
    """Join the places that follow one another on a line."""
    joined: Rectangle | None = None
    for place in places:
        if joined and place.left >= joined.left and place.top < joined.bottom and joined.top < place.bottom:
            top, bottom = min(joined.top, place.top), max(joined.bottom, place.bottom)
            joined = Rectangle(joined.left, top, max(joined.right, place.right), bottom)
        else:
            if joined:
                yield joined
            joined = place
    if joined:
        yield joined
