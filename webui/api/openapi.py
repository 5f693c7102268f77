"""The description of the interface (OpenAPI 3.1), made from the declarations that validate its requests."""

from collections.abc import Iterable
from dataclasses import MISSING, fields
from http import HTTPStatus
from typing import Any

import msgspec

from webui.api.asking import parameters
from webui.api.operation import Operation
from webui.api.problems import MEDIA_TYPE, NOTICES, ProblemRecord
from webui.i18n import gettext, mark, translated
from webui.interface import ROOT

Spec = dict[str, Any]

VERSION = "3.1.0"

#: The version of the interface; the number before the point is in its addresses.
RELEASE = "1.0"

_REFERENCE = "#/components/schemas/{name}"
_SECURITY = "token"

#: What a name in a path stands for.
NAMES = {
    "code": mark("Kennung des Dokuments, z. B. D-2026-0042"),
    "key": mark("Schlüssel des Eintrags, wie ihn die Liste nennt"),
}


def description(operations: Iterable[Operation]) -> Spec:
    """Return the description of operations, in the reader's language."""
    listed = tuple(operations)
    types = [ProblemRecord, *(each.answer for each in listed if not each.sends_file)]
    hints = [hint for each in listed for hint in parameters(each.asked).values()]
    schemas, components = msgspec.json.schema_components([*types, *hints], ref_template=_REFERENCE)
    known = iter(schemas[1:])
    answers = {each.name: next(known) for each in listed if not each.sends_file}
    asked = {each.name: {name: next(known) for name in parameters(each.asked)} for each in listed}
    return {
        "openapi": VERSION,
        "info": _info(),
        "servers": [{"url": ROOT}],
        # Without a token as a visitor, with one as its owner.
        "security": [{}, {_SECURITY: []}],
        "paths": {
            each.template: {"get": _operation(each, answers.get(each.name), asked[each.name])} for each in listed
        },
        "components": {
            "schemas": {name: _translated(_bare(schema)) for name, schema in components.items()},
            "responses": _problems(),
            "securitySchemes": {_SECURITY: {"type": "http", "scheme": "bearer"}},
        },
    }


def _info() -> Spec:
    return {
        "title": gettext("Wissensarchiv JMD im Quartier"),
        "version": RELEASE,
        "description": gettext(
            "Alles, was sich auf den Seiten lesen lässt, als JSON. Ohne Zugangsschlüssel ist zu sehen, was öffentlich "
            "ist, mit einem das, was sein Konto sehen darf."
        ),
    }


#: What any operation answers to whoever asks more than can be answered.
LATER = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


def _operation(operation: Operation, answer: Spec | None, asked: dict[str, Spec]) -> Spec:
    failing = [HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, *LATER]
    if operation.names:
        failing.append(HTTPStatus.NOT_FOUND)
    moved = {"302": {"description": gettext("steht jetzt anderswo")}} if operation.names else {}
    return {
        "operationId": operation.name,
        "summary": translated(operation.summary),
        "parameters": [*map(_in_path, operation.names), *_in_query(operation, asked)],
        "responses": {
            "200": {"description": translated(operation.summary), "content": _content(answer)},
            **moved,
            "304": {"description": gettext("unverändert")},
            **{str(status.value): {"$ref": f"#/components/responses/{status.value}"} for status in sorted(failing)},
        },
    }


def _content(answer: Spec | None) -> Spec:
    return {"*/*": {}} if answer is None else {"application/json": {"schema": answer}}


def _in_path(name: str) -> Spec:
    schema = {"type": "string", "minLength": 1}
    return {"name": name, "in": "path", "required": True, "description": translated(NAMES[name]), "schema": schema}


def _in_query(operation: Operation, asked: dict[str, Spec]) -> list[Spec]:
    required = {each.name for each in fields(operation.asked) if each.default is MISSING}  # type: ignore[arg-type] # a dataclass
    made = []
    for name, declared in asked.items():
        schema = _translated(declared)
        said = schema.pop("description", "")
        made.append({"name": name, "in": "query", "required": name in required, "description": said, "schema": schema})
    return made


def _problems() -> Spec:
    content = {MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(name=ProblemRecord.__name__)}}}
    return {
        str(status.value): {"description": translated(notice.what), "content": content}
        for status, notice in NOTICES.items()
    }


def _bare(schema: Spec) -> Spec:
    """Return a schema without what its class says to those who program it."""
    return {name: value for name, value in schema.items() if name not in ("title", "description")}


def _translated(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a schema with its descriptions in the reader's language."""
    if isinstance(schema, list):
        return [_translated(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: translated(value) if name == "description" and isinstance(value, str) else _translated(value)
        for name, value in schema.items()
    }
