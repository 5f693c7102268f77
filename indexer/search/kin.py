"""Finds terms of the same family: "Information" for "informieren", "Spaziergang" for "spazieren".

Stems of one family begin alike where no ending says so. Like a field of character n-grams (McNamee & Mayfield,
Character N-Gram Tokenization for European Language Text Retrieval, 2004) this finds derivations, and needs no room in
the index.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from indexer.index.view import IndexView

#: Terms that begin with fewer letters alike are mostly strangers; 4–6 ranked the same.
SHORTEST_ROOT = 5

#: The letters alike are at least this share of the longer term.
LEAST_ALIKE = 0.5

#: So many of the likest count; all of them ranked no better.
MOST_KIN = 10


@dataclass(frozen=True, slots=True)
class Kin:
    """A term of the same family."""

    term: str
    #: Share of the letters of the longer term that both begin with.
    alike: float


def kin(view: IndexView, field: str, term: str) -> tuple[Kin, ...]:
    """Return the terms of a field that are likest to a term and stand where the view shows it, the likest first."""
    if len(term) < SHORTEST_ROOT or not term.isalpha():
        return ()
    root = term[:SHORTEST_ROOT]
    others = {other for segment in view.segments for other in segment.terms_beginning(field, root)} - {term}
    likest = sorted(_like(term, others), key=lambda each: (-each.alike, each.term))
    return tuple(islice((each for each in likest if len(view.postings(field, each.term).ids)), MOST_KIN))


def _like(term: str, others: set[str]) -> Iterator[Kin]:
    for other in others:
        alike = _common(term, other) / max(len(term), len(other))
        if alike >= LEAST_ALIKE:
            yield Kin(other, alike)


def _common(term: str, other: str) -> int:
    """Return how many letters both begin with."""
    letters = enumerate(zip(term, other, strict=False))
    return next((place for place, (one, another) in letters if one != another), min(len(term), len(other)))
