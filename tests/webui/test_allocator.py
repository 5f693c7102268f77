"""What lived for one request only is given back, although something that lasts lies beside it."""

import subprocess
import sys

import pytest

#: A first large thing that is given back makes glibc put smaller ones into its heap. Then 64 MiB in 200 KiB pieces, of
#: which all are given back but one in four.
PROGRAM = """
import re
from pathlib import Path
from webui.allocator import give_memory_back

def anonymous():
    said = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return int(re.search(r"Anonymous:\\s+(\\d+) kB", said)[1]) / 1024

if {settled}:
    assert give_memory_back()
bytearray(8 << 20)
before = anonymous()
pieces = [bytearray(b"x" * (200 << 10)) for _ in range(320)]
lasting = pieces[::4]
del pieces
print(anonymous() - before)
"""


def held(*, settled: bool) -> float:
    """Return how many MiB more a process holds in the end, of which 16 are used."""
    run = [sys.executable, "-c", PROGRAM.format(settled=settled)]
    return float(subprocess.run(run, capture_output=True, check=True, text=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own account of memory")
def test_what_is_used_no_more_is_given_back() -> None:
    assert held(settled=True) < 24
    assert held(settled=False) > 48
