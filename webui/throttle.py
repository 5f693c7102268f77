"""Which address asks for what there is a limit of: one table; answers whoever asks too often with when to come back.

Signing in has a limit of its own (`archive.accounts.attempts`).
"""

from collections.abc import Mapping

from flask import Flask, request

from archive.accounts.attempts import network
from webui.limits import Costly
from webui.reader import account
from webui.services import services

#: Endpoint → what it asks for. Reports are counted where they are made, once they are complete.
COSTS: Mapping[str, Costly] = {
    "search.results": Costly.SEARCH,
    "agreements.index": Costly.SEARCH,
    "methods.index": Costly.SEARCH,
    "documents.similar_passages": Costly.SEARCH,
    "page_pictures.page": Costly.SEARCH,
    "synonyms.index": Costly.SEARCH,
    "versions.index": Costly.SEARCH,
    "completions.completions": Costly.COMPLETION,
    "page_pictures.image": Costly.PICTURE,
    "agreements.table": Costly.EXPORT,
    "agreements.deadlines": Costly.EXPORT,
    "meetings.files": Costly.EXPORT,
    "events.export": Costly.EXPORT,
    "answers.answer": Costly.EXPORT,
    "uploads.upload": Costly.UPLOAD,
    "uploads.begin": Costly.UPLOAD,
    "uploads.add": Costly.UPLOAD,
}


def init_app(app: Flask) -> None:
    """Let an app turn away whoever asks too often."""
    app.before_request(_count)


def take(costly: Costly) -> None:
    """Take one request of what whoever asks has left.

    Raises:
        TooOftenError: There is none.
    """
    own = account()
    services().limits.take(costly, own.agent if own else "", network(request.remote_addr or ""))


def _count() -> None:
    costly = COSTS.get(request.endpoint or "")
    if costly:
        take(costly)
