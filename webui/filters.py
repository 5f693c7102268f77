"""Filter values as people write them, put into the labels the index knows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from webui.labels import Labels

#: "2019", "2018..2020", "2018-2020", "2018..", "..2019".
_YEARS = re.compile(r"(?P<first>\d{4})?(?P<dash>\s*(?:\.{2,3}|…|[-–])\s*)?(?P<last>\d{4})?", re.ASCII)
#: So few labels are offered all together.
FEW_LABELS = 20


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A filter value that no document of the reader's has."""

    facet: str
    value: str
    #: Labels that may have been meant instead.
    offered: tuple[str, ...] = ()
    #: Whether the offered are like the value; else they are all there are.
    is_like: bool = False


@dataclass(frozen=True, slots=True)
class ReadFilters:
    """Filters as the index knows them, and what of them it does not know."""

    #: Facet → labels. Values that no document has stay, and match nothing; what is no year is left out.
    labels: Mapping[str, tuple[str, ...]]
    unknown: tuple[UnknownValue, ...]
    #: Values given as years that are none.
    no_years: tuple[str, ...]


def read_filters(known: Labels, filters: Mapping[str, Iterable[str]]) -> ReadFilters:
    """Return filters with labels for aliases and pieces of labels, and single years for spans."""
    labels: dict[str, tuple[str, ...]] = {}
    unknown: list[UnknownValue] = []
    no_years: list[str] = []
    for facet, values in filters.items():
        chosen: list[str] = []
        for value in values:
            meant = meanings(known, facet, value)
            if facet == "year" and not meant:
                no_years.append(value)
                continue
            chosen += meant or (value,)
            if not set(meant) & set(known.carried.get(facet, ())):
                unknown.append(_unknown(known, facet, value))
        if chosen:
            labels[facet] = tuple(dict.fromkeys(chosen))
    return ReadFilters(labels, tuple(unknown), tuple(no_years))


def meanings(known: Labels, facet: str, value: str) -> tuple[str, ...]:
    """Return the labels a value of a filter means, () where it means none."""
    return _years(value, known.carried.get(facet, ())) if facet == "year" else known.meant(facet, value)


def _years(value: str, carried: Iterable[str]) -> tuple[str, ...]:
    """Return the years of a span that documents have, or else those it is given by; () where it is none."""
    found = _YEARS.fullmatch(value.strip())
    given = sorted(year for year in found.group("first", "last") if year) if found else []
    if not found or not given:
        return ()
    if not found["dash"]:
        return (value.strip(),) if len(given) == 1 else ()
    first = given[0] if found["first"] else "0000"
    last = given[-1] if found["last"] else "9999"
    return tuple(sorted(year for year in carried if first <= year <= last)) or tuple(dict.fromkeys(given))


def _unknown(known: Labels, facet: str, value: str) -> UnknownValue:
    near = known.near(facet, value) if facet != "year" else ()
    every = sorted(known.carried.get(facet, ()))
    return UnknownValue(facet, value, near or tuple(every if len(every) <= FEW_LABELS else ()), bool(near))
