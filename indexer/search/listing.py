"""Passages one by one, not grouped by document: all decisions of a meeting, all tasks of a site."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indexer.index.state import Ints
from indexer.index.texts import Texts
from indexer.index.view import IndexView
from indexer.passages import Passage


@dataclass(frozen=True, slots=True)
class ListedPassages:
    """Some of the passages that answer."""

    #: Those of the most recent document first, and of each document in reading order.
    passages: Sequence[Passage]
    #: How many answer in all.
    total: int


NONE = ListedPassages((), 0)


def list_passages(view: IndexView, texts: Texts, ids: Ints, shown: slice) -> ListedPassages:
    """Return a stretch of some passages, given by their numbers."""
    order = np.lexsort((ids, -view.dates[ids]))[shown]
    wanted = [view.id(int(number)) for number in ids[order]]
    found = texts.passages_by_id(wanted)
    return ListedPassages([found[each] for each in wanted if each in found], len(ids))
