"""A word under treatment that still knows where each of its letters came from."""

from typing import NamedTuple, Self


class Traced(NamedTuple):
    """A changed word with the place of every letter in the unchanged one.

    Attributes:
        text: the word as it is now.
        places: for each letter its offset in the source, and after them the end: one more than there are letters.
    """

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> Self:
        """Trace a word that has not been changed yet."""
        return cls(source, tuple(range(len(source) + 1)))

    @property
    def start(self) -> int:
        """Offset of the first letter in the source."""
        return self.places[0]

    @property
    def end(self) -> int:
        """Offset after the last letter in the source."""
        return self.places[-1]

    def lower(self) -> Self:
        """Return the word in lower case, letter by letter: "İ" stays one letter, unlike with `str.lower`."""
        lowered = self.text.lower()
        if len(lowered) != len(self.text) or "ς" in lowered:
            lowered = "".join(letter.lower()[0] for letter in self.text)
        return type(self)(lowered, self.places)

    def cut(self, begin: int, end: int) -> Self:
        """Return the letters from begin to end; the gap of a letter dropped at the end is not part of them."""
        return type(self)(self.text[begin:end], self.places[begin : end + 1])

    def replace(self, begin: int, end: int, letters: str) -> Self:
        """Return the word with other letters in place of those from begin to end, never more than there were."""
        places = self.places
        if len(letters) != end - begin:
            places = places[: begin + len(letters)] + places[end:]
        return type(self)(self.text[:begin] + letters + self.text[end:], places)
