"""What a reader looks for, found among the words of a page's picture."""

from collections.abc import Iterable, Iterator

from indexer.extraction.picture import PlacedWord, Rectangle
from webui.reading import Marker


def marked_places(words: Iterable[PlacedWord], marker: Marker) -> tuple[Rectangle, ...]:
    """Return the places of the words that a marker marks, whole words even where only a part of one is marked.

    The words are read together, for what is looked for may be several words or one that a line's end has parted.
    """
    shown = list(words)
    text = "".join(word.text + ("\n" if word.ends_line else " ") for word in shown)
    marked = list(_marked(text, marker))
    return tuple(
        place
        for word, is_marked in zip(shown, _touched(shown, marked), strict=True)
        if is_marked
        for place in word.places
    )


def _marked(text: str, marker: Marker) -> Iterator[tuple[int, int]]:
    """Yield where marked parts of a text begin and end."""
    start = 0
    for part in marker(text):
        end = start + len(part.text)
        if part.matched:
            yield start, end
        start = end


def _touched(words: Iterable[PlacedWord], marked: list[tuple[int, int]]) -> Iterator[bool]:
    """Tell of each word whether something marked reaches into it; both stand in the order of the text."""
    start, next_mark = 0, 0
    for word in words:
        end = start + len(word.text)
        while next_mark < len(marked) and marked[next_mark][1] <= start:
            next_mark += 1
        yield next_mark < len(marked) and marked[next_mark][0] < end
        start = end + 1
