"""What may be meant by the beginning of a query, for the search box."""

from functools import partial

from flask import Blueprint, Response, jsonify, request

from webui.addresses import LONGEST_QUERY
from webui.completing import groups, names, still_seen
from webui.reader import reader
from webui.services import services

bp = Blueprint("completions", __name__)


@bp.get("/vorschlaege")
def completions() -> Response:
    """Return completions as JSON: groups of a label and its options."""
    archive, asking = services().archive, reader()
    typed = request.args.get("q", "")[:LONGEST_QUERY]
    found = services().searcher.complete(typed, asking, partial(names, archive, asking))
    response = jsonify({"groups": groups(still_seen(found, asking))})
    # What one reader may see is kept neither for another nor for later.
    response.cache_control.no_store = True
    return response
