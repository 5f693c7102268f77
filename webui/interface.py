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
    return is_for_programs(request.path)


def is_for_programs(path: str) -> bool:
    """Tell whether a path is one of the interface's or of a feed's."""
    return path in (DESCRIPTION, ROOT) or path.startswith((f"{ROOT}/", f"{FEEDS}/"))
