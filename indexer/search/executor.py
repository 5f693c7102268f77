"""Carries out a plan over the arrays of an index view."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from indexer.index.schema import EXACT_FIELD
from indexer.index.state import Floats, Ints, Mask, Postings
from indexer.index.view import IndexView
from indexer.search.found import Found, added, best, common, everywhere, union
from indexer.search.phrases import occurrences
from indexer.search.plan import Alternative, Breadth, ExactWords, Leaf, Plan, Want, Word, WordsBeginning
from indexer.search.ranking import RANKING, Ranking
from indexer.search.support import Support

#: Where any word is enough, passages that score less than this share of the best are no answers: on four sets of
#: questions it costs none of the answers among the first ten, and one in two hundred of those among the first hundred.
SHARE_OF_BEST = 0.1

#: Where fewer passages than a few pages show have all of few words, those that have some of them follow: they are
#: more often of use than an empty place (nDCG@10 on the sample holdings .80 → .85) …
ENOUGH = 20
#: … unless they score less than this share of the best …
SHARE_OF_FEW = 0.2
#: … and so many at most, or a few more with the same score: nobody looks further, and they are counted as hits.
FOLLOWERS = 50

#: No more words are tried for one beginning; the rest is rarer than these.
MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Matches:
    """The passages that answer a plan."""

    #: Their numbers, rising.
    ids: Ints
    #: The score of each.
    scores: Floats


class Execution:
    """Carries out plans over one view. What a want finds is kept with the view, as long as there is room."""

    def __init__(self, view: IndexView, ranking: Ranking = RANKING) -> None:
        self._view = view
        self._ranking = ranking
        self._support = Support(view, ranking)

    def run(self, plan: Plan) -> Matches:
        """Return the passages that have what is wanted; all of them if nothing is."""
        found = [(want, self._want(want)) for want in plan.wants]
        frame, form = ([self._want(want) for want in wants] for wants in (plan.frame, plan.form))
        support = list(self._support.of(plan))
        if len(found) == 1 and plan.breadth is not Breadth.ANY and not (plan.excluded or frame or form or support):
            return self._alone(found[0][1])
        scored = [*(each for _, each in found), *frame, *form, *support]
        scores = self._scores(scored)
        ids = self._candidates(found, scored)
        words = [each.hits for want, each in found if not want.is_required]
        if words:
            wordings = [words, [*words, *(each.hits for each in frame)]] if frame else [words]
            ids = ids[_enough([self._counted(each)[ids] for each in wordings], plan.breadth, scores[ids])]
        for alternative in plan.excluded:
            barred = self._want(Want((alternative,), is_required=True)).hits
            ids = ids[np.isin(ids, barred, assume_unique=True, invert=True)]
        return Matches(ids, scores[ids] * self._kinds()[ids])

    def _candidates(self, found: list[tuple[Want, Found]], scored: list[Found]) -> Ints:
        """Return the passages that have every required want; without any, those in which anything was found."""
        required = [each.hits for want, each in found if want.is_required]
        if required:
            return common(required)
        if not found:
            return np.flatnonzero(self._view.live).astype(np.int32)
        ids = union(self._view.size, [each.ids for each in scored])
        return ids[self._view.live[ids]]

    def _alone(self, found: Found) -> Matches:
        """Return what a single want matches: nothing has to be laid over anything."""
        scores = found.scores
        if found.hits is not found.ids:
            scores = scores[np.searchsorted(found.ids, found.hits)]
        return Matches(found.hits, scores * self._kinds()[found.hits])

    def _counted(self, hits: list[Ints]) -> NDArray[np.uint16]:
        """Return how many of the wants each passage has."""
        counts = np.zeros(self._view.size, np.uint16)
        for ids in hits:
            counts[ids] += 1
        return counts

    def _scores(self, found: list[Found]) -> Floats:
        scores = np.zeros(self._view.size, np.float32)
        for each in found:
            scores[each.ids] += each.scores
        return scores

    def _kinds(self) -> Floats:
        """Return what the kind of each passage multiplies its score by."""
        return self._view.cached(("kinds", self._ranking), self._make_kinds)

    def _make_kinds(self) -> Floats:
        factors = np.ones(self._view.size, np.float32)
        for kind, weight in self._ranking.kind_weights:
            factors[self._view.carrying("passage_kind", (kind,))] = weight
        return factors

    def _want(self, want: Want) -> Found:
        """Return what a want finds, scored in each passage by the alternative that suits it best."""
        return self._view.cached((want.alternatives, self._ranking), lambda: self._best(want))

    def _best(self, want: Want) -> Found:
        return best(self._view.size, [self.alternative(each) for each in want.alternatives])

    def alternative(self, alternative: Alternative) -> Found:
        """Return where the leaves of an alternative are, with their scores added up; hits have all of them."""
        leaves = [self.leaf(leaf) for leaf in alternative.leaves]
        whole = added(self._view.size, leaves)
        hits = whole.hits if len(leaves) == 1 else common(leaf.hits for leaf in leaves)
        found = Found(whole.ids, whole.scores, hits)
        return (found.whole() if alternative.is_whole else found).times(alternative.weight)

    def leaf(self, leaf: Leaf) -> Found:
        """Return where a leaf is, scored."""
        match leaf:
            case Word():
                return self._word(leaf)
            case ExactWords():
                return self._phrase(leaf)
            case WordsBeginning(beginning):
                return self._beginning(beginning)

    def _word(self, word: Word) -> Found:
        """Score a word and its parts in every field; a passage has it by the whole word or by all its parts."""
        wholes = added(self._view.size, [self._term(term) for term in word.wholes])
        if not word.parts:
            return wholes
        part_weight = self._ranking.part_weight(len(word.parts))
        parts = [self._term(term).times(part_weight) for term in word.parts]
        by_parts = added(self._view.size, parts)
        all_parts = Found(by_parts.ids, by_parts.scores, common(part.hits for part in parts))
        return added(self._view.size, [wholes, all_parts])

    def _term(self, term: str) -> Found:
        return added(self._view.size, self._in_fields(term))

    def _in_fields(self, term: str) -> Iterator[Found]:
        """Yield what a term counts in each field."""
        for field, weight in self._ranking.field_weights:
            yield self._in_field(field, term).times(weight)

    def _in_field(self, field: str, term: str) -> Found:
        postings = self._view.postings(field, term)
        return everywhere(postings.ids, self._ranking.weighting.term_scores(self._view, field, term, postings))

    def _phrase(self, phrase: ExactWords) -> Found:
        """Score the passages that have all terms at their distances, as if the phrase were a term."""
        found = occurrences(self._view, EXACT_FIELD, phrase.terms, phrase.offsets)
        live = self._view.live[found.ids]
        standing = Postings(found.ids[live], found.counts[live].astype(np.float32))
        scores = self._ranking.weighting.term_scores(self._view, EXACT_FIELD, " ".join(phrase.terms), standing)
        return everywhere(standing.ids, scores).times(self._ranking.exact_weight)

    def _beginning(self, beginning: str) -> Found:
        """Score the passages that have a word that begins so, each by its rarest such word."""
        terms = islice(self._view.terms_beginning(EXACT_FIELD, beginning), MOST_WORDS)
        found = best(self._view.size, [self._in_field(EXACT_FIELD, term) for term in terms])
        return found.times(self._ranking.exact_weight)


def _enough(counts: list[NDArray[np.uint16]], breadth: Breadth, scores: Floats) -> Mask:
    """Return which of some passages have enough words for a breadth.

    Args:
        counts: How many of the words each has; and how many with where and when, if those are wanted, too.
        breadth: How many are enough.
        scores: What each scores.
    """
    if breadth is Breadth.ANY:
        return _with_share(SHARE_OF_BEST, scores)
    most: Mask = np.logical_or.reduce([each >= max(1, int(each.max(initial=0))) for each in counts])
    if breadth is Breadth.FIRST_ALL and np.count_nonzero(most) < ENOUGH:
        some: Mask = np.logical_or.reduce([each > 0 for each in counts])
        most |= _first(FOLLOWERS, scores, some & _with_share(SHARE_OF_FEW, scores))
    return most


def _with_share(share: float, scores: Floats) -> Mask:
    """Return which of some passages score at least a share of what the best of them scores."""
    enough: Mask = (scores > 0) & (scores >= float(scores.max(initial=0)) * share)
    return enough


def _first(number: int, scores: Floats, among: Mask) -> Mask:
    """Return the best of some passages; more of them where the last ones score the same."""
    there = scores[among]
    if len(there) <= number:
        return among
    last = np.partition(there, len(there) - number)[len(there) - number]
    first: Mask = among & (scores >= last)
    return first
