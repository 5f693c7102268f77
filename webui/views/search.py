"""The result page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from indexer.search.query import SHORTEST_BEGINNING, has_idle_star
from indexer.search.request import FacetValue, ResultPage
from indexer.search.ways import NOWHERE, WaysOn
from webui.addresses import PARAMETERS, SORTS, WITHOUT, on_page, read_request
from webui.agreements import agreements
from webui.explained import explained
from webui.filters import read_filters
from webui.labels import known_labels
from webui.next_meeting import NextMeeting, asked_kind, next_meeting
from webui.nothing_agreed import nothing_agreed
from webui.presentation import search_url
from webui.reader import reader
from webui.services import services
from webui.still_told import still_corrected, still_leading, still_told
from webui.typed_filters import lifted
from webui.unanswered import note_unanswered
from webui.understanding import understandings
from webui.why import why
from webui.wording import FACETS, ORIGINS
from webui.wording import SORTS as SORT_WORDING

bp = Blueprint("search", __name__)

#: So many values of a facet are shown at once; the others wait behind "Mehr anzeigen".
SHOWN_VALUES = 6
#: … and so many of these; whoever looks for one of hundreds types a piece of its name.
MOST_OTHERS = 40


@dataclass(frozen=True, slots=True)
class Arranged:
    """The values of a facet as they are shown."""

    first: list[FacetValue]
    #: On demand.
    others: list[FacetValue]
    #: How many more there are.
    left: int


@bp.get("/suche")
def results() -> str | Response:
    """Show the documents that answer a request, with their best passages."""
    vocabulary = services().archive.vocabularies.joined()
    known = known_labels(vocabulary, services().searcher, reader())
    typed = lifted(read_request(request.args), known)
    read, barred = read_filters(known, typed.filters), read_filters(known, typed.excluded)
    asked = replace(typed, filters=read.labels, excluded=barred.labels, reader=reader())
    found = still_corrected(services(), services().searcher.search(asked), reader())
    note_unanswered(asked, found)
    pages = number_of_pages(found)
    if asked.page > pages:
        return redirect(search_url(on_page(asked, pages)))
    hits = still_told(services().archive, found.hits, reader())
    unfound = services().searcher.unfound(found) if found.hits else ()
    return render_template(
        "search/results.html",
        asked=asked,
        found=found,
        is_building=services().searcher.view(reader()) is None,
        read=read,
        barred=barred,
        hits=hits,
        agreements=agreements(each.hit for each in hits),
        answers=explained(found.answers) if asked.page == 1 else (),
        ways_on=NOWHERE if found.hits else _ways_on(found),
        nothing_agreed=nothing_agreed(asked, found),
        unfound=[word for word in unfound if not has_idle_star(word)],
        idle_stars=list(filter(has_idle_star, unfound)),
        shortest_beginning=SHORTEST_BEGINNING,
        reasons={id_: why(each) for id_, each in services().searcher.explain(found).items()},
        next_meeting=_next_meeting(asked.query, vocabulary.meeting_kinds),
        understood=understandings(found.recognised),
        origins=ORIGINS,
        facets=[(name, arranged(name, found.facets.get(name, ()))) for name in FACETS],
        legends=FACETS,
        parameters=PARAMETERS,
        without=WITHOUT,
        sorts=[(sort, name, SORT_WORDING[sort]) for name, sort in SORTS.items()],
        pages=pages,
    )


def _ways_on(found: ResultPage) -> WaysOn:
    return still_leading(services(), services().searcher.ways_on(found), reader())


def _next_meeting(query: str, kinds: Mapping[str, str]) -> NextMeeting | None:
    """Return what is on record where the next meeting is asked for."""
    kind = asked_kind(query, kinds)
    if kind is None:
        return None
    return next_meeting(kind, services().archive.vocabularies.meetings(), datetime.now(UTC).date())


def number_of_pages(found: ResultPage) -> int:
    """Return how many pages the hits fill, at least one."""
    return max(1, -(-found.total_documents // found.request.limit))


def arranged(facet: str, values: tuple[FacetValue, ...]) -> Arranged:
    """Return the values of a facet to be shown at once, others, and how many are left; what is selected is shown."""
    in_order = sorted(values, key=lambda each: each.value, reverse=True) if facet == "year" else list(values)
    first = [each for place, each in enumerate(in_order) if place < SHOWN_VALUES or each.selected]
    others = [each for each in in_order[SHOWN_VALUES:] if not each.selected]
    return Arranged(first, others[:MOST_OTHERS], len(others[MOST_OTHERS:]))
