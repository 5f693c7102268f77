"""The address of a search and the request it stands for: a pair of functions that undo each other.

Everything about a search is in its address, so that it can be kept, sent and called up again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from indexer.index.view import Versions
from indexer.search.request import FACETS, SearchRequest, Sort, Spelling

#: Facet → the address parameter that filters by it.
PARAMETERS: Mapping[str, str] = {
    "meeting": "treffen",
    "site": "standort",
    "topic": "thema",
    "keyword": "schlagwort",
    "kind": "art",
    "passage_kind": "abschnitt",
    "year": "jahr",
}

#: Before the parameter of a facet: no hit may have this label of it.
WITHOUT = "ohne-"

#: Value of "sortierung" → order of hits.
SORTS: Mapping[str, Sort] = {
    "relevanz": Sort.RELEVANCE,
    "neueste": Sort.NEWEST,
    "aelteste": Sort.OLDEST,
    "titel": Sort.TITLE,
}

#: The value of "schreibweise" that forbids corrections.
EXACTLY = "genau"

#: The value of "fassungen" that has older versions of documents looked through, too.
EVERY_VERSION = "alle"

#: Parameter of a stretch of the query that is to be taken by its words; repeats.
LITERAL = "woertlich"

#: Longer queries are cut: nobody types them, and reading them takes time.
LONGEST_QUERY = 500

#: Parameter of the page of a list.
PAGE = "seite"

#: Page numbers with more digits than this are nobody's.
PAGE_DIGITS = 4


def read_request(args: MultiDict[str, str]) -> SearchRequest:
    """Return the request an address stands for; what makes no sense in it is left out."""
    return SearchRequest(
        query=" ".join(args.get("q", "").split())[:LONGEST_QUERY],
        filters=dict(_filters(args, "")),
        excluded=dict(_filters(args, WITHOUT)),
        sort=SORTS.get(args.get("sortierung", ""), Sort.RELEVANCE),
        literal=_values(args, LITERAL),
        spelling=Spelling.EXACT if args.get("schreibweise") == EXACTLY else Spelling.FORGIVING,
        page=page_number(args),
        versions=Versions.ALL if args.get("fassungen") == EVERY_VERSION else Versions.NEWEST,
    )


def page_number(args: MultiDict[str, str], parameter: str = PAGE) -> int:
    """Return the number of the page an address asks for, counted from 1; what is no number asks for the first."""
    typed = args.get(parameter, "")
    if typed.isascii() and typed.isdigit() and len(typed) <= PAGE_DIGITS:
        return max(int(typed), 1)
    return 1


def write_request(request: SearchRequest) -> dict[str, str | list[str]]:
    """Return the address parameters of a request, without those that say what is said anyway."""
    address: dict[str, str | list[str]] = {"q": request.query} if request.query else {}
    address |= {PARAMETERS[facet]: list(values) for facet, values in request.filters.items()}
    address |= {WITHOUT + PARAMETERS[facet]: list(values) for facet, values in request.excluded.items()}
    if request.sort is not Sort.RELEVANCE:
        address["sortierung"] = next(name for name, sort in SORTS.items() if sort is request.sort)
    if request.spelling is Spelling.EXACT:
        address["schreibweise"] = EXACTLY
    if request.versions is Versions.ALL:
        address["fassungen"] = EVERY_VERSION
    if request.literal:
        address[LITERAL] = list(request.literal)
    if request.page > 1:
        address["seite"] = str(request.page)
    return address


def without_filter(request: SearchRequest, facet: str, value: str) -> SearchRequest:
    """Return a request that no longer filters by one value."""
    return replace(request, filters=_exchanged(request.filters, facet, value, ()), page=1)


def without_exclusion(request: SearchRequest, facet: str, value: str) -> SearchRequest:
    """Return a request that no longer excludes one value."""
    return replace(request, excluded=_exchanged(request.excluded, facet, value, ()), page=1)


def with_label(request: SearchRequest, facet: str, value: str, label: str) -> SearchRequest:
    """Return a request that filters by a label, or excludes it, in place of a value."""
    filters = _exchanged(request.filters, facet, value, (label,))
    return replace(request, filters=filters, excluded=_exchanged(request.excluded, facet, value, (label,)), page=1)


def _exchanged(
    filters: Mapping[str, tuple[str, ...]], facet: str, value: str, others: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Return filters with other values in place of one; a facet without values is left out."""
    exchanged = (each for old in filters.get(facet, ()) for each in (others if old == value else (old,)))
    changed = {**filters, facet: tuple(dict.fromkeys(exchanged))}
    return {name: values for name, values in changed.items() if values}


def without_filters(request: SearchRequest) -> SearchRequest:
    """Return a request with the same words and no filters."""
    return replace(request, filters={}, excluded={}, page=1)


def exactly(request: SearchRequest) -> SearchRequest:
    """Return a request whose words are not to be corrected."""
    return replace(request, spelling=Spelling.EXACT, page=1)


def literally(request: SearchRequest, stretches: Iterable[str]) -> SearchRequest:
    """Return a request that takes more stretches of its query by their words."""
    return replace(request, literal=tuple(dict.fromkeys((*request.literal, *stretches))), page=1)


def recognising(request: SearchRequest) -> SearchRequest:
    """Return a request that takes no stretch of its query by its words only."""
    return replace(request, literal=(), page=1)


def with_query(request: SearchRequest, query: str) -> SearchRequest:
    """Return a request for other words with the same filters."""
    return replace(request, query=query, literal=(), page=1)


def in_all_versions(request: SearchRequest) -> SearchRequest:
    """Return a request that looks through older versions of documents, too."""
    return replace(request, versions=Versions.ALL, page=1)


def in_newest_versions(request: SearchRequest) -> SearchRequest:
    """Return a request that looks through the newest version of each document only."""
    return replace(request, versions=Versions.NEWEST, page=1)


def sorted_by(request: SearchRequest, sort: Sort) -> SearchRequest:
    """Return a request for the same hits in another order."""
    return replace(request, sort=sort, page=1)


def on_page(request: SearchRequest, page: int) -> SearchRequest:
    """Return a request for another page of the same hits."""
    return replace(request, page=page)


def _filters(args: MultiDict[str, str], before: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for facet in FACETS:
        values = _values(args, before + PARAMETERS[facet])
        if values:
            yield facet, values


def _values(args: MultiDict[str, str], parameter: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in args.getlist(parameter) if value.strip()))
