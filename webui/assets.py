"""Styles and scripts: their addresses tell their content, so that browsers keep them; each is compressed once.

Pages are not compressed: they hold what somebody typed beside the secret of their forms, and how well both compress
together would tell of the secret (BREACH).
"""

import gzip
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request
from werkzeug.security import safe_join

#: What is worth compressing; pictures are compressed already.
TEXTS = frozenset({"text/css", "text/javascript", "image/svg+xml"})

#: The parameter that tells the content of a file, and how many letters do.
PARAMETER, LETTERS = "v", 12

#: Seconds a browser keeps a file whose address tells its content: a year, which is as good as for ever.
FOR_EVER = 31_536_000

#: More files than there are.
MOST = 128


def init_app(app: Flask) -> None:
    """Let an app name its own files by their content, and send them compressed to browsers that take them so."""
    app.url_defaults(_name)
    app.after_request(_send)


@lru_cache(MOST)
def _stamp(path: str, _changed: int) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:LETTERS]


@lru_cache(MOST)
def _compressed(path: str, _changed: int) -> bytes:
    return gzip.compress(Path(path).read_bytes(), mtime=0)


def _name(endpoint: str, values: dict[str, Any]) -> None:
    """Add what tells a file's content to its address."""
    found = _file(values.get("filename")) if endpoint == "static" else None
    if found:
        values[PARAMETER] = _stamp(*found)


def _send(response: Response) -> Response:
    if request.endpoint != "static" or response.status_code not in (200, 304):
        return response
    found = _file((request.view_args or {}).get("filename"))
    if found is None:
        return response
    if request.args.get(PARAMETER) == _stamp(*found):
        response.headers["Cache-Control"] = f"public, max-age={FOR_EVER}, immutable"
    if response.mimetype in TEXTS:
        response.vary.add("Accept-Encoding")
        if response.status_code == 200 and request.accept_encodings["gzip"]:  # noqa: PLR2004 - the whole file
            _exchange(response, _compressed(*found))
    return response


def _exchange(response: Response, compressed: bytes) -> None:
    response.close()
    response.direct_passthrough = False
    response.set_data(compressed)
    response.headers["Content-Encoding"] = "gzip"
    # The same file in other bytes: a browser that has it asks with this tag, and is answered that it has it.
    tag, _ = response.get_etag()
    if tag:
        response.set_etag(tag, weak=True)


def _file(name: object) -> tuple[str, int] | None:
    """Return where one of the app's own files lies and when it was changed, or None if there is none of this name."""
    path = safe_join(str(current_app.static_folder), str(name))
    if path is None:
        return None
    try:
        return path, Path(path).stat().st_mtime_ns
    except OSError:
        return None
