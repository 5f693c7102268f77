"""How much better a passage counts that fits what a query names: soft filters."""

import functools
from collections.abc import Iterable, Mapping

import numpy as np

from indexer.index.state import Floats, Ints, Mask
from indexer.index.view import IndexView
from indexer.search.expressions.expression import Carrying, Expression, Fit, Newest, Subject

#: What fitting an expression multiplies a score by. Measured on the judged queries of the sample holdings.
WEIGHTS: Mapping[Subject, float] = {
    Subject.MEETING: 1.6,
    Subject.SITE: 1.4,
    Subject.TOPIC: 1.1,
    Subject.KIND: 1.4,
    Subject.PASSAGE_KIND: 1.5,
    Subject.PERIOD: 1.4,
}

#: Whoever asks for the newest means one document, whatever words it shares with older ones.
NEWEST = 3.0


def fitted(
    view: IndexView,
    ids: Ints,
    scores: Floats,
    expressions: Iterable[Expression],
    weights: Mapping[Subject, float] = WEIGHTS,
) -> Floats:
    """Return the scores of passages, raised for each expression that a passage fits; none is taken out.

    Args:
        view: The state the passages stand in.
        ids: Their numbers.
        scores: Their scores by the words.
        expressions: What the query names; the same fits named twice count once.
        weights: What fitting counts, by subject.
    """
    factors = np.ones(len(ids), np.float32)
    for fits, weight in {each.fits: _weight(each, weights) for each in expressions}.items():
        fitting = functools.reduce(np.logical_or, (_mask(view, fit, ids) for fit in fits))
        factors[fitting] *= np.float32(weight)
    return scores * factors


def _weight(expression: Expression, weights: Mapping[Subject, float]) -> float:
    return NEWEST if any(isinstance(fit, Newest) for fit in expression.fits) else weights[expression.subject]


def _mask(view: IndexView, fit: Fit, ids: Ints) -> Mask:
    """Return for each of the passages whether it fits."""
    if isinstance(fit, Carrying):
        return view.carrying(fit.facet, fit.values)[ids]
    if isinstance(fit, Newest):
        carrying = view.carrying(fit.facet, fit.values) & view.live
        newest: Mask = carrying & (view.dates == view.dates[carrying].max(initial=0))
        return newest[ids]
    days = view.dates[ids]
    within: Mask = (days >= fit.first.toordinal()) & (days <= fit.last.toordinal())
    return within
