"""Which addresses programs read: no cookies there, and errors as JSON."""

from flask import request

#: Before the path of every operation.
ROOT = "/api/v1"

#: Before the path of every feed.
FEEDS = "/feeds"

#: Where the interface describes itself to programs.
DESCRIPTION = "/openapi.json"


def for_programs() -> bool:
    """Tell whether the current address is one of the interface's or of a feed's, even if there is nothing there."""
    return request.path in (DESCRIPTION, ROOT) or request.path.startswith((f"{ROOT}/", f"{FEEDS}/"))
