"""Measures how far two labellers agree on reference minutes: `python -m tests.benchmarks.agreement` prints the table.

Two labels agree if they stand on one page and the F1 measure of their words is at least that by which findings are
judged. "touching" counts labels of which one holds the other: the same thing seen, with other limits.
"""

import sys
from collections.abc import Callable, Sequence

from tests.benchmarks.labels import Labelled, Mark, alike, labelled, reference_folder
from tests.benchmarks.minutes import SAME

KINDS = {"decisions": ("decision",), "tasks of both kinds": ("task", "prose_task"), "tasks with a mark": ("task",)}


def main() -> None:
    """Compare and print the table."""
    folder = reference_folder()
    if folder is None:
        sys.exit("WISSENSARCHIV_REFERENCE names no folder of reference documents (not included).")
    pairs = list(zip(labelled("minutes-first.json", folder), labelled("minutes-second.json", folder), strict=True))
    print(f"{'':22}{'first':>8}{'second':>8}{'F1':>8}{'touching F1':>13}")  # noqa: T201 - what it is for
    for name, kinds in KINDS.items():
        sides = [(_marks(first, kinds), _marks(second, kinds)) for first, second in pairs]
        ours, theirs = (sum(len(side[at]) for side in sides) for at in (0, 1))
        same, touching = (
            2 * sum(_shared(*side, agree) for side in sides) / (ours + theirs) for agree in (_same, _touching)
        )
        print(f"{name:22}{ours:8}{theirs:8}{same:8.2f}{touching:13.2f}")  # noqa: T201 - what it is for


def _marks(document: Labelled, kinds: Sequence[str]) -> list[Mark]:
    marks = document.marks(document.read())
    return [mark for kind in kinds for mark in marks[kind]]


def _shared(ours: Sequence[Mark], theirs: Sequence[Mark], agree: Callable[[Mark, Mark], bool]) -> int:
    """Return how many labels of one side have one of the other that agrees, each used once."""
    left = list(theirs)
    for mark in ours:
        partner = next((other for other in left if agree(mark, other)), None)
        if partner is not None:
            left.remove(partner)
    return len(theirs) - len(left)


def _same(one: Mark, other: Mark) -> bool:
    return one.page == other.page and alike(one.text, other.text) >= SAME


def _touching(one: Mark, other: Mark) -> bool:
    return one.page == other.page and (one.text in other.text or other.text in one.text)


if __name__ == "__main__":
    main()
