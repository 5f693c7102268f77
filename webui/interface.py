"""Which addresses programs read: no cookies there, and errors as JSON."""

from flask import request

#: Before the path of every operation.
ROOT = "/api/v1"

#: Where the interface describes itself to programs.
DESCRIPTION = "/openapi.json"


def for_programs() -> bool:
    """Tell whether the current address is one of the interface's, even if there is no such operation."""
    return request.path in (DESCRIPTION, ROOT) or request.path.startswith(f"{ROOT}/")
