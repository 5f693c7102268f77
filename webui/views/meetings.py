"""The meetings of the programme, and what came of each."""

from collections import Counter
from collections.abc import Sequence

from flask import Blueprint, Response, abort, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from archive.entries import MeetingEntry
from archive.errors import VocabularyKind
from archive.selections import Aspect
from archive.values import Description
from indexer.structure.kinds import PassageKind
from webui.bundles import bundle
from webui.calendars import Appointment, calendar
from webui.holdings import documents_about, in_order, newest_meetings, tally
from webui.i18n import gettext
from webui.lineage import lineage
from webui.listing import listed
from webui.meeting_page import became, proceedings
from webui.reader import reader
from webui.series import neighbours
from webui.services import services
from webui.succession import lead_on

#: Meetings on one page: more than the programme held, so that usually all are seen at once.
PER_PAGE = 60

#: Decisions, tasks and results on one page: more than meetings come to, so that all are read and printed at once.
AGREED_PER_PAGE = 25
#: … and so many of the meeting before, each of which is compared with all that was said.
BEFORE_PER_PAGE = 12

bp = Blueprint("meetings", __name__, url_prefix="/treffen")


@bp.get("")
def index() -> str:
    """List the meetings, the most recent first, all or those of a year."""
    meetings = newest_meetings(services().archive.vocabularies.meetings())
    years = Counter(each.start.year for each in meetings)
    asked = request.args.get("jahr", type=int)
    year = asked if asked in years else None
    wanted = [each for each in meetings if year in (None, each.start.year)]
    shown = listed(wanted, PER_PAGE)
    return render_template("meetings/index.html", meetings=shown, years=years, year=year, counts=tally())


@bp.get("/<key>")
def meeting(key: str) -> str:
    """Show a meeting: what was agreed, what was said, its documents, and what became of what was agreed before."""
    entries = services().archive.vocabularies.meetings()
    entry = _entry(key, entries)
    earlier, later = neighbours(key, entries)
    keys = [each.key for each in (entry, earlier) if each]
    found = services().archive.documents_of_meetings(keys, reader().visible)
    held = proceedings(keys, found, lineage())
    own = held[key]
    documents = in_order(own.documents)
    before = listed(held[earlier.key].entries if earlier else [], BEFORE_PER_PAGE, "vorher")
    return render_template(
        "meetings/meeting.html",
        meeting=entry,
        documents=listed(documents),
        has_samples=any(each.is_sample for each in documents),
        decisions=listed(own.of_kind(PassageKind.DECISION), AGREED_PER_PAGE, "beschluesse"),
        tasks=listed(own.of_kind(PassageKind.TASK), AGREED_PER_PAGE, "aufgaben"),
        results=listed(own.results, AGREED_PER_PAGE, "ergebnisse"),
        items=own.items,
        lineage=own.lineage,
        participants=own.participants(),
        before=before,
        became=became(before.shown, own),
        earlier=earlier,
        later=later,
    )


@bp.get("/<key>/termin.ics")
def appointment(key: str) -> Response:
    """Send the days of a meeting as a file for calendars."""
    entry = _entry(key, services().archive.vocabularies.meetings())
    text = gettext("Beispiel – dieses Treffen ist erfunden") if entry.is_sample else entry.motto
    address = url_for("meetings.meeting", key=key, _external=True)
    made = Appointment(key, entry.start, entry.end, entry.title, text, address, place=entry.place, category=entry.kind)
    return calendar(f"{key}.ics", [made])


@bp.get("/<key>/dateien.zip")
def files(key: str) -> Answer:
    """Send the files of a meeting that the reader may see, in one."""
    _entry(key, services().archive.vocabularies.meetings())
    documents: Sequence[Description] = documents_about(Aspect.MEETING, key) or abort(404)
    return bundle(f"{key}.zip", documents)


def _entry(key: str, entries: Sequence[MeetingEntry]) -> MeetingEntry:
    """Return a meeting, or lead to the one that took its place, or answer that there is none."""
    return next((each for each in entries if each.key == key), None) or lead_on(VocabularyKind.MEETING, key)
