"""Pages for what goes wrong, in words that help."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Flask, Response, current_app, render_template
from werkzeug.exceptions import HTTPException, InternalServerError

from webui.access import NotAllowedError, NotSignedInError
from webui.api.problems import problem, problem_of
from webui.disturbances import Disturbance, disturbance
from webui.forms import OutdatedFormError
from webui.i18n import gettext, mark, translated
from webui.interface import for_programs
from webui.once_more import came_from, refused
from webui.request_log import request_number
from webui.views.documents import ErasedDocumentError
from webui.views.likely_versions import NothingChosenError, OvertakenError, UndecidedPersonsError, UnreadDraftError
from webui.wording import Notice

#: Status → what happened, and what to do.
NOTICES = {
    HTTPStatus.BAD_REQUEST: Notice(
        mark("Diese Adresse kennt das Archiv nicht"),
        mark("Rufen Sie das Archiv unter der Adresse auf, die beim Start angezeigt wurde."),
    ),
    HTTPStatus.FORBIDDEN: Notice(
        mark("Diese Anfrage kam nicht von einer Seite des Archivs"),
        mark(
            "Zu Ihrem Schutz wurde sie nicht ausgeführt. Öffnen Sie die Seite im Archiv und versuchen Sie es dort; "
            "dazu muss Ihr Browser Cookies des Archivs annehmen."
        ),
    ),
    HTTPStatus.NOT_FOUND: Notice(
        mark("Diese Seite gibt es nicht"),
        mark("Vielleicht wurde das Dokument zurückgezogen, oder in der Adresse steckt ein Tippfehler."),
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Notice(
        mark("Das war zu viel auf einmal"),
        mark(
            "Eine Datei darf 50 MB groß sein, alle zusammen 500 MB. Laden Sie die Dateien in mehreren Schritten hoch."
        ),
    ),
    HTTPStatus.TOO_MANY_REQUESTS: Notice(
        mark("Das war zu oft in kurzer Zeit"),
        mark(
            "Warten Sie ein paar Sekunden, und laden Sie die Seite dann neu. Teilen sich viele einen Anschluss, hilft "
            "es, sich anzumelden: Dann zählt nur, was Sie selbst tun."
        ),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: Notice(
        mark("Hier ist etwas schiefgegangen"),
        mark("Der Fehler liegt beim Archiv, nicht bei Ihnen. Versuchen Sie es noch einmal."),
    ),
}


#: What is said where a status alone says too little.
REASONS: Mapping[type[HTTPException], Notice] = {
    NotSignedInError: Notice(
        mark("Sie sind nicht angemeldet"),
        mark(
            "Ihre Anmeldung ist zu Ende gegangen, und nichts wurde ausgeführt. Melden Sie sich hier an: Was Sie "
            "eingegeben haben, können Sie danach absenden. Dateien wählen Sie noch einmal aus."
        ),
    ),
    OutdatedFormError: Notice(
        mark("Ihre Eingabe ist noch nicht gesendet"),
        mark(
            "Seit Sie diese Seite geöffnet haben, haben Sie sich ab- oder neu angemeldet. Deshalb wurde noch nichts "
            "ausgeführt. Kommt dieser Hinweis immer wieder, muss Ihr Browser Cookies des Archivs annehmen."
        ),
    ),
    NotAllowedError: Notice(
        mark("Das darf Ihr Konto nicht"),
        mark("Dafür braucht es eine andere Rolle. Fragen Sie die Koordination."),
    ),
    ErasedDocumentError: Notice(
        mark("Dieses Dokument ist gelöscht"),
        mark(
            "Original, Text und Suchindex gibt es nicht mehr. Festgehalten ist nur, wann, warum und durch wen es "
            "gelöscht wurde."
        ),
    ),
    UndecidedPersonsError: Notice(
        mark("Erst die Angaben zu Personen"),
        mark(
            "Als neue Fassung wäre der Entwurf sofort zu sehen. Entscheiden Sie zuerst über die gefundenen Angaben zu "
            "Personen, und wählen Sie dann noch einmal."
        ),
    ),
    UnreadDraftError: Notice(
        mark("Der Entwurf wird noch gelesen"),
        mark(
            "Als neue Fassung wäre er sofort zu sehen. Warten Sie, bis er zu Ende gelesen ist, und wählen Sie dann "
            "noch einmal."
        ),
    ),
    NothingChosenError: Notice(
        mark("Bitte wählen Sie noch einmal"),
        mark(
            "Nichts wurde geändert. Gehen Sie zurück, wählen Sie „neue Fassung“, „eigenes Dokument“ oder „verwerfen“, "
            "und bestätigen Sie das Verwerfen mit dem Häkchen."
        ),
    ),
    OvertakenError: Notice(
        mark("Darüber ist schon entschieden"),
        mark("Nichts wurde geändert. Öffnen Sie das Dokument neu, um den heutigen Stand zu sehen."),
    ),
}


#: Headers by which an error says what would work.
TOLD = frozenset({"Allow", "Retry-After"})


def init_app(app: Flask) -> None:
    """Give an app its error pages."""
    app.register_error_handler(HTTPException, show)


def show(error: HTTPException) -> tuple[str, int, dict[str, str]] | Response:
    """Show what went wrong, and a way on."""
    found = disturbance(error)
    if found:
        return _disturbed(found)
    if for_programs():
        return problem(error)
    status = HTTPStatus(error.code or InternalServerError.code)
    notice = REASONS.get(type(error)) or NOTICES.get(status)
    title = translated(notice.what) if notice else gettext("Das geht hier nicht")
    advice = translated(notice.advice) if notice else gettext("Gehen Sie zurück zur Startseite.")
    number = request_number() if status is HTTPStatus.INTERNAL_SERVER_ERROR else ""
    draft = error.draft if isinstance(error, UndecidedPersonsError) else ""
    erased = error.document if isinstance(error, ErasedDocumentError) else ""
    ended = isinstance(error, NotSignedInError)
    page = render_template(
        "errors/error.html",
        title=title,
        advice=advice,
        number=number,
        draft=draft,
        erased=erased,
        further=came_from() if ended else "",
        typed=refused() if ended or isinstance(error, OutdatedFormError) else None,
    )
    return page, status, {name: value for name, value in error.get_headers() if name in TOLD}


def _disturbed(found: Disturbance) -> Response:
    """Say what is wrong without asking the catalogue anything: it may be what is wrong."""
    if for_programs():
        response = problem_of(found.status, found.notice)
    else:
        said = {"title": translated(found.notice.what), "advice": translated(found.notice.advice)}
        response = Response(current_app.jinja_env.get_template("errors/plain.html").render(said), found.status)
    response.headers["Cache-Control"] = "no-store"
    if found.wait:
        response.headers["Retry-After"] = str(found.wait)
    return response
