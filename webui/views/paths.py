"""The desk on which the coordination puts learning paths together; it tells of steps, and never of readers."""

from collections.abc import Callable

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.errors import ArchiveError
from archive.learning.content import LONGEST_TEXT
from archive.learning.errors import UnknownPathError
from archive.learning.values import PathEntry
from indexer.search.request import SearchRequest
from webui.addresses import LONGEST_QUERY
from webui.path_building import SAYINGS, built, saying, typed_content
from webui.reader import agent, reader
from webui.services import services
from webui.views.documents import described_by_code

bp = Blueprint("paths", __name__, url_prefix="/verwaltung/lernpfade")

#: The catalogue knows no larger numbers.
LARGEST_NUMBER = 2**63 - 1

STEP = f"/<key>/schritte/<int(max={LARGEST_NUMBER}):number>"

#: So many documents are offered as the next step.
OFFERED = 5

Answer = Response | str | tuple[str, int]


@bp.get("")
def index() -> str:
    """List the paths, each with how many of its steps are broken."""
    return _index()


@bp.post("")
def add() -> Answer:
    """Add a path, and go on to its steps."""
    try:
        key = services().archive.learning.paths.add(request.form.get("titel", ""), "", agent())
    except ArchiveError as error:
        return _index(saying(error)), 400
    return redirect(url_for("paths.path", key=key), code=303)


@bp.get("/<key>")
def path(key: str) -> str:
    """Show a path with all that can be done to it."""
    return _page(key)


@bp.post("/<key>")
def describe(key: str) -> Answer:
    """Call a path otherwise, and say something else about it."""
    title, text = request.form.get("titel", ""), request.form.get("text", "")
    return _done(key, lambda: services().archive.learning.paths.describe(key, title, text, agent()))


@bp.post("/<key>/veroeffentlichen")
def publish(key: str) -> Answer:
    """Offer a path to readers."""
    return _done(key, lambda: services().archive.learning.paths.publish(key, agent()))


@bp.post("/<key>/zurueckziehen")
def hide(key: str) -> Answer:
    """Offer a path to nobody."""
    return _done(key, lambda: services().archive.learning.paths.hide(key, agent()))


@bp.post("/<key>/loeschen")
def remove(key: str) -> Answer:
    """Remove a path."""
    _entry(key)
    services().archive.learning.paths.remove(key, agent())
    return redirect(url_for("paths.index"), code=303)


@bp.post("/<key>/schritte")
def add_step(key: str) -> Answer:
    """Add a step at the end of a path."""
    return _done(
        key, lambda: services().archive.learning.steps.add(key, typed_content(request.form), agent()), "weitere"
    )


@bp.post(STEP)
def change_step(key: str, number: int) -> Answer:
    """Describe a step otherwise."""
    steps = services().archive.learning.steps
    return _done(key, lambda: steps.change(key, number, typed_content(request.form), agent()), f"schritt-{number}")


@bp.post(f"{STEP}/hoch")
def move_up(key: str, number: int) -> Answer:
    """Let a step change places with the one before it."""
    return _done(key, lambda: services().archive.learning.steps.move_up(key, number, agent()), f"schritt-{number}")


@bp.post(f"{STEP}/runter")
def move_down(key: str, number: int) -> Answer:
    """Let a step change places with the one after it."""
    return _done(key, lambda: services().archive.learning.steps.move_down(key, number, agent()), f"schritt-{number}")


@bp.post(f"{STEP}/geprueft")
def confirm(key: str, number: int) -> Answer:
    """Say that a step fits the current version of its document."""
    return _done(key, lambda: services().archive.learning.steps.confirm(key, number, agent()), f"schritt-{number}")


@bp.post(f"{STEP}/entfernen")
def remove_step(key: str, number: int) -> Answer:
    """Take a step out of a path."""
    return _done(key, lambda: services().archive.learning.steps.remove(key, number, agent()), "schritte")


def _done(key: str, change: Callable[[], object], anchor: str | None = None) -> Answer:
    """Make a change and go back to the path, or say why it cannot be made."""
    _entry(key)
    try:
        change()
    except ArchiveError as error:
        return _page(key, saying(error)), 400
    return redirect(url_for("paths.path", key=key, _anchor=anchor), code=303)


def _entry(key: str) -> PathEntry:
    try:
        return services().archive.learning.paths.entry(key)
    except UnknownPathError:
        abort(404)


def _index(wrong: str = "") -> str:
    paths = built(services().archive.learning.paths.entries())
    return render_template("paths/index.html", paths=paths, wrong=wrong)


def _page(key: str, wrong: str = "") -> str:
    ((entry, steps),) = built([_entry(key)])
    query = request.args.get("suche", "")[:LONGEST_QUERY].strip()
    hits = services().searcher.search(SearchRequest(query, limit=OFFERED, reader=reader())).hits if query else ()
    known = described_by_code(hit.document for hit in hits) if hits else {}
    return render_template(
        "paths/path.html",
        path=entry,
        steps=steps,
        sayings=SAYINGS,
        longest=LONGEST_TEXT,
        query=query,
        offered=[(hit, known[hit.document]) for hit in hits if hit.document in known],
        typed=request.form if wrong else {},
        wrong=wrong,
    )
