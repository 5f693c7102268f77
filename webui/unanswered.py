"""Learning from use: queries that found nothing are counted, if they can be about nobody."""

from dataclasses import replace

from flask import request

from archive.rights import STAFF
from indexer.search.request import ResultPage, SearchRequest
from indexer.structure.personal.queries import is_suspect
from webui.services import services

#: What browsers say when they load a page that nobody has asked for yet.
_AHEAD = ("Sec-Purpose", "Purpose", "X-Moz")


def is_answered(query: str) -> bool:
    """Tell whether staff would find something for a query by now, by another document or a synonym."""
    return services().searcher.finds(query, STAFF)


def still_unanswered() -> int:
    """Return how many of the queries that found nothing several times find nothing to this day."""
    return sum(not is_answered(each.query) for each in services().archive.unanswered.entries())


def note_unanswered(asked: SearchRequest, found: ResultPage) -> None:
    """Count a query that a reader of a page asked in full and that found nothing, whatever the filters."""
    if found.hits or found.corrected or asked.is_filtered() or asked.page > 1 or not asked.query.strip():
        return
    if request.method != "GET" or any(request.headers.get(name) for name in _AHEAD):
        return
    searcher = services().searcher
    # What staff would find is no gap of the vocabularies, but out of sight for this reader.
    if is_suspect(asked.query, searcher.is_known) or searcher.search(replace(asked, reader=STAFF)).hits:
        return
    services().archive.unanswered.count(asked.query)
