"""The meetings of the programme, and what came of each."""

from flask import Blueprint, render_template

from archive.entries import MeetingEntry
from archive.errors import VocabularyKind
from archive.selections import Aspect
from indexer.structure.kinds import PassageKind
from webui.findings import findings
from webui.holdings import documents_about, newest_meetings, tally
from webui.listing import listed
from webui.services import services
from webui.succession import lead_on

bp = Blueprint("meetings", __name__, url_prefix="/treffen")


@bp.get("")
def index() -> str:
    """List the meetings, the most recent first."""
    archive = services().archive
    counts = tally()
    return render_template("meetings/index.html", meetings=newest_meetings(archive.meetings()), counts=counts)


@bp.get("/<key>")
def meeting(key: str) -> str:
    """Show a meeting, its documents, and what was decided, found and taken on."""
    archive = services().archive
    entries = newest_meetings(archive.meetings())
    entry = next((each for each in entries if each.key == key), None) or lead_on(VocabularyKind.MEETING, key)
    documents = documents_about(Aspect.MEETING, key)
    later, earlier = neighbours(entry, entries)
    return render_template(
        "meetings/meeting.html",
        meeting=entry,
        documents=listed(documents),
        has_samples=any(each.is_sample for each in documents),
        decisions=findings(documents, PassageKind.DECISION),
        results=findings(documents, PassageKind.RESULT),
        tasks=findings(documents, PassageKind.TASK),
        earlier=earlier,
        later=later,
    )


def neighbours(entry: MeetingEntry, entries: list[MeetingEntry]) -> tuple[MeetingEntry | None, MeetingEntry | None]:
    """Return the next and the previous meeting of the same kind; entries stand newest first."""
    series = [each for each in entries if each.kind == entry.kind]
    place = series.index(entry)
    later = series[place - 1] if place > 0 else None
    earlier = series[place + 1] if place + 1 < len(series) else None
    return later, earlier
