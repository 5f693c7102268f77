"""Errors as programs are told them: problem details (RFC 9457), in German first like all texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

import msgspec
from flask import Response
from msgspec import Meta
from werkzeug.exceptions import HTTPException, InternalServerError

from webui.api.asking import Fault, ParametersError
from webui.i18n import gettext, mark, translated
from webui.limits import TooOftenError
from webui.wording import Notice

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class FaultRecord:
    """What is wrong with a parameter."""

    parameter: str
    detail: str


@dataclass(frozen=True, slots=True)
class ProblemRecord:
    """An error."""

    type: Annotated[str, Meta(description=mark("immer about:blank: Der Status sagt, was für ein Fehler es ist"))]
    title: str
    status: int
    detail: Annotated[str, Meta(description=mark("was zu tun ist"))]
    errors: Annotated[tuple[FaultRecord, ...], Meta(description=mark("zu einzelnen Parametern"))] = ()


#: Status → what happened, and what to do.
NOTICES: Mapping[HTTPStatus, Notice] = {
    HTTPStatus.BAD_REQUEST: Notice(
        mark("So lässt sich die Anfrage nicht verstehen."),
        mark("Prüfen Sie die Adresse und ihre Parameter; /api erklärt sie."),
    ),
    HTTPStatus.UNAUTHORIZED: Notice(
        mark("Dieser Zugangsschlüssel gilt nicht."),
        mark("Prüfen Sie ihn, oder legen Sie auf der Seite „Ihr Konto“ einen neuen an."),
    ),
    HTTPStatus.FORBIDDEN: Notice(
        mark("Das darf die Schnittstelle nicht."), mark("Sie liest nur. Ändern lässt sich etwas auf den Seiten.")
    ),
    HTTPStatus.NOT_FOUND: Notice(
        mark("Das gibt es hier nicht."),
        mark("Vielleicht wurde es zurückgezogen, oder Ihr Zugangsschlüssel zeigt es nicht; /api nennt alle Adressen."),
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: Notice(mark("Hier lässt sich nur lesen."), mark("Fragen Sie mit GET oder HEAD.")),
    HTTPStatus.TOO_MANY_REQUESTS: Notice(
        mark("Das waren zu viele Anfragen in kurzer Zeit."), mark("Fragen Sie langsamer.")
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: Notice(
        mark("Gerade wird mehr gefragt, als das Archiv beantworten kann."),
        mark("Fragen Sie später noch einmal; Retry-After sagt, nach wie vielen Sekunden."),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: Notice(
        mark("Hier ist etwas schiefgegangen."),
        mark("Der Fehler liegt beim Archiv, nicht bei Ihnen. Versuchen Sie es noch einmal."),
    ),
}


def problem_of(status: HTTPStatus, notice: Notice) -> Response:
    """Return a notice as programs read it."""
    record = ProblemRecord("about:blank", translated(notice.what), status, translated(notice.advice))
    return Response(msgspec.json.encode(record), status, mimetype=MEDIA_TYPE)


_OTHER = Notice(mark("Das geht hier nicht."), mark("Lesen Sie unter /api, was geht."))


def told(status: HTTPStatus) -> bytes:
    """Return what is said of a status that says all there is to say, as JSON."""
    notice = NOTICES[status]
    record = ProblemRecord("about:blank", translated(notice.what), status, translated(notice.advice))
    return msgspec.json.encode(record)


def problem(error: HTTPException) -> Response:
    """Return an error as programs read it."""
    status = HTTPStatus(error.code or InternalServerError.code)
    notice = NOTICES.get(status, _OTHER)
    record = ProblemRecord("about:blank", translated(notice.what), status, _detail(error, notice), _faults(error))
    response = Response(msgspec.json.encode(record), status, mimetype=MEDIA_TYPE)
    response.headers.update(
        (name, value) for name, value in error.get_headers() if name not in ("Content-Type", "Content-Length")
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _detail(error: HTTPException, notice: Notice) -> str:
    match error:
        case ParametersError(faults=(Fault(parameter=parameter, detail=detail), *_)):
            return gettext("Parameter „%(name)s“: %(said)s", name=parameter, said=detail)
        case TooOftenError(wait=wait):
            return gettext("Warten Sie %(wait)s Sekunden.", wait=str(wait))
        case _:
            return translated(notice.advice)


def _faults(error: HTTPException) -> tuple[FaultRecord, ...]:
    if not isinstance(error, ParametersError):
        return ()
    return tuple(FaultRecord(each.parameter, each.detail) for each in error.faults)
