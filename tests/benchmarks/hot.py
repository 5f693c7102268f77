"""Tells where a process spends its time, from stacks that a sampling profiler has written.

    py-spy record --pid PID --duration 60 --rate 100 --gil --format raw --output stacks.txt
    python -m tests.benchmarks.hot stacks.txt [--most 20]

A line of the file is a stack, its functions from the outermost to the innermost with semicolons between them, and how
often it was seen. py-spy is no dependency: `pip install py-spy` where it is wanted.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

#: Whose functions are told: our own packages.
OWN = re.compile(r"\((?:archive|indexer|webui)/")

#: At the end of a function's name: the line.
_LINE = re.compile(r":\d+\)$")


def shares(stacks: Iterable[str]) -> tuple[int, Counter[str]]:
    """Return how many samples there are, and in how many of them each of our functions stood, itself or above."""
    samples, counts = 0, Counter[str]()
    for stack, times in _read(stacks):
        samples += times
        for function in {_LINE.sub(")", each) for each in stack if OWN.search(each)}:
            counts[function] += times
    return samples, counts


def _read(stacks: Iterable[str]) -> Iterator[tuple[list[str], int]]:
    for line in stacks:
        stack, _, times = line.rstrip().rpartition(" ")
        yield stack.split(";"), int(times)


def main() -> None:
    """Print the functions with the largest shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stacks", type=Path)
    parser.add_argument("--most", type=int, default=20)
    asked = parser.parse_args()
    samples, counts = shares(asked.stacks.read_text(encoding="utf-8").splitlines())
    for function, times in counts.most_common(asked.most):
        print(f"{times / samples:6.1%}  {function}")  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
