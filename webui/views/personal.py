"""Personal data in a document: what was noticed, and what becomes of it."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.erasure import ErasureReason
from archive.privacy.values import Ground
from archive.values import Description, Visibility
from indexer.extraction.errors import ChildStartError
from indexer.redaction.errors import RedactionError
from indexer.structure.personal.datum import PersonalKind
from webui.erasing import erase_with_attachments
from webui.i18n import gettext
from webui.noticed import noticed
from webui.reader import agent
from webui.redacting import (
    AbsentWordsError,
    Choice,
    Decisions,
    Earlier,
    MissingRoleError,
    NothingDecidedError,
    carry_out,
    erase_concealed,
)
from webui.redaction_wording import redaction_saying
from webui.services import services
from webui.views.documents import described_or_404

bp = Blueprint("personal", __name__, url_prefix="/dokumente/<code>/personenangaben")

#: Offered where a role is asked for; any other may be typed. Documents are German, and so are these.
ROLES = (
    "Projektleitung",
    "Projektkoordination",
    "pädagogische Fachkraft",
    "Quartiersmanagement",
    "Verwaltung der Stadt",
    "eine teilnehmende Person",
    "eine jugendliche Person",
)

Answer = str | Response | tuple[str, int]

#: What keeps decisions from being carried out; nothing is changed then.
UNDONE = (RedactionError, MissingRoleError, NothingDecidedError, AbsentWordsError, ChildStartError)


@bp.get("")
def index(code: str) -> str:
    """Show what was noticed, with the form to decide."""
    return _page(described_or_404(code))


@bp.post("")
def decide(code: str) -> Answer:
    """Carry out what was decided."""
    document = described_or_404(code)
    reading = services().texts.pages(document.checksum) or abort(409)
    groups = noticed(services().archive, services().texts, document) or ()
    try:
        decisions = Decisions.of(request.form, groups)
        carry_out(services().archive, document, reading, decisions, agent())
    except UNDONE as error:
        return _page(document, redaction_saying(error)), 400
    if decisions.substitutions.all:
        # The index follows in a moment; until then nobody is shown a piece of the text as it was.
        services().texts.drop_passages([code])
    if request.form.get("fruehere") == Earlier.ERASE:
        erase_concealed(services().archive, code, agent())
    return _saved(code)


@bp.post("/fruehere-fassungen-loeschen")
def erase_earlier(code: str) -> Response:
    """Destroy the versions behind the newest redacted one."""
    described_or_404(code)
    erase_concealed(services().archive, code, agent())
    return _saved(code)


@bp.post("/nur-koordination")
def restrict(code: str) -> Response:
    """Let only the coordination see the document from now on: for lists of those present."""
    described_or_404(code)
    services().archive.publishing.publish(code, Visibility.COORDINATION, agent())
    return _saved(code)


@bp.post("/endgueltig-loeschen")
def erase(code: str) -> Answer:
    """Destroy the document, if its reference code was typed."""
    document = described_or_404(code)
    if request.form.get("kennung", "").strip() != code:
        return _page(document, gettext("Bitte geben Sie zum Löschen genau die Kennung des Dokuments ein.")), 400
    erase_with_attachments(code, ErasureReason.REQUESTED)
    return redirect(url_for("deletion.index", geloescht=code), code=303)


def _saved(code: str) -> Response:
    address = url_for("personal.index", code=code, gespeichert=1, stapel=request.args.get("stapel") or None)
    return redirect(address, code=303)


def _page(document: Description, wrong: str = "") -> str:
    groups = noticed(services().archive, services().texts, document)
    reading = services().texts.pages(document.checksum)
    below = services().archive.privacy.concealed_below(document.code)
    concealed = [each for each in services().archive.versions(document.code) if each.number < below]
    return render_template(
        "personal/index.html",
        document=document,
        groups=groups,
        authors=reading.authors if reading else (),
        open_groups=[each for each in groups or () if each.ground is None],
        has_list=any(each.kind is PersonalKind.ATTENDANCE_LIST for each in groups or ()),
        is_restricted=document.visibility is Visibility.COORDINATION,
        concealed=concealed,
        attached=services().archive.attachments_of(document.code).get(document.code, ()),
        grounds=list(Ground),
        roles=ROLES,
        choices=Choice,
        typed=request.form,
        wrong=wrong,
        # The batch in which the document is looked through, and to which one comes back.
        batch=request.args.get("stapel") or None,
        is_saved="gespeichert" in request.args,
    )
