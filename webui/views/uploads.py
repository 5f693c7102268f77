"""Giving documents to the archive: many at once, looked through together."""

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from archive.batches import Arrival, BatchEntry
from archive.custody import Status
from archive.entries import MeetingEntry
from archive.errors import UnknownBatchError
from archive.licences import Licence
from archive.values import Visibility
from webui.addresses import page_number
from webui.drafting.choices import Choices
from webui.drafting.contents import Contents
from webui.drafting.entering import read_licence
from webui.drafting.new_meeting import add_meeting, likely_days
from webui.drafting.one_licence import OneLicence
from webui.drafting.one_meeting import OneMeeting, guesses, left_out
from webui.drafting.publishing import obstacles_of, publish
from webui.drafting.rows import as_typed, rows
from webui.drafting.saving import Change, Saved, save_rows, unchanged
from webui.drafting.told import told
from webui.i18n import gettext
from webui.likely_versions import undecided
from webui.new_entries import UnreadableFieldError
from webui.reader import agent
from webui.receiving import receive, wait_for_readings
from webui.services import services

#: Rows of a table: as many as files come after a meeting, and few enough for a page with a form for each.
PER_PAGE = 12

bp = Blueprint("uploads", __name__, url_prefix="/hochladen")


@bp.get("")
def form() -> str:
    """Show the form."""
    return _form()


@bp.post("")
def upload() -> Response | tuple[str, int]:
    """Take files into custody, and lead to the table in which they are looked through."""
    files = _files()
    if not files:
        return _form(missing=True), 400
    key = services().archive.batches.begin(agent())
    _add(key, files, "")
    wait_for_readings(services(), services().archive.batches.entry(key).brought)
    return redirect(url_for("uploads.batch", key=key), code=303)


@bp.post("/stapel")
def begin() -> Response:
    """Begin a batch whose files are sent one by one, and tell where."""
    key = services().archive.batches.begin(agent())
    return jsonify(page=url_for("uploads.batch", key=key), files=url_for("uploads.add", key=key))


@bp.post("/<key>/dateien")
def add(key: str) -> Response:
    """Add files to a batch; a sending that is repeated, because its answer was lost, adds nothing twice."""
    batch_or_404(key)
    files, sending = _files(), request.form.get("sendung", "")[:64]
    is_repeated = sending and services().archive.batches.has(key, sending)
    arrivals = [] if is_repeated else _add(key, files, sending)
    if request.accept_mimetypes.best == "application/json":
        return jsonify(
            arrivals=[{"name": each.name, "status": each.status, "reason": each.complaint} for each in arrivals]
        )
    return redirect(url_for("uploads.batch", key=key), code=303)


@bp.get("/<key>")
def batch(key: str) -> str:
    """Show the table of a batch."""
    return _page(batch_or_404(key))


@bp.get("/<key>/stand")
def state(key: str) -> Response:
    """Tell how many documents of a batch wait to be read."""
    documents = services().archive.describe_many(batch_or_404(key).brought)
    records = services().texts.readings.records([each.checksum for each in documents])
    return jsonify(waiting=sum(each.checksum not in records for each in documents))


@bp.post("/<key>")
def look_through(key: str) -> Response | tuple[str, int]:
    """Save the table; publish what is complete, or put all into one meeting, if that was asked for."""
    found = batch_or_404(key)
    act, drafts = request.form.get("tat", "speichern"), _sent(_drafts(found))
    meeting, fault = _meeting_for_all(act)
    licence = read_licence(request.form.get("lizenz-alle")) if act == "lizenz" else None
    saved = save_rows(request.form, drafts, _change(drafts, meeting, licence))
    if saved.wrong or fault:
        return _page(found, saved, meeting, fault), 400
    published = publish(saved.visibilities) if act == "veroeffentlichen" else []
    given = meeting.key if meeting else None
    # What is published leaves the table, and what is left moves up.
    page = None if published else request.args.get("seite")
    address = url_for("uploads.batch", key=key, neu=len(published) or None, treffen=given, lizenz=licence, seite=page)
    return redirect(address, code=303)


def batch_or_404(key: str) -> BatchEntry:
    """Return a batch, or answer that there is none."""
    try:
        return services().archive.batches.entry(key)
    except UnknownBatchError:
        abort(404)


def _meeting_for_all(act: str) -> tuple[MeetingEntry | None, str]:
    """Return the meeting that was chosen or entered for all rows, if one was, or what is wrong with it."""
    key = request.form.get("treffen-alle", "")
    if act == "neues-treffen":
        try:
            key = add_meeting(services().archive, request.form, agent())
        except UnreadableFieldError as error:
            return None, error.advice
    elif act != "treffen":
        return None, ""
    meeting = _meeting(key)
    return meeting, "" if meeting else gettext("Bitte wählen Sie ein Treffen aus.")


def _meeting(key: str) -> MeetingEntry | None:
    return next((each for each in services().archive.vocabularies.meetings() if each.key == key), None)


def _change(drafts: list[str], meeting: MeetingEntry | None, licence: Licence | None) -> Change:
    """Return what is to be changed in all rows at once."""
    if meeting:
        return _one_meeting(meeting, drafts)
    return OneLicence(licence) if licence else unchanged


def _one_meeting(meeting: MeetingEntry, drafts: list[str]) -> OneMeeting:
    archive = services().archive
    documents = archive.describe_many(drafts)
    contents = Contents.of(services().texts, documents)
    shown = rows(archive, documents, contents, Choices.of(archive).describer())
    return OneMeeting(meeting, guesses(shown), frozenset(request.form.getlist("trotzdem")))


def _add(key: str, files: list[FileStorage], sending: str) -> list[Arrival]:
    arrivals = receive(services().archive, files, agent())
    services().archive.batches.add(key, arrivals, sending)
    return arrivals


def _files() -> list[FileStorage]:
    return [file for file in request.files.getlist("dateien") if file.filename]


def _drafts(found: BatchEntry) -> list[str]:
    documents = services().archive.describe_many(found.brought)
    return [each.code for each in documents if each.visibility is Visibility.DRAFT]


def _sent(drafts: list[str]) -> list[str]:
    """Return those drafts whose rows were on the page that was sent."""
    return [each for each in drafts if f"{each}-titel" in request.form]


def _form(*, missing: bool = False) -> str:
    return render_template("uploads/form.html", missing=missing)


def _page(
    found: BatchEntry, saved: Saved | None = None, chosen: MeetingEntry | None = None, meeting_fault: str = ""
) -> str:
    archive = services().archive
    duplicates = [each for each in found.arrivals if each.status is Status.DUPLICATE and each.document]
    held = archive.describe_many({each.document for each in found.arrivals if each.document})
    documents = [each for each in held if each.code in found.brought]
    every = [each for each in documents if each.visibility is Visibility.DRAFT]
    pages = max(1, -(-len(every) // PER_PAGE))
    page = min(page_number(request.args), pages)
    drafts = every[(page - 1) * PER_PAGE : page * PER_PAGE]
    wrong = saved.wrong if saved else {}
    choices, contents, likely = Choices.of(archive), Contents.of(services().texts, drafts), undecided(drafts)
    shown = list(rows(archive, drafts, contents, choices.describer()))
    hindered = obstacles_of(drafts, contents, likely)
    given = request.args.get("treffen", "")
    meeting = next((each for each in choices.meetings if each.key == given), None)
    choice = chosen or meeting
    offered = choices.shown()
    return render_template(
        "uploads/batch.html",
        batch=found,
        rows=[as_typed(each, request.form) if each.document.code in wrong else each for each in shown],
        offered={each.document.code: choices.meetings_near(each) for each in shown},
        left_to_look_at=len(every),
        page=page,
        pages=pages,
        done=[each for each in documents if each.visibility is not Visibility.DRAFT],
        renewed=[each for each in held if each.code in found.versions],
        known={each.code: each for each in held if any(each.code == one.document for one in duplicates)},
        refused=[each for each in found.arrivals if each.status is Status.REFUSED],
        duplicates=duplicates,
        wrong=wrong,
        published=request.args.get("neu", type=int),
        given=meeting,
        left_out=left_out(meeting, drafts) if meeting else [],
        chosen=choice,
        for_all=offered["meetings"] if "treffenliste" in request.args else choices.meetings_for_all(shown, choice),
        meeting_fault=meeting_fault,
        is_new_meeting=request.form.get("tat") == "neues-treffen" and not chosen,
        typed=request.form,
        likely_days=likely_days(shown),
        are_open="offen" in request.args,
        licensed=read_licence(request.args.get("lizenz")),
        obstacles={each.document.code: told(each, hindered[each.document.code]) for each in shown},
        likely=likely,
        **offered,
    )
