"""Labels of a field over passages or documents, as arrays."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

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
        return Labels(tuple([self.values[place] for place in places.tolist()]), self.owners, codes.astype(np.int32))

    def codes_by_owner(self, owners: int) -> Ints:
        """Return the code of each owner of a field of single labels, -1 for those without one."""
        codes = np.full(owners, -1, np.int32)
        codes[self.owners] = self.codes
        return codes


@dataclass(frozen=True, slots=True)
class LabelRows:
    """The labels of several fields in one row for each owner, so that those of some owners are counted all at once."""

    #: The labels there are in each field.
    values: Mapping[str, tuple[str, ...]]
    #: Where the codes of each field begin; those of a field are in the order of its labels.
    offsets: Mapping[str, int]
    #: The codes each owner has, filled up with the lowest that stands for no label.
    rows: NDArray[np.intp]

    @classmethod
    def of(cls, fields: Mapping[str, Labels], owners: int) -> Self:
        """Put the labels of so many owners into rows."""
        values = {name: labels.values for name, labels in fields.items()}
        *begins, size = accumulate(map(len, values.values()), initial=0)
        offsets = dict(zip(fields, begins, strict=True))
        carriers = np.concatenate([labels.owners for labels in fields.values()])
        codes = np.concatenate([labels.codes + np.intp(offsets[name]) for name, labels in fields.items()])
        order = np.argsort(carriers, kind="stable")
        counts = np.bincount(carriers, minlength=owners)
        rows = np.full((owners, counts.max(initial=0)), size, np.intp)
        columns = np.arange(len(order)) - np.repeat(np.cumsum(counts) - counts, counts)
        rows[carriers[order], columns] = codes[order]
        return cls(values, offsets, rows)

    @property
    def size(self) -> int:
        """Number of labels in all fields."""
        return sum(map(len, self.values.values()))

    def counted(self, owners: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return for each label of each field how many of some owners carry it."""
        return np.bincount(self.rows.take(owners, axis=0).ravel(), minlength=self.size + 1)

    def counted_groups(self, owners: Ints, groups: Ints, number: int) -> NDArray[np.intp]:
        """Return for each label in how many groups an owner carries it.

        Args:
            owners: Some owners.
            groups: The group of each of them.
            number: How many groups there are.
        """
        met = np.zeros((number, self.size + 1), np.bool_)
        met[groups[:, None], self.rows.take(owners, axis=0)] = True
        counts: NDArray[np.intp] = met.sum(axis=0)
        return counts

    def of_field(self, field: str, counts: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return those of the counts that are a field's, in the order of its labels."""
        return counts[self.offsets[field] : self.offsets[field] + len(self.values[field])]


def joined(parts: Iterable[Labels]) -> Labels:
    """Put the labels of several segments together; equal labels get one code, in the order of the labels."""
    each = list(parts)
    values = tuple(sorted({value for part in each for value in part.values}))
    place = {value: code for code, value in enumerate(values)}
    codes = [np.array([place[value] for value in part.values], np.int32)[part.codes] for part in each if part.values]
    none = [np.empty(0, np.int32)]
    return Labels(values, np.concatenate([part.owners for part in each] or none), np.concatenate(codes or none))
