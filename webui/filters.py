"""Filter values as people write them, put into the labels the index knows."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from archive.archive import Archive
from indexer.structure.kinds import PassageKind

_YEARS = re.compile(r"(\d{4})(?:\.\.(\d{4}))?")
#: A longer span is a slip of the finger.
LONGEST_SPAN = 200


Resolver = Callable[[str], str | None]

_PASSAGE_KINDS = {kind.casefold(): kind.value for kind in PassageKind}


class UnknownYearError(ValueError):
    """What was given is neither a year nor a span of years."""


def canonical(archive: Archive, filters: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return filters with labels for aliases and single years for spans; unknown labels stay and match nothing.

    Raises:
        UnknownYearError: A year is no year.
    """
    vocabulary = archive.vocabulary()
    known: dict[str, Resolver] = {
        "site": vocabulary.site,
        "topic": vocabulary.topic,
        "meeting": vocabulary.meeting,
        "kind": vocabulary.document_kind,
        "passage_kind": _passage_kind,
    }
    labels: dict[str, tuple[str, ...]] = {}
    for facet, values in filters.items():
        if facet == "year":
            labels[facet] = tuple(year for value in values for year in _years(value))
        else:
            labels[facet] = tuple(known[facet](value) or value for value in values)
    return labels


def _passage_kind(text: str) -> str | None:
    return _PASSAGE_KINDS.get(text.strip().casefold())


def _years(value: str) -> Iterator[str]:
    found = _YEARS.fullmatch(value.strip())
    if not found:
        raise UnknownYearError(value)
    first, last = int(found[1]), int(found[2] or found[1])
    if not 0 <= last - first <= LONGEST_SPAN:
        raise UnknownYearError(value)
    yield from (str(year) for year in range(first, last + 1))
