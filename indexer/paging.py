"""Tells on which printed page each passage of an office file begins, by the words of both."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

#: Words that are looked for together: three in a row stand rarely twice within a page.
RUN = 3
#: Runs at the beginning of a passage that are asked where it begins.
ASKED = 12
#: Words by which two runs may disagree on where a passage begins: a heading or a page number stands between.
TOLERANCE = 6

_WORD = re.compile(r"\w+")

Run = tuple[str, ...]


def pages_of(texts: Iterable[str], pages: Sequence[str]) -> tuple[int, ...]:
    """Return for each text the number of the page, counted from 1, on which it begins.

    Texts that are found nowhere stand where the one before them does.

    Args:
        texts: Of passages, in reading order.
        pages: Texts of the pages, in their order.
    """
    words, ends = [], []
    for page in pages:
        words += _words(page)
        ends.append(len(words))
    places = _places(words)
    found, start, expected = [], 0, 0
    for text in texts:
        own = _words(text)
        begins = _start(own, places, expected)
        if begins is not None:
            start, expected = begins, begins + len(own)
        found.append(min(bisect_left(ends, start + 1), max(len(pages) - 1, 0)) + 1)
    return tuple(found)


def spans_of(starts: Sequence[int], last: int) -> Iterator[range]:
    """Yield the pages on which each passage may stand: from where it begins to where the next one does."""
    for start, following in pairwise((*starts, last)):
        yield range(start, max(start, following) + 1)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _places(words: Sequence[str]) -> Mapping[Run, Sequence[int]]:
    """Return where every run of so many words or fewer begins."""
    places: defaultdict[Run, list[int]] = defaultdict(list)
    for length in range(1, RUN + 1):
        for place in range(len(words) - length + 1):
            places[tuple(words[place : place + length])].append(place)
    return places


def _start(words: Sequence[str], places: Mapping[Run, Sequence[int]], expected: int) -> int | None:
    """Return where most of a text's first runs say that it begins; of equal places the one nearest to where it should.

    A place before that is taken only where there is none behind it.
    """
    length = min(RUN, len(words))
    runs = [tuple(words[at : at + length]) for at in range(min(ASKED, len(words) - length + 1))] if words else []
    votes: Counter[int] = Counter()
    for at, run in enumerate(runs):
        for start in {(place - at) // TOLERANCE for place in places.get(run, ())}:
            votes[start] += 1
    if not votes:
        return None
    most = max(votes.values())
    best = {start for start, count in votes.items() if count == most}
    exact = {place - at for at, run in enumerate(runs) for place in places.get(run, ())}
    there = (start for start in exact if start // TOLERANCE in best)
    return max(min(there, key=lambda start: (start < expected, abs(start - expected))), 0)
