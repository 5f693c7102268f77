"""What may be meant by the beginning of a query, for the search box."""

from functools import partial

from flask import Blueprint, Response, jsonify, request

from indexer.search.completions import Completion
from webui.addresses import LONGEST_QUERY
from webui.completing import filter_values, groups, names, still_seen
from webui.labels import known_labels
from webui.reader import reader
from webui.services import services
from webui.typed_filters import begun_filter

bp = Blueprint("completions", __name__)


@bp.get("/vorschlaege")
def completions() -> Response:
    """Return completions as JSON: groups of a label and its options."""
    response = jsonify({"groups": groups(_completed(request.args.get("q", "")[:LONGEST_QUERY]))})
    # What one reader may see is kept neither for another nor for later.
    response.cache_control.no_store = True
    return response


def _completed(typed: str) -> list[Completion]:
    archive, asking = services().archive, reader()
    begun = begun_filter(typed)
    if begun:
        return filter_values(begun, known_labels(archive.vocabularies.joined(), services().searcher, asking))
    return still_seen(services().searcher.complete(typed, asking, partial(names, archive, asking)), asking)
