"""Filters typed into the query: `graffiti standort:Hamburg jahr:2018..2020`.

They become filters like those that are ticked, and so are shown as chips that can be removed.
"""

import re
from dataclasses import replace

from indexer.search.request import SearchRequest

#: What can be typed before the colon, and the facet it filters; a colon after anything else is punctuation.
FACETS = {
    "treffen": "meeting",
    "standort": "site",
    "thema": "topic",
    "handlungsfeld": "topic",
    "art": "kind",
    "abschnitt": "passage_kind",
    "jahr": "year",
}

_TYPED = re.compile(
    rf'(?<!\S)(?P<name>{"|".join(FACETS)}):(?:"(?P<quoted>[^"]+)"|(?P<word>[^\s"]+))',
    re.IGNORECASE,
)


def lifted(request: SearchRequest) -> SearchRequest:
    """Return a request with the filters of its query among its filters, and out of its query."""
    filters = dict(request.filters)
    for found in _TYPED.finditer(request.query):
        facet = FACETS[found["name"].lower()]
        value = found["quoted"] or found["word"]
        filters[facet] = tuple(dict.fromkeys((*filters.get(facet, ()), value)))
    return replace(request, query=" ".join(_TYPED.sub(" ", request.query).split()), filters=filters)
