"""Drafts, and what is entered about any document."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.erasure import ErasureReason
from archive.publishing import Lack, lacks
from archive.values import Description, Visibility
from webui.drafting.choices import Choices
from webui.drafting.contents import Contents
from webui.drafting.publishing import LACKS, obstacles_of, publish
from webui.drafting.rows import as_typed, rows
from webui.drafting.saving import Saved, save_rows
from webui.drafting.told import told
from webui.erasing import erase_with_attachments
from webui.likely_versions import undecided
from webui.listing import listed
from webui.reader import agent
from webui.services import services
from webui.views.documents import described_or_404

bp = Blueprint("drafts", __name__)

#: More drafts than this are not looked through in one go.
MOST_DRAFTS = 2000

#: Batches that are shown to go on with.
MOST_BATCHES = 5


@bp.get("/pruefen")
def index() -> str:
    """List the drafts, all or those that lack something, with what hinders their publication."""
    drafts = services().archive.newest(MOST_DRAFTS, {Visibility.DRAFT})
    wanted = next((lack for lack in Lack if lack.value == request.args.get("fehlt", "")), None)
    listing = listed([each for each in drafts if wanted is None or wanted in lacks(each)])
    contents = Contents.of(services().texts, listing.shown)
    return render_template(
        "drafts/index.html",
        listing=listing,
        counts={lack: sum(lack in lacks(each) for each in drafts) for lack in Lack},
        total=len(drafts),
        wanted=wanted,
        sentences=LACKS,
        obstacles=obstacles_of(listing.shown, contents, undecided(listing.shown)),
        batches=services().archive.batches.entries()[:MOST_BATCHES],
    )


@bp.get("/dokumente/<code>/angaben")
def edit(code: str) -> str:
    """Show what is entered about a document, to be changed."""
    return _page(described_or_404(code))


@bp.post("/dokumente/<code>/angaben")
def save(code: str) -> Response | tuple[str, int]:
    """Save what is entered about a document; publish it, or withdraw it, if that was asked for.

    Whoever came from a batch goes back to it.
    """
    document = described_or_404(code)
    saved = save_rows(request.form, [code])
    if saved.wrong:
        return _page(document, saved), 400
    who = saved.visibilities.get(code, document.visibility)
    act = request.form.get("tat", "speichern")
    if act == "zurueckziehen":
        services().archive.publishing.withdraw(code, agent())
    elif (act == "veroeffentlichen" or document.visibility is not Visibility.DRAFT) and not publish({code: who}):
        return redirect(url_for("drafts.edit", code=code, stapel=_batch()), code=303)
    batch = _batch()
    address = url_for("uploads.batch", key=batch) if batch else url_for("documents.document", code=code)
    return redirect(address, code=303)


@bp.get("/dokumente/<code>/verwerfen")
def ask_to_discard(code: str) -> str:
    """Ask whether a draft is really to be destroyed."""
    draft, attached = _draft(code), services().archive.attachments_of(code).get(code, ())
    batch = request.args.get("stapel", "")
    return render_template("drafts/discard.html", document=draft, attached=attached, batch=batch)


@bp.post("/dokumente/<code>/verwerfen")
def discard(code: str) -> Response:
    """Destroy a draft, and go back to those that are left."""
    erase_with_attachments(_draft(code).code, ErasureReason.DISCARDED)
    batch = request.form.get("stapel", "")
    return redirect(url_for("uploads.batch", key=batch) if batch else url_for("drafts.index"), code=303)


def _batch() -> str | None:
    """Return the batch in which the document is looked through, or None."""
    return request.args.get("stapel") or None


def _draft(code: str) -> Description:
    document = described_or_404(code)
    return document if document.visibility is Visibility.DRAFT else abort(404)


def _page(document: Description, saved: Saved | None = None) -> str:
    wrong = saved.wrong if saved else {}
    archive, choices = services().archive, Choices.of(services().archive)
    contents = Contents.of(services().texts, [document])
    row = next(rows(archive, [document], contents, choices.describer()))
    hindered = obstacles_of([document], contents, undecided([document]))
    return render_template(
        "drafts/edit.html",
        row=as_typed(row, request.form) if wrong else row,
        document=document,
        batch=_batch(),
        wrong=wrong,
        obstacles={document.code: told(row, hindered[document.code])},
        **choices.shown(),
    )
