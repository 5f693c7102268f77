"""Numbers in their order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.index.ordering import stable_order

numbers = st.one_of(st.integers(0, 5), st.integers(0, 2**31 - 1))


@given(st.lists(numbers, max_size=50))
def test_equal_numbers_stay_in_the_order_they_stand_in(each: list[int]) -> None:
    assert stable_order(np.array(each, np.int32)).tolist() == sorted(range(len(each)), key=each.__getitem__)
