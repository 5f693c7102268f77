"""Correcting what was recognised in a document: each passage with a small form."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.corrections import NOTHING_SAID
from archive.values import Description
from indexer.correcting import anchor_of
from indexer.structure.kinds import PassageKind
from webui.correcting import STATES, UnreadableCorrectionError, correctables, counts, is_finding, said_by
from webui.i18n import mark, translated
from webui.reader import agent
from webui.services import services
from webui.views.documents import described_or_404

bp = Blueprint("corrections", __name__, url_prefix="/dokumente/<code>/korrigieren")

Answer = str | Response | tuple[str, int]

#: Fields of a form that are filled again where it cannot be kept.
FIELDS = ("art", "wer", "bis", "stand")

GONE = mark(
    "Diese Stelle gibt es so nicht mehr: Das Dokument wurde inzwischen neu gelesen. Bitte suchen Sie sie erneut."
)


@bp.get("")
def index(code: str) -> str:
    """Show the passages of a document with what was recognised in them, and the forms to put it right."""
    return _page(described_or_404(code))


@bp.post("")
def correct(code: str) -> Answer:
    """Keep what is said of a passage, and go back to it."""
    document, id_ = described_or_404(code), request.form.get("stelle", "")
    passages = services().texts.passages(code)
    anchor = anchor_of(passages, id_)
    shown = next((each for each in correctables(document).passages if each.passage.id == id_), None)
    if anchor is None or shown is None:
        return _page(document, translated(GONE)), 400
    try:
        said = said_by(request.form, document, shown.passage)
    except UnreadableCorrectionError as error:
        return _page(document, translated(error.advice), id_), 400
    number = shown.correction.number if shown.correction else 0
    services().archive.corrections.enter(code, anchor, said, agent(), number)
    return redirect(url_for("corrections.index", code=code, gespeichert=id_, _anchor=id_), code=303)


@bp.post("/verwerfen")
def discard(code: str) -> Response:
    """Take back a correction whose passage the document no longer has."""
    document, number = described_or_404(code), request.form.get("nummer", "")
    for lost in correctables(document).lost:
        if str(lost.number) == number:
            services().archive.corrections.enter(code, lost.anchor, NOTHING_SAID, agent(), lost.number)
    return redirect(url_for("corrections.index", code=code), code=303)


def _page(document: Description, wrong: str = "", open_: str = "") -> str:
    found = correctables(document)
    return render_template(
        "documents/correct.html",
        document=document,
        passages=found.passages,
        lost=found.lost,
        counts=counts(found.passages),
        kinds=tuple(PassageKind),
        states=STATES,
        is_finding=is_finding,
        wrong=wrong,
        typed={name: request.form.get(name, "") for name in FIELDS},
        opened=open_,
        saved=request.args.get("gespeichert", ""),
    )
