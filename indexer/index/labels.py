"""Labels of a field over passages or documents, as arrays."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Labels:
    """Which owners carry which labels: one pair for each label an owner carries."""

    #: The labels there are.
    values: tuple[str, ...]
    #: Numbers of owners.
    owners: Ints
    #: For each owner the place of its label in `values`.
    codes: Ints

    def carriers(self, values: Collection[str]) -> Ints:
        """Return the owners that carry at least one of some labels; one that carries several comes as often."""
        wanted = np.fromiter((value in values for value in self.values), np.bool_, len(self.values))
        return self.owners[wanted[self.codes]]

    def counted(self, among: Mask) -> list[int]:
        """Return for each label how many of the owners in a mask carry it; the labels must be `by_code`."""
        carried = np.cumsum(among[self.owners])
        ends = np.searchsorted(self.codes, np.arange(len(self.values), dtype=np.int32), side="right")
        carried = np.concatenate((np.zeros(1, carried.dtype), carried))[ends]
        counts: list[int] = np.diff(carried, prepend=0).tolist()
        return counts

    def by_code(self) -> "Labels":
        """Return the labels one after the other, each with all of its owners."""
        order = np.argsort(self.codes, kind="stable")
        return Labels(self.values, self.owners[order], self.codes[order])

    def moved(self, offset: int) -> "Labels":
        """Return the labels with every owner's number raised."""
        return Labels(self.values, self.owners + np.int32(offset), self.codes)

    def only(self, kept: Mask) -> "Labels":
        """Return the labels of the owners in a mask."""
        here = kept[self.owners]
        return Labels(self.values, self.owners[here], self.codes[here])

    def used(self) -> "Labels":
        """Return the labels without those that nobody carries."""
        places, codes = np.unique(self.codes, return_inverse=True)
        return Labels(tuple(self.values[place] for place in places), self.owners, codes.astype(np.int32))

    def codes_by_owner(self, owners: int) -> Ints:
        """Return the code of each owner of a field of single labels, -1 for those without one."""
        codes = np.full(owners, -1, np.int32)
        codes[self.owners] = self.codes
        return codes


def joined(parts: Iterable[Labels]) -> Labels:
    """Put the labels of several segments together; equal labels get one code, in the order of the labels."""
    each = list(parts)
    values = tuple(sorted({value for part in each for value in part.values}))
    place = {value: code for code, value in enumerate(values)}
    codes = [np.array([place[value] for value in part.values], np.int32)[part.codes] for part in each if part.values]
    none = [np.empty(0, np.int32)]
    return Labels(values, np.concatenate([part.owners for part in each] or none), np.concatenate(codes or none))
