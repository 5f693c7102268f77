"""The condition of the archive at the desk, and the documents that need care."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from flask import Blueprint, abort, render_template

from archive.custody import EventKind
from archive.fixity import EVERY
from archive.gaps import DocumentState, Gap
from archive.values import Title
from webui.condition import Condition
from webui.event_wording import deed
from webui.i18n import mark, translated
from webui.listing import listed
from webui.reader import reader
from webui.services import services
from webui.unanswered import still_unanswered

bp = Blueprint("condition", __name__, url_prefix="/verwaltung/zustand")

#: So many documents that could not be read are named at once.
SHOWN = 20

#: A backup that is older than this should be made again.
OLD = timedelta(days=7)

#: Address of a list of documents that lack something → its title, and what they lack.
GAPS: Mapping[str, tuple[str, Gap]] = {
    "ohne-treffen": (mark("Dokumente ohne Treffen"), Gap.MEETING),
    "ohne-handlungsfeld": (mark("Dokumente ohne Handlungsfeld"), Gap.TOPIC),
    "ohne-standort": (mark("Dokumente ohne Standort"), Gap.SITE),
}

#: Address of a list of documents by how reading them went → its title, and what finds them.
READINGS: Mapping[str, tuple[str, Callable[[Condition], list[DocumentState]]]] = {
    "ohne-text": (mark("Dokumente ohne Text"), Condition.without_text),
    "nicht-lesbar": (mark("Nicht lesbare Dokumente"), Condition.failed),
}


@bp.get("")
def index() -> str:
    """Show what needs care."""
    found = _condition()
    archive, now = services().archive, datetime.now(UTC)
    check, backup = found.last(EventKind.FIXITY_CHECK), archive.backups.last()
    return render_template(
        "condition/index.html",
        found=found,
        lists=[
            *((address, translated(title), found.gaps[gap]) for address, (title, gap) in GAPS.items()),
            *((address, translated(title), len(find(found))) for address, (title, find) in READINGS.items()),
        ],
        failed=found.failed()[:SHOWN],
        check=check,
        checked=deed(check) if check else "",
        fixity=archive.fixity.report(now),
        every=EVERY.days,
        formats=archive.fixity.formats(),
        backup=backup,
        unanswered=still_unanswered,
        is_old=backup is not None and now - backup.made_at > OLD,
    )


@bp.get("/<gap>")
def documents(gap: str) -> str:
    """List the documents that lack something."""
    if gap in GAPS:
        title, lack = GAPS[gap]
        return _list(title, _condition().lacking(lack))
    title, find = READINGS.get(gap) or abort(404)
    return _list(title, find(_condition()))


def _list(title: str, documents: Sequence[Title | DocumentState]) -> str:
    return render_template("condition/documents.html", title=translated(title), documents=listed(documents))


def _condition() -> Condition:
    return Condition(services().archive, services().texts, reader())
