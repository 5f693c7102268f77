"""Which words give way to what, wherever they stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

#: Stands where words were taken out without a role in their place.
BLACKENED = "[geschwärzt]"
#: Words read out of tables and lists are parted by these.
_PARTS = re.compile(r"\n|\s\|\s|;")
#: Nothing shorter is taken out by itself: single letters stand everywhere.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Substitution:
    """A wording, and what stands in its place."""

    words: str
    #: A role, e.g. "Projektleitung Standort Gotha", or `BLACKENED`.
    by: str = BLACKENED


class Replaced(NamedTuple):
    """A place in a text."""

    start: int
    end: int
    by: str


@dataclass(frozen=True)
class Substitutions:
    """Several substitutions, made together; the longest wording goes first, whatever case it is written in."""

    all: tuple[Substitution, ...]

    @classmethod
    def of(cls, chosen: Iterable[Substitution]) -> "Substitutions":
        """Return substitutions of which each is of one line: lists are taken apart into what stands on them."""
        apart = [Substitution(" ".join(part.split()), each.by) for each in chosen for part in _PARTS.split(each.words)]
        return cls(tuple(each for each in apart if len(each.words) >= SHORTEST))

    def places(self, text: str) -> Iterator[Replaced]:
        """Yield where the wordings stand in a text, also over the end of a line."""
        if self.all:
            for found in self._pattern.finditer(text):
                yield Replaced(*found.span(), self.all[int((found.lastgroup or "_0")[1:])].by)

    def apply(self, text: str) -> str:
        """Return a text with the substitutions made."""
        made, at = [], 0
        for place in self.places(text):
            made += [text[at : place.start], place.by]
            at = place.end
        return "".join([*made, text[at:]])

    def leave(self, text: str) -> bool:
        """Tell whether one of the wordings is left in a text, also if the spaces in it are gone."""
        joined = ["".join(each.words.split()).casefold() for each in self.all if " " in each.words]
        folded = text.casefold()
        return any(True for _ in self.places(text)) or any(each in folded for each in joined)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(enumerate(self.all), key=lambda each: len(each[1].words), reverse=True)
        return re.compile("|".join(f"(?P<_{at}>{_flexible(each.words)})" for at, each in longest), re.IGNORECASE)


def _flexible(words: str) -> str:
    """Return a pattern for a wording as a whole: it may be parted by any space, and stands within no other word."""
    inner = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<!\w)" if words[0].isalnum() else ""
    # "Frau Musters Vorschlag": the genitive goes, too.
    after = r"(?:['’]?s)?(?!\w)" if words[-1].isalnum() else ""
    return f"{before}{inner}{after}"
