"""Holds the garbage collector back."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_at_the_end() -> Iterator[None]:
    """Look for garbage once at the end, and not over and over while nearly everything that is made is kept.

    Whatever no circle of references holds is given back at once all the same. A batch took an eighth longer without.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
        gc.collect(0)
