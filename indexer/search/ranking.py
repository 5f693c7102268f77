"""How much a term counts where it stands: Okapi BM25 a field, summed over fields.

Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009); the inverse document frequency
is that of Lucene, which is never negative.
"""

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from indexer.index.state import Floats, Postings
from indexer.index.view import IndexView
from indexer.structure.kinds import PassageKind

# Weights are measured by `tests.benchmarks.ablation`: nDCG@10, the mean of four judged sets. .001 is within chance.

#: Saturation and length normalisation: .736; k1 1.2 .736, 2.0 .733; b .6 .732, .9 .733.
K1 = 1.5
B = 0.75

#: What a term counts in each field. The title counts half, since most texts repeat it: 0 .727, .25 .734, 1 .736;
#: the context (meeting, sites, topics, year) says what a passage is about where its own words do not.
FIELD_WEIGHTS = (("body", 1.0), ("heading", 0.5), ("title", 0.5), ("context", 0.5))

#: All parts of a compound together, beside the whole word: a word of many parts is not more to ask for than others.
#: None .711, 1 .734, 1.8 .735, .8 for each .734.
PARTS_WEIGHT = 1.4

#: A single part says less than the whole word.
PART_WEIGHT = 0.8

#: A term of the same family, as far as it is alike; asked for questions only. 0 .734, .1 .734, .4 .734.
KIN_WEIGHT = 0.2

#: Two words that stand next to each other where they were typed so, beside what the commoner of them counts.
#: 0 .725, .5 .732, 1.5 .735.
PROXIMITY_WEIGHT = 1.0

#: Several words that one heading says, all of them, beside what they count in it, by what each counts at most.
#: On the sample holdings 0 .869, .5 .887, 1 .900, 1.5 .906, 2 .903; judged sets without headings cannot tell.
HEADED_WEIGHT = 1.0

#: A phrase or a beginning of a word was asked for on purpose; it counts as a rare word would.
EXACT_WEIGHT = 1.0

#: What was settled or given to someone to do is what readers of minutes look for: at equal words it comes first.
#: Small enough that a better match in plain text still wins.
KIND_WEIGHTS = ((PassageKind.DECISION, 1.25), (PassageKind.TASK, 1.2), (PassageKind.RESULT, 1.1))


class Weighting(Protocol):
    """Knows what a term counts in each passage it stands in."""

    def term_scores(self, view: IndexView, field: str, term: str, postings: Postings) -> Floats:
        """Return the score of each posting of a term in a field, in the order of the postings."""


@dataclass(frozen=True, slots=True)
class Bm25:
    """BM25 with the statistics of the passages that are there."""

    k1: float = K1
    b: float = B

    def term_scores(self, view: IndexView, field: str, _term: str, postings: Postings) -> Floats:
        """Return the score of each posting of a term in a field, in the order of the postings."""
        relative = view.lengths(field)[postings.ids] / np.float32(view.average_length(field))
        lengths = np.float32(self.k1) * (np.float32(1 - self.b) + np.float32(self.b) * relative)
        gain = np.float32(rarity(view.count, len(postings.ids)) * (self.k1 + 1))
        return (gain * postings.weights / (postings.weights + lengths)).astype(np.float32, copy=False)


def saturated(counts: Floats) -> Floats:
    """Return what counts are worth: the second of something says less than the first."""
    return counts * np.float32(K1 + 1) / (counts + np.float32(K1))


def rarity(passages: int, with_term: int) -> float:
    """Return the inverse document frequency of a term."""
    return math.log(1 + (passages - with_term + 0.5) / (with_term + 0.5))


@dataclass(frozen=True, slots=True)
class Ranking:
    """Everything that decides about the order of passages."""

    weighting: Weighting = Bm25()
    field_weights: tuple[tuple[str, float], ...] = FIELD_WEIGHTS
    parts_weight: float = PARTS_WEIGHT
    kin_weight: float = KIN_WEIGHT
    exact_weight: float = EXACT_WEIGHT
    proximity_weight: float = PROXIMITY_WEIGHT
    headed_weight: float = HEADED_WEIGHT
    kind_weights: tuple[tuple[PassageKind, float], ...] = KIND_WEIGHTS

    def part_weight(self, parts: int) -> float:
        """Return what each of the parts of a word counts."""
        return min(PART_WEIGHT, self.parts_weight / parts)


#: How the search ranks.
RANKING = Ranking()
