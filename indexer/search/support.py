"""What counts beside the words of a query: that they stand near each other or in one heading, and their families."""

from collections.abc import Iterator
from functools import reduce

import numpy as np

from indexer.index.state import Ints
from indexer.index.view import IndexView
from indexer.search.found import NOTHING, Found, added, best, common
from indexer.search.kin import Kin, kin
from indexer.search.plan import Alternative, Breadth, Plan, Want, Word
from indexer.search.proximity import pairs
from indexer.search.ranking import Ranking, rarity, saturated

#: Where it counts that words stand near each other, and that their families stand there.
_FIELD = "body"
_HEADING = "heading"


class Support:
    """Scores passages beside the words of plans over one view; no passage is a hit by it."""

    def __init__(self, view: IndexView, ranking: Ranking) -> None:
        self._view = view
        self._ranking = ranking

    def of(self, plan: Plan) -> Iterator[Found]:
        """Yield what counts for a plan: families for questions only, since who types few words means them."""
        yield from (self.near(*neighbours) for neighbours in plan.neighbours())
        if len(plan.named()) > 1:
            yield self.headed(plan.named())
        if plan.breadth is Breadth.ANY:
            yield from (self.families(asked) for asked in plan.asked())

    def near(self, one: Word, other: Word) -> Found:
        """Return what two words count for standing near each other as they were typed."""
        return self._view.cached(("near", one, other, self._ranking), lambda: self._pair(one, other))

    def headed(self, wants: tuple[Want, ...]) -> Found:
        """Return what several words count for standing in one heading: what follows it is about all of them."""
        return self._view.cached(("headed", wants, self._ranking), lambda: self._headed(wants))

    def families(self, asked: Alternative) -> Found:
        """Return what the families of words count."""
        return self._view.cached(("families", asked, self._ranking), lambda: self._families(asked))

    def _pair(self, one: Word, other: Word) -> Found:
        near = pairs(self._view, _FIELD, one.terms, other.terms)
        gain = min(self._rarity(one), self._rarity(other)) * self._ranking.proximity_weight
        return Found(near.ids, saturated(near.weights) * np.float32(gain), NOTHING.hits)

    def _headed(self, wants: tuple[Want, ...]) -> Found:
        ids = common(self._heading(want) for want in wants)
        rarities = [min(map(self._rarity, want.alternatives[0].words())) for want in wants]
        gain = np.float32(sum(rarities) * self._ranking.headed_weight)
        return Found(ids, np.full(len(ids), gain, np.float32), NOTHING.hits)

    def _heading(self, want: Want) -> Ints:
        """Return where a heading says one of the alternatives, rising."""
        said = [common(map(self._word_in_heading, each.words())) for each in want.alternatives]
        return reduce(np.union1d, said)

    def _word_in_heading(self, word: Word) -> Ints:
        """Return where a heading has a word, or all of its parts, rising."""
        wholes = [self._view.postings(_HEADING, term).ids for term in word.wholes]
        parts = common(self._view.postings(_HEADING, term).ids for term in word.parts)
        return reduce(np.union1d, [*wholes, parts])

    def _rarity(self, word: Word) -> float:
        """Return how rare a word is, taken by its most frequent term."""
        return min(self._term_rarity(term) for term in word.terms)

    def _term_rarity(self, term: str) -> float:
        return rarity(self._view.count, len(self._view.postings(_FIELD, term).ids))

    def _families(self, asked: Alternative) -> Found:
        """Return what the families of all terms count, each in the weight of its term."""
        found = [
            self._family(term).times(weight * asked.weight)
            for word in asked.words()
            for term, weight in self._weighted(word)
        ]
        together = added(self._view.size, found)
        return Found(together.ids, together.scores, NOTHING.hits)

    def _weighted(self, word: Word) -> Iterator[tuple[str, float]]:
        for term in word.wholes:
            yield term, 1.0
        for term in word.parts:
            yield term, self._ranking.part_weight(len(word.parts))

    def _family(self, term: str) -> Found:
        """Score each passage by the term of a family that suits it best."""
        return best(self._view.size, [self._relative(term, each) for each in kin(self._view, _FIELD, term)])

    def _relative(self, term: str, relative: Kin) -> Found:
        """Score passages by a term of a family, as if it were no rarer than the term asked for."""
        postings = self._view.postings(_FIELD, relative.term)
        scores = self._ranking.weighting.term_scores(self._view, _FIELD, relative.term, postings)
        as_rare = min(1.0, self._term_rarity(term) / self._term_rarity(relative.term))
        return Found(postings.ids, scores, NOTHING.hits).times(self._ranking.kin_weight * relative.alike * as_rare)
