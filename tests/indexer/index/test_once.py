"""What many threads ask for at once is made once."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from indexer.index.once import Once

THREADS = 8


def test_threads_that_ask_at_once_get_the_same() -> None:
    once, together = Once(), threading.Barrier(THREADS)

    def make() -> object:
        time.sleep(0.05)
        return object()

    def ask(_: int) -> object:
        together.wait()
        return once.get("a", make)

    with ThreadPoolExecutor(THREADS) as pool:
        assert len(set(map(id, pool.map(ask, range(THREADS))))) == 1


def test_what_is_made_may_need_something_else() -> None:
    once = Once()
    assert once.get("a", lambda: once.get("b", lambda: 1) + 1) == 2


def test_what_failed_is_tried_again() -> None:
    once = Once()
    with pytest.raises(ZeroDivisionError):
        once.get("a", lambda: 1 // 0)
    assert once.get("a", lambda: 1) == 1
