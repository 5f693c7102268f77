"""The garbage collector held back."""

import gc
import weakref

import pytest

from indexer.index.collecting import collected_at_the_end


class Circle:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_collected_at_the_end_even_if_something_fails() -> None:
    circles: list[weakref.ref[Circle]] = []

    def failing() -> None:
        with collected_at_the_end():
            circles.append(weakref.ref(Circle()))
            assert not gc.isenabled()
            assert circles[0]() is not None
            raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        failing()
    assert gc.isenabled()
    assert circles[0]() is None


def test_who_holds_it_back_already_goes_on_to() -> None:
    with collected_at_the_end():
        with collected_at_the_end():
            pass
        assert not gc.isenabled()
