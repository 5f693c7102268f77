"""Which of a document's passages say themselves what was asked for."""

from collections.abc import Iterator

import numpy as np

from indexer.index.state import Ints, Mask
from indexer.index.view import IndexView
from indexer.search.executor import Matches
from indexer.search.plan import Plan, Word

#: What stands in a passage itself; a document's title and context stand with each of its passages.
OWN_FIELDS = ("heading", "body")


def saying(view: IndexView, plan: Plan, matches: Matches) -> Matches:
    """Leave out passages that only their document's title or context speaks for, where others of it say a word.

    Otherwise every passage of a document called "Graffiti" would count as a place where graffiti is spoken of. A
    document of which no passage says a word keeps them all: it is found by its title.

    Args:
        view: The state the passages stand in.
        plan: What was asked for; phrases and beginnings are looked for in passages themselves anyway.
        matches: The passages found.
    """
    terms = [term for leaf in plan.leaves() if isinstance(leaf, Word) for term in leaf.terms]
    if not terms or any(not isinstance(leaf, Word) for leaf in plan.leaves()):
        return matches
    own = _standing(view, terms)
    # Passages that are left out speak for their document, too: else leaving them out would bring in those beside them.
    speaking = np.flatnonzero(own & view.live) if plan.excluded else matches.ids[own[matches.ids]]
    is_said = np.zeros(len(view.documents), np.bool_)
    is_said[view.groups(speaking.astype(np.int32))] = True
    kept = own[matches.ids] | ~is_said[view.groups(matches.ids)]
    return Matches(matches.ids[kept], matches.scores[kept])


def _standing(view: IndexView, terms: list[str]) -> Mask:
    """Return in which passages any of the terms stands."""
    mask = np.zeros(view.size, np.bool_)
    for ids in _ids(view, terms):
        mask[ids] = True
    return mask


def _ids(view: IndexView, terms: list[str]) -> Iterator[Ints]:
    for field in OWN_FIELDS:
        for term in terms:
            yield view.postings(field, term).ids
