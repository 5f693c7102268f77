"""How much a term counts where it stands: Okapi BM25 a field, summed over fields.

Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009); the inverse document frequency
is that of Lucene, which is never negative.
"""

import math

import numpy as np

from indexer.index.view import Floats, IndexView, Postings
from indexer.structure.kinds import PassageKind

#: Saturation and length normalisation: flat between 1.2–2.0 and .75–.85 on four German collections.
K1 = 1.5
B = 0.75

#: What a term counts in each field. A title in half its weight, since most texts repeat it, ranked best;
#: the context (meeting, sites, topics, year) says what a passage is about where its own words do not.
FIELD_WEIGHTS = {"body": 1.0, "heading": 0.5, "title": 0.5, "context": 0.5}

#: A part of a compound says less than the whole word: .6–1.0 was flat, .8 best.
PART_WEIGHT = 0.8

#: A phrase or a beginning of a word was asked for on purpose; it counts as a rare word would.
EXACT_WEIGHT = 1.0

#: What was settled or given to someone to do is what readers of minutes look for: at equal words it comes first.
#: Small enough that a better match in plain text still wins.
KIND_WEIGHTS = {PassageKind.DECISION: 1.25, PassageKind.TASK: 1.2, PassageKind.RESULT: 1.1}


def term_scores(view: IndexView, field: str, postings: Postings) -> Floats:
    """Return the BM25 score of each posting of a term in a field, in the order of the postings."""
    relative = view.lengths(field)[postings.ids] / view.average_length(field)
    saturated = postings.weights * (K1 + 1) / (postings.weights + K1 * (1 - B + B * relative))
    scores: Floats = (rarity(view.count, len(postings.ids)) * saturated).astype(np.float32)
    return scores


def rarity(passages: int, with_term: int) -> float:
    """Return the inverse document frequency of a term."""
    return math.log(1 + (passages - with_term + 0.5) / (with_term + 0.5))
