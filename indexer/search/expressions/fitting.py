"""How much better a passage counts that fits what a query names: soft filters."""

import functools
from collections.abc import Iterable, Mapping

import numpy as np

from indexer.index.state import Floats, Ints, Mask
from indexer.index.view import IndexView
from indexer.search.expressions.expression import Carrying, Expression, Fit, Newest, Subject, Use

#: What fitting an expression multiplies a score by; `python -m tests.relevance.weights` prints what each is worth.
#: Nothing does as much as the kind of passage, since an answer rarely says its kind in words: with 1.0 fewer queries
#: are answered, 2.0 was best. Names of meetings and sites are words of what carries them already: 1.0 to 3.0 is flat,
#: and above 1.2 for sites a passage that says most about a place elsewhere falls behind. Periods are best from 2.0 on,
#: kinds of documents from 1.4 on; of topics and keywords no judged query tells.
WEIGHTS: Mapping[Subject, float] = {
    Subject.MEETING: 1.4,
    Subject.SITE: 1.2,
    Subject.TOPIC: 1.1,
    Subject.KEYWORD: 1.1,
    Subject.KIND: 1.4,
    Subject.PASSAGE_KIND: 2.0,
    Subject.PERIOD: 2.0,
}

#: Whoever asks for the newest means one document, whatever words it shares with older ones; and who asks for a day
#: means what is of that day more than what speaks of it (nDCG@10 of the two such queries .81 → .95).
NEWEST, ONE_DAY = 3.0, 3.0


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
        factors[_fitting(view, ids, fits)] *= np.float32(weight)
    return scores * factors


def fitting_all(view: IndexView, ids: Ints, groups: Iterable[tuple[Fit, ...]]) -> Mask:
    """Return for each of some passages whether it fits one of each group."""
    return functools.reduce(np.logical_and, (_fitting(view, ids, fits) for fits in groups), np.ones(len(ids), np.bool_))


def _fitting(view: IndexView, ids: Ints, fits: tuple[Fit, ...]) -> Mask:
    """Return for each of some passages whether it fits any."""
    return functools.reduce(np.logical_or, (_mask(view, fit, ids) for fit in fits))


def _weight(expression: Expression, weights: Mapping[Subject, float]) -> float:
    if any(isinstance(fit, Newest) for fit in expression.fits):
        return NEWEST
    is_day = expression.subject is Subject.PERIOD and expression.use is Use.COUNTED
    return ONE_DAY if is_day else weights[expression.subject]


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
