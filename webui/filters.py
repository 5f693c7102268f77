"""Filter values as people write them, put into the labels the index knows."""

import re
from collections.abc import Iterable, Iterator, Mapping

from archive.archive import Archive

_YEARS = re.compile(r"(\d{4})(?:\.\.(\d{4}))?")
#: A longer span is a slip of the finger.
LONGEST_SPAN = 200


class UnknownYearError(ValueError):
    """What was given is neither a year nor a span of years."""


def canonical(archive: Archive, filters: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return filters with labels for aliases and single years for spans; unknown labels stay and match nothing.

    Raises:
        UnknownYearError: A year is no year.
    """
    vocabulary = archive.vocabulary()
    known = {"site": vocabulary.site, "topic": vocabulary.topic, "meeting": vocabulary.meeting}
    labels: dict[str, tuple[str, ...]] = {}
    for facet, values in filters.items():
        if facet == "year":
            labels[facet] = tuple(year for value in values for year in _years(value))
        else:
            resolve = known.get(facet, lambda _: None)
            labels[facet] = tuple(resolve(value) or value for value in values)
    return labels


def _years(value: str) -> Iterator[str]:
    found = _YEARS.fullmatch(value.strip())
    if not found:
        raise UnknownYearError(value)
    first, last = int(found[1]), int(found[2] or found[1])
    if not 0 <= last - first <= LONGEST_SPAN:
        raise UnknownYearError(value)
    yield from (str(year) for year in range(first, last + 1))
