"""The pieces of a query as they were typed, and which of them name something that is known."""

import re
from collections.abc import Iterable, Iterator

from indexer.analysis.normalise import normalise
from indexer.search.expressions.expression import Expression
from indexer.search.query import LONGEST_QUERY, OPERATORS

#: So many pieces of a query are looked at one by one; more are a pasted text.
MOST_PIECES = 12

#: A phrase, a word, or several with OR between them.
_PIECE = re.compile(r'(?:-?"[^"]*"|\S+)(?:\s+(?:OR|ODER)\s+(?:-?"[^"]*"|\S+))*')
#: A piece without the marks around it.
_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)

Stretch = tuple[int, int]


def pieces(query: str) -> list[str]:
    """Return the first pieces of a query, without operators that join nothing."""
    return [found.group() for found in _found(_text(query))]


def recognised_pieces(query: str, recognised: Iterable[Expression]) -> frozenset[str]:
    """Return the pieces of a query that were recognised as names."""
    text = _text(query)
    return _within(text, [stretch for each in recognised for stretch in _stretches(text, each.typed)])


def _text(query: str) -> str:
    return normalise(query[:LONGEST_QUERY])


def _found(text: str) -> list[re.Match[str]]:
    return [found for found in _PIECE.finditer(text) if found.group() not in OPERATORS][:MOST_PIECES]


def _stretches(text: str, typed: str) -> Iterator[Stretch]:
    """Yield where some words stand in a text, whatever the gaps between them."""
    for found in re.finditer(r"\s+".join(map(re.escape, typed.split())), text):
        yield found.span()


def _within(text: str, stretches: Iterable[Stretch]) -> frozenset[str]:
    """Return the pieces of a text of which every letter stands in one of some stretches."""
    known = tuple(stretches)
    cores = ((found.group(), _CORE.search(text, *found.span())) for found in _found(text))
    return frozenset(piece for piece, core in cores if core and any(_is_inside(core, stretch) for stretch in known))


def _is_inside(core: re.Match[str], stretch: Stretch) -> bool:
    return stretch[0] <= core.start() and core.end() <= stretch[1]
