"""The way in for whoever is new: learning paths, one's own progress, and one's own site."""

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.errors import UnknownEntryError
from archive.learning.values import PathEntry
from archive.rights import Right
from webui.learning import next_step, shown
from webui.own_progress import keep, reads, toggled
from webui.own_site import chosen
from webui.reader import agent, reader
from webui.services import services

bp = Blueprint("learning", __name__, url_prefix="/einstieg")
bp.url_defaults(keep)

#: The catalogue knows no larger numbers.
LARGEST_NUMBER = 2**63 - 1


@bp.get("")
def index() -> str:
    """Show the learning paths, where the reader goes on, and what is new at the reader's site."""
    archive = services().archive
    paths = shown(archive.learning.paths.published(), reads())
    sites = archive.vocabularies.sites()
    return render_template(
        "learning/index.html", paths=paths, going_on=next_step(paths), sites=sites, own=chosen(sites)
    )


@bp.get("/<key>")
def path(key: str) -> str:
    """Show a path step by step."""
    found, others = _path(key)
    (one,) = shown([found], reads())
    return render_template("learning/path.html", path=one, others=others, toggled=toggled)


@bp.post(f"/<key>/<int(max={LARGEST_NUMBER}):number>/gelesen")
def mark(key: str, number: int) -> Response:
    """Note that the reader has read a step."""
    _step_or_404(key, number)
    services().archive.learning.progress.mark(agent(), number)
    return _back(key, number)


@bp.post(f"/<key>/<int(max={LARGEST_NUMBER}):number>/ungelesen")
def unmark(key: str, number: int) -> Response:
    """Note that the reader has not read a step."""
    _step_or_404(key, number)
    services().archive.learning.progress.unmark(agent(), number)
    return _back(key, number)


@bp.post("/lernstand-loeschen")
def forget() -> Response:
    """Forget all that the reader has read."""
    services().archive.learning.progress.forget(agent())
    return redirect(url_for("learning.index"), code=303)


@bp.post("/standort")
def choose_site() -> Response:
    """Note which site is the reader's own, and go on to the start page, which it shapes."""
    try:
        services().archive.learning.progress.choose_site(agent(), request.form.get("standort", ""))
    except UnknownEntryError:
        abort(404)
    return redirect(url_for("start.index", _anchor="mein-standort"), code=303)


@bp.post("/standort-vergessen")
def forget_site() -> Response:
    """Forget which site is the reader's own."""
    services().archive.learning.progress.forget_site(agent())
    return redirect(url_for("learning.index"), code=303)


def _path(key: str) -> tuple[PathEntry, Sequence[PathEntry]]:
    """Return a path the reader may open, and the other ones that are offered; whoever builds paths opens all."""
    paths = services().archive.learning.paths.entries()
    may_open = reader().may(Right.BUILD_PATHS)
    found = next((each for each in paths if each.key == key and (each.is_published or may_open)), None) or abort(404)
    return found, [each for each in paths if each.is_published and each is not found]


def _step_or_404(key: str, number: int) -> None:
    found, _ = _path(key)
    if all(step.number != number for step in found.steps):
        abort(404)


def _back(key: str, number: int) -> Response:
    return redirect(url_for("learning.path", key=key, _anchor=f"schritt-{number}"), code=303)
