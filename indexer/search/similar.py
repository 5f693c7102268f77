"""More like this: documents and passages that share the words which set one apart."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.analysis.tokens import Token
from indexer.index.state import Floats
from indexer.index.view import IndexView
from indexer.passages import Passage
from indexer.search.forms import whole_word
from indexer.search.ranking import rarity

#: The field whose words are compared.
FIELD = "body"
#: So many words of a text are compared: the next ones add little, and take as long.
MOST_TERMS = 25
#: Words that set a text apart stand in at least two of its kind and in no more than this share of all passages.
LARGEST_SHARE = 0.2
#: What shares fewer words, or less than this part of their weight, is like it by chance.
FEWEST_SHARED, LEAST = 3, 0.15
#: So many words are named that two texts share.
NAMED = 4

#: Returns the terms of a text.
Terms = Callable[[str], Iterable[str]]
#: Returns the tokens of a text that say one of some terms.
Saying = Callable[[str, frozenset[str]], list[Token]]
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class SimilarDocument:
    """A document that is like another."""

    #: Its reference code.
    document: str
    #: Words that set both apart, as the other one writes them, the rarest first.
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SimilarPassage:
    """A passage that is like another."""

    passage: Passage
    #: As of documents.
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Finds what is like a text in one view; the document of the text itself is never among it."""

    view: IndexView
    terms: Terms
    saying: Saying

    def documents(self, document: str, passages: Iterable[Passage], most: int) -> tuple[SimilarDocument, ...]:
        """Return the documents most like one, the most alike first.

        Each is weighed by the words of the one that it has, and a long one less: it has more words by chance.
        """
        own = list(passages)
        weights = self._weights(own)
        had = {term: np.unique(self.view.groups(self._ids(term))) for term in weights}
        lengths = np.bincount(self.view.groups(np.flatnonzero(self.view.live).astype(np.int32)))
        best = self._best(had, weights, np.log2(1.0 + lengths).astype(np.float32))
        found = ((self.view.documents[place], shared) for place, shared in best)
        others = ((code, shared) for code, shared in found if code != document)
        return tuple(SimilarDocument(code, self._written(shared, own)) for code, shared in _first(others, most))

    def passages(self, passage: Passage, most: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Return the numbers of the passages most like one, with the words they share, one of each document."""
        weights = self._weights([passage])
        had = {term: self._ids(term) for term in weights}
        best = self._best(had, weights, np.ones(self.view.size, np.float32))
        seen = {passage.document}
        found = []
        for number, shared in best:
            document = self.view.documents[int(self.view.groups(np.array([number], np.int32))[0])]
            if document not in seen:
                seen.add(document)
                found.append((number, self._written(shared, [passage])))
            if len(found) == most:
                break
        return tuple(found)

    def _ids(self, term: str) -> NDArray[np.int32]:
        return self.view.postings(FIELD, term).ids

    def _weights(self, passages: list[Passage]) -> Weights:
        """Return the words that set some passages apart, by how often they stand there and how rare they are."""
        counts = Counter(term for passage in passages for term in set(self.terms(passage.text)) if term.isalpha())
        weighed = {}
        frequencies = self.view.frequencies(FIELD, list(counts)).tolist()
        for (term, count), frequency in zip(counts.items(), frequencies, strict=True):
            if count < frequency <= max(2, self.view.count * LARGEST_SHARE):
                weighed[term] = (1 + math.log(count)) * rarity(self.view.count, frequency)
        return dict(sorted(weighed.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_TERMS])

    def _best(
        self, had: dict[str, NDArray[np.int32]], weights: Weights, lengths: Floats
    ) -> Iterable[tuple[int, list[str]]]:
        """Yield the places that have enough of the words, the best first, each with its words by falling weight."""
        scores, counts = np.zeros(len(lengths), np.float32), np.zeros(len(lengths), np.int32)
        for term, places in had.items():
            scores[places] += weights[term]
            counts[places] += 1
        enough = np.flatnonzero((counts >= FEWEST_SHARED) & (scores >= LEAST * sum(weights.values())))
        order = enough[np.argsort(-(scores[enough] / lengths[enough]), kind="stable")]
        for place in order.tolist():
            yield place, [term for term, places in had.items() if place in places]

    def _written(self, terms: list[str], passages: list[Passage]) -> tuple[str, ...]:
        """Return the words of some passages that say terms, whole; nouns before others, which tell less."""
        written: dict[str, str] = {}
        for passage in passages:
            for token in self.saying(passage.text, frozenset(terms)):
                written.setdefault(token.term, whole_word(passage.text, token))
        words = dict.fromkeys(written[term] for term in terms if term in written)
        return tuple(sorted(words, key=lambda word: not word[0].isupper())[:NAMED])


def _first(found: Iterable[tuple[str, list[str]]], most: int) -> list[tuple[str, list[str]]]:
    return [pair for pair, _ in zip(found, range(most), strict=False)]
