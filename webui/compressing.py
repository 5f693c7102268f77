"""Sends styles and scripts compressed.

Pages are not: they hold what somebody typed beside the secret of their forms, and how well both compress together would
tell of the secret (BREACH).
"""

import gzip

from flask import Flask, Response, request

#: What is worth it; pictures are compressed already.
TEXTS = frozenset({"text/css", "text/javascript", "image/svg+xml"})


def init_app(app: Flask) -> None:
    """Let an app compress what it sends of its own files, to browsers that take it so."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if request.endpoint != "static" or response.mimetype not in TEXTS:
        return response
    response.vary.add("Accept-Encoding")
    if response.status_code == 200 and request.accept_encodings["gzip"]:  # noqa: PLR2004 - the whole file
        response.direct_passthrough = False
        response.set_data(gzip.compress(response.get_data(), mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        # The same file in other bytes: a browser that has it asks with this tag, and is answered that it has it.
        tag, _ = response.get_etag()
        if tag:
            response.set_etag(tag, weak=True)
    return response
