"""Filters typed into the query: `graffiti standort:Hamburg jahr:2018..2020 -art:Protokoll`.

They become filters like those that are ticked, and so are shown as chips that can be removed. With a space behind the
colon ("Standort: Gotha") it may be a sentence ("Thema: was danach geschah"): a filter only where the value is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer.search.request import SearchRequest
from webui.filters import meanings
from webui.labels import Labels

#: What can be typed before the colon, and the facet it filters; a colon after anything else is punctuation.
FACETS = {
    "treffen": "meeting",
    "standort": "site",
    "thema": "topic",
    "handlungsfeld": "topic",
    "schlagwort": "keyword",
    "art": "kind",
    "abschnitt": "passage_kind",
    "jahr": "year",
}

_TYPED = re.compile(
    rf'(?<!\S)(?P<minus>-)?(?P<name>{"|".join(FACETS)}):(?P<gap>\s*)(?:"(?P<quoted>[^"]+)"|(?P<word>[^\s"]+))',
    re.IGNORECASE,
)
#: One that is still being typed.
_BEGUN = re.compile(
    rf"(?<!\S)(?P<said>-?(?P<name>{'|'.join(FACETS)}):)(?:\"(?P<quoted>[^\"]*)|(?P<word>[^\s\"]*))$", re.IGNORECASE
)
#: What follows a value in a list of them.
_PUNCTUATION = ",;"


@dataclass(frozen=True, slots=True)
class BegunFilter:
    """A filter at the end of a query, as far as it is typed."""

    facet: str
    value: str
    #: The query up to the value.
    before: str

    def completed(self, value: str) -> str:
        """Return the query with a value in place of what is typed of it."""
        return f'{self.before}"{value}"' if " " in value else f"{self.before}{value}"


def begun_filter(query: str) -> BegunFilter | None:
    """Return the filter that a query ends with, or None."""
    found = _BEGUN.search(query)
    if not found:
        return None
    return BegunFilter(
        FACETS[found["name"].lower()], found["quoted"] or found["word"] or "", query[: found.end("said")]
    )


def lifted(request: SearchRequest, known: Labels) -> SearchRequest:
    """Return a request with the filters of its query among its filters, and out of its query."""
    filters, excluded = dict(request.filters), dict(request.excluded)
    left, end = [], 0
    for found, facet, value in _typed(request.query, known):
        kept = excluded if found["minus"] else filters
        kept[facet] = tuple(dict.fromkeys((*kept.get(facet, ()), value)))
        left.append(request.query[end : found.start()])
        end = found.end()
    words = " ".join((*left, request.query[end:])).split()
    return replace(request, query=" ".join(words), filters=filters, excluded=excluded)


def _typed(query: str, known: Labels) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield where a filter stands, its facet and its value."""
    for found in _TYPED.finditer(query):
        facet = FACETS[found["name"].lower()]
        value = found["quoted"] or found["word"].rstrip(_PUNCTUATION)
        if value and (not found["gap"] or meanings(known, facet, value)):
            yield found, facet, value
