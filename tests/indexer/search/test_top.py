"""The best passages without sorting all of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.search.grouping import best_first

#: Few different scores: equals are the rule.
_scores = st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.5]), max_size=30)


@given(_scores, st.integers(0, 35))
def test_the_best_are_those_of_the_sorted_list(scores: list[float], most: int) -> None:
    ids = np.arange(len(scores), dtype=np.int32) * 3
    by_score = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    found = best_first(ids, np.array(scores, np.float32), most)
    assert found.tolist() == [3 * place for place in by_score[:most]]


@given(_scores)
def test_all_are_asked_for_without_a_number(scores: list[float]) -> None:
    ids = np.arange(len(scores), dtype=np.int32)
    assert sorted(best_first(ids, np.array(scores, np.float32)).tolist()) == ids.tolist()
