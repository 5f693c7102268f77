"""The versions of a document: all of them, and any two side by side."""

from collections.abc import Sequence

from flask import Blueprint, abort, render_template, request

from archive.custody import EventKind, VersionEntry
from archive.rights import Right
from indexer.comparison import Row, compare
from webui.agents import Agents
from webui.folding import count_changes, fold
from webui.older_versions import open_versions
from webui.reader import reader
from webui.services import services
from webui.views.documents import described_or_404

#: What says who brought a version.
ARRIVALS = frozenset({EventKind.ACCESSION, EventKind.NEW_VERSION})

bp = Blueprint("versions", __name__, url_prefix="/dokumente/<code>/fassungen")


@bp.get("")
def index(code: str) -> str:
    """List the versions of a document, newest first, and compare the two that are chosen, else the newest two."""
    described = described_or_404(code)
    versions = open_versions(code)
    older, newer = _chosen(versions)
    rows = _compared(older, newer)
    return render_template(
        "documents/versions.html",
        document=described,
        versions=versions[::-1],
        older=older,
        newer=newer,
        is_kept_back=older.number < services().archive.privacy.concealed_below(code),
        bringers=_bringers(code),
        stretches=fold(rows) if rows is not None else None,
        changes=count_changes(rows or ()),
    )


def _bringers(code: str) -> dict[str, str]:
    """Return who brought each version, by its checksum, to those who may know who did what."""
    if not reader().may(Right.SEE_EVENTS):
        return {}
    agents = Agents.of(services().archive.accounts.entries())
    brought = (each for each in services().archive.events(code) if each.kind in ARRIVALS)
    return {each.detail: agents.name(each.agent) for each in brought}


def _chosen(versions: Sequence[VersionEntry]) -> tuple[VersionEntry, VersionEntry]:
    """Return the versions to compare, the lower number first whichever was chosen first."""
    newest = [str(each.number) for each in versions[-2:]]
    numbers = [request.args.get("alt", newest[0]), request.args.get("neu", newest[-1])]
    found = [each for each in versions if str(each.number) in numbers]
    if len(found) != len(set(numbers)):
        abort(404)
    return found[0], found[-1]


def _compared(older: VersionEntry, newer: VersionEntry) -> tuple[Row, ...] | None:
    """Return two versions side by side, or None while one of them has not been read."""
    readings = [services().texts.pages(each.checksum) for each in (older, newer)]
    ours, theirs = readings
    return compare(ours.pages, theirs.pages) if ours and theirs else None
