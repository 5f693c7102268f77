"""Whether a draft that is much like another document is a newer version of it."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.exceptions import BadRequest, Conflict
from werkzeug.wrappers import Response

from archive.erasure import ErasureReason
from archive.errors import NotADraftError, SameDocumentError, UnknownDocumentError
from archive.values import PUBLISHED, Visibility
from webui.noticed import undecided
from webui.reader import agent
from webui.services import services
from webui.views.documents import described_or_404

bp = Blueprint("likely_versions", __name__, url_prefix="/dokumente/<code>/gleicher-text")


class OvertakenError(Conflict):
    """What was to be decided is decided already, or one of the two documents is gone."""


class UndecidedPersonsError(Conflict):
    """The draft would be published while personal data noticed in it are not decided on."""

    def __init__(self, draft: str) -> None:
        super().__init__()
        self.draft = draft


class UnreadDraftError(Conflict):
    """The draft would be published before it is read to its end: nobody knows yet whether personal data are in it."""


class NothingChosenError(BadRequest):
    """It was not said what the draft is, or not confirmed that it may go."""


@bp.post("")
def decide(code: str) -> Response:
    """Make a draft a version of ``von``, keep it apart from that, or discard it, as ``wahl`` says.

    Raises:
        OvertakenError: It is no draft any more, or the other document is gone.
        NothingChosenError: There is no such choice, or discarding is not confirmed.
        UndecidedPersonsError: As a version it would be published before its personal data are decided on.
        UnreadDraftError: As a version it would be published before it is read.
    """
    described_or_404(code)
    other = request.form.get("von", "")
    try:
        shown = _decided(code, request.form.get("wahl", ""), other)
    except (UnknownDocumentError, NotADraftError, SameDocumentError) as error:
        raise OvertakenError from error
    batch = request.form.get("stapel", "")
    address = url_for("uploads.batch", key=batch) if batch else url_for("documents.document", code=shown)
    return redirect(address, code=303)


def _decided(code: str, choice: str, other: str) -> str:
    """Do what was chosen, and return the code of the document to show."""
    archive = services().archive
    match choice:
        case "fassung":
            _refuse_undecided(code, other)
            archive.succession.make_version(code, other, agent())
            return other
        case "eigenes":
            archive.succession.keep_apart(code, other, agent())
            return code
        case "verwerfen" if request.form.get("sicher") == code:
            archive.describe(other)
            if archive.describe(code).visibility is not Visibility.DRAFT:
                raise NotADraftError(code)
            archive.erasure.erase(code, agent(), ErasureReason.DISCARDED)
            return other
        case _:
            raise NothingChosenError


def _refuse_undecided(draft: str, other: str) -> None:
    """Raise an error if a draft would be published with personal data that are not decided on, or not even read."""
    archive, texts = services().archive, services().texts
    if archive.describe(other).visibility not in PUBLISHED:
        return
    offered = archive.describe(draft)
    record = texts.reading(offered.checksum)
    if record is None or not record.is_current or record.awaits_recognition:
        raise UnreadDraftError
    if undecided(archive, texts, offered):
        raise UndecidedPersonsError(draft)
