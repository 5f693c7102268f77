"""Ways on where nothing was found: what each word finds alone, and what finds something instead."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.umlaut import fold_digraphs
from indexer.search.correction import Corrector
from indexer.search.expressions.expression import Expression
from indexer.search.expressions.words import bare
from indexer.search.pieces import pieces, recognised_pieces
from indexer.search.query import has_idle_star
from indexer.search.request import SearchRequest
from indexer.search.vocabulary import Vocabulary

#: So many similar words are offered for one.
MOST_SIMILAR = 3
#: So many letters at least, and this share of a word, a similar one begins with.
FEWEST_SHARED, SHARED = 4, 0.6

_WORD = re.compile(r"[^\W\d_]+")


class WayKind(StrEnum):
    """What a way changes."""

    WITHOUT_WORD = "without_word"
    WITHOUT_FILTER = "without_filter"
    WITHOUT_FILTERS = "without_filters"
    #: Words in any form and order in place of an exact phrase.
    ANY_FORM = "any_form"
    CORRECTED = "corrected"
    #: The parts of a compound as words of their own.
    PARTS = "parts"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Way:
    """Another request that finds something."""

    kind: WayKind
    #: What is left out or taken instead; of a filter, its facet.
    what: str
    request: SearchRequest
    #: How many it finds.
    documents: int


@dataclass(frozen=True, slots=True)
class WordCount:
    """What a piece of a query finds alone, in documents."""

    typed: str
    #: Without any filter.
    documents: int
    #: Under the filters of the request.
    filtered: int

    @property
    def has_idle_star(self) -> bool:
        """Whether it finds nothing because its star begins no words."""
        return not self.documents and has_idle_star(self.typed)


@dataclass(frozen=True, slots=True)
class WaysOn:
    """What helps where nothing was found."""

    words: tuple[WordCount, ...]
    ways: tuple[Way, ...]
    #: Whether the query has a word, or leaves one out; stop words and marks ask for nothing.
    asks_something: bool = True


NOWHERE = WaysOn((), ())


@dataclass(frozen=True, slots=True)
class Guide:
    """Looks for ways on in one view."""

    german: GermanAnalysis
    corrector: Corrector
    #: Returns how many documents a request finds.
    count: Callable[[SearchRequest], int]
    #: Terms that make a question of a subject and say little about it.
    fillers: frozenset[str] = frozenset()
    #: Words of the query, in small letters, that only put its question.
    putting: frozenset[str] = frozenset()

    def ways_on(self, request: SearchRequest, recognised: Iterable[Expression] = ()) -> WaysOn:
        """Return what each word of a request finds, and the requests near it that find something, each once."""
        typed = pieces(request.query)
        understood = self._understood(request.query, recognised)
        said = [piece for piece in typed if self._says_something(piece)]
        counted = [self._counted(request, piece) for piece in said]
        words = tuple(each for each in counted if each.documents or each.typed not in understood)
        dead = [each.typed for each in words if not each.documents]
        unfiltered = _unfiltered(request)
        tried = (
            *self._filters(request),
            *self._rewordings(request, typed, dead),
            *self._omissions(request, typed, (dead, *([piece] for piece in said))),
            *(self._rewordings(unfiltered, typed, dead) if request.is_filtered() else ()),
        )
        found = [replace(way, documents=self.count(way.request)) for way in _different(tried)]
        asks = any(self._says_something(piece.removeprefix("-")) for piece in typed)
        return WaysOn(words, tuple(way for way in found if way.documents), asks)

    def unfound(self, request: SearchRequest, recognised: Iterable[Expression] = ()) -> tuple[str, ...]:
        """Return the pieces of a request that find nothing anywhere, as they were typed.

        Those that were recognised as a name, or only put the question, were understood, and nobody needs to find them.
        """
        understood = self._understood(request.query, recognised)
        said = (piece for piece in pieces(request.query) if self._says_something(piece) and piece not in understood)
        return tuple(piece for piece in said if not self.count(replace(_unfiltered(request), query=piece)))

    def _understood(self, query: str, recognised: Iterable[Expression]) -> frozenset[str]:
        named = recognised_pieces(query, recognised)
        putting = self._putting(query)
        is_asked = any(self._says_something(piece) and piece not in putting for piece in pieces(query))
        # Of a query that is nothing but such words each is what is looked for.
        return named | putting if is_asked else named

    def _putting(self, query: str) -> frozenset[str]:
        """Return the pieces of a query that put its question, fillers among them."""
        return frozenset(each for each in pieces(query) if bare(each) in self.putting or self._is_filler(each))

    def _is_filler(self, piece: str) -> bool:
        terms = {token.term for token in self.german.tokens(piece)}
        return bool(terms) and '"' not in piece and terms <= self.fillers

    def _says_something(self, piece: str) -> bool:
        if piece.startswith("-"):
            return False
        return any(map(str.isalnum, piece)) if '"' in piece else bool(self.german.tokens(piece))

    def _counted(self, request: SearchRequest, piece: str) -> WordCount:
        everywhere = self.count(replace(_unfiltered(request), query=piece))
        filtered = self.count(replace(request, query=piece)) if request.is_filtered() else everywhere
        return WordCount(piece, everywhere, filtered)

    def _filters(self, request: SearchRequest) -> Iterator[Way]:
        chosen = {facet: values for facet, values in request.filters.items() if values}
        for facet in chosen if len(chosen) > 1 else ():
            left = {name: values for name, values in chosen.items() if name != facet}
            yield Way(WayKind.WITHOUT_FILTER, facet, replace(request, filters=left), 0)
        if request.is_filtered():
            yield Way(WayKind.WITHOUT_FILTERS, "", _unfiltered(request), 0)

    def _rewordings(self, request: SearchRequest, typed: list[str], dead: list[str]) -> Iterator[Way]:
        """Yield the request with a word that finds nothing put otherwise."""
        for piece in dead:
            for kind, wording in self._wordings(piece):
                query = " ".join(wording if each == piece else each for each in typed)
                yield Way(kind, wording, replace(request, query=query), 0)

    def _wordings(self, piece: str) -> Iterator[tuple[WayKind, str]]:
        if '"' in piece:
            yield WayKind.ANY_FORM, piece.replace('"', " ").strip()
            return
        if not _WORD.fullmatch(piece):
            return
        nearest = self.corrector.nearest(piece) if self.corrector.may_be_misspelt(piece) else None
        if nearest:
            yield WayKind.CORRECTED, nearest
        # Where nobody wrote the right word either, its parts are left.
        parts = self.german.separate(nearest or piece)
        if len(parts) > 1:
            yield WayKind.PARTS, " ".join(parts)
        for similar in self._similar(piece):
            yield WayKind.SIMILAR, similar

    def _similar(self, word: str) -> list[str]:
        letters = fold_digraphs(word.lower())
        shared = letters[: max(FEWEST_SHARED, round(len(letters) * SHARED))]
        terms = Vocabulary(self.corrector.view).beginning(shared, MOST_SIMILAR)
        return list(self.corrector.written_forms.of(term for term in terms if term != letters).values())

    def _omissions(self, request: SearchRequest, typed: list[str], omitted: Iterable[list[str]]) -> Iterator[Way]:
        """Yield the request without some of its pieces, for each of several choices, where something is still asked."""
        putting = self._putting(request.query)
        for left_out in omitted:
            left = [piece for piece in typed if piece not in left_out]
            if left != typed and any(self._says_something(piece) and piece not in putting for piece in left):
                yield Way(WayKind.WITHOUT_WORD, " ".join(left_out), replace(request, query=" ".join(left)), 0)


def _unfiltered(request: SearchRequest) -> SearchRequest:
    return replace(request, filters={}, excluded={})


def _different(ways: Iterable[Way]) -> Iterator[Way]:
    """Yield the first of the ways that lead to the same request."""
    seen: list[SearchRequest] = []
    for way in ways:
        if way.request not in seen:
            seen.append(way.request)
            yield way
