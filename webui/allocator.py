"""Has the C library give memory back that is used no more.

Left to itself, glibc takes a heap for each thread and puts into it whatever is smaller than the largest thing that was
given back so far, up to 32 MiB. Arrays that live for one request then lie between those that last, and what is free
around them is never given back: after some minutes of load a third of all memory (`docs/measurements.md`).
"""

import ctypes
from collections.abc import Mapping

#: Parameters of mallopt (malloc.h of glibc) and what they are set to. Naming a threshold also stops it from rising.
_SETTINGS: Mapping[int, int] = {
    -1: 256 * 1024,  # M_TRIM_THRESHOLD: bytes free at the end of the heap before they are given back
    -3: 128 * 1024,  # M_MMAP_THRESHOLD: bytes from which on something gets pages of its own, and gives them back
    -8: 2,  # M_ARENA_MAX: heaps; only one thread runs at a time
}


def give_memory_back() -> bool:
    """Tell the C library so, before there are threads.

    Returns:
        Whether it knows how: other libraries than glibc do it in ways of their own.
    """
    # What the process has loaded already.
    setting = getattr(ctypes.CDLL(None), "mallopt", None)
    return setting is not None and all(setting(parameter, value) for parameter, value in _SETTINGS.items())
