"""The interface for programs: its operations, its description, and the page that explains it."""

from functools import partial

import msgspec
from flask import Blueprint, Response, render_template, request

from webui.api import agreements, documents, entries, methods, searching
from webui.api.asking import parameters, read
from webui.api.openapi import description
from webui.api.operation import REVALIDATED, Operation
from webui.api.saying import explained
from webui.interface import DESCRIPTION, ROOT
from webui.limits import LIMITS, Costly

bp = Blueprint("api", __name__)

#: All of them, in the order in which the page tells them.
OPERATIONS: tuple[Operation, ...] = (
    *searching.OPERATIONS,
    *documents.OPERATIONS,
    *agreements.OPERATIONS,
    *entries.OPERATIONS,
    *methods.OPERATIONS,
)


@bp.get("/api")
def explanation() -> str:
    """Explain the interface to people."""
    return render_template(
        "api/index.html",
        operations=OPERATIONS,
        parameters=parameters,
        explained=explained,
        root=ROOT,
        root_url=f"{request.url_root.rstrip('/')}{ROOT}",
        limit=LIMITS[Costly.PROGRAM],
    )


@bp.get(DESCRIPTION)
def openapi() -> Response:
    """Describe the interface to programs (OpenAPI 3.1)."""
    return _sent(description(OPERATIONS), REVALIDATED)


def answer(operation: Operation, **names: str) -> Response:
    """Carry an operation out, and send what it returns."""
    asked = read(operation.asked, request.args)
    given = {"asked": asked} if operation.takes_parameters else {}
    made = operation.view(**names, **given)
    return made if isinstance(made, Response) else _sent(made, operation.cache_control)


def _sent(record: object, cache_control: str) -> Response:
    response = Response(msgspec.json.encode(record), mimetype="application/json")
    response.headers["Cache-Control"] = cache_control
    response.vary.add("Accept-Language")
    if cache_control == REVALIDATED:
        response.add_etag()
    response.make_conditional(request)
    return response


for _each in OPERATIONS:
    bp.add_url_rule(ROOT + _each.path, _each.name, partial(answer, _each), methods=["GET"])
