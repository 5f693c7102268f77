"""How long documents are kept, and which may go: deletion only by someone who decides on each."""

from datetime import UTC, datetime

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.custody import EventKind
from archive.deletion import Survey
from archive.erasure import ErasureReason
from archive.journal import Asked
from webui.deletion_wording import class_name, others, starts
from webui.erasing import erase_with_attachments
from webui.i18n import gettext
from webui.listing import listed
from webui.reader import reader
from webui.services import services

bp = Blueprint("deletion", __name__, url_prefix="/verwaltung/loeschfristen")


@bp.get("")
def index() -> str:
    """Show the periods, and what is due."""
    return _page()


@bp.post("/<code>")
def erase(code: str) -> Response | tuple[str, int]:
    """Destroy a document that is due, if its reference code was typed."""
    if all(each.document.code != code for each in _survey().due):
        abort(404)
    if request.form.get("kennung", "").strip() != code:
        return _page(code, gettext("Bitte geben Sie zum Löschen genau die Kennung des Dokuments ein.")), 400
    erase_with_attachments(code, ErasureReason.EXPIRED)
    return redirect(url_for("deletion.index", geloescht=code), code=303)


def _erased(code: str) -> str:
    """Return a reference code if the journal says that its document was erased, and else ""."""
    asked = Asked(document=code, kinds=[EventKind.ERASURE])
    return code if code and services().archive.journal.count(asked) else ""


def _survey() -> Survey:
    return services().archive.deletion.survey(datetime.now(UTC).date(), reader().visible)


def _page(wrong_code: str = "", wrong: str = "") -> str:
    found = _survey()
    # The document at fault stands on the page that answers, wherever the list has it.
    shown = listed([each for each in found.due if wrong_code in ("", each.document.code)])
    return render_template(
        "deletion/index.html",
        outlooks=found.outlook,
        others=list(others()),
        documents=shown,
        attached=services().archive.attachments_of(*(each.document.code for each in shown.shown)),
        class_name=class_name,
        starts=starts,
        wrong=wrong,
        erased=_erased(request.args.get("geloescht", "")),
    )
