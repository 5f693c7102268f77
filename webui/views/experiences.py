"""Experiences with methods: told by staff in a few lines, released or refused by the coordination."""

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.values import DocumentKind
from webui.experience_forms import FIELDS, LONGEST, UnusableExperienceError, told_by
from webui.reader import agent
from webui.services import services
from webui.views.documents import described_or_404
from webui.views.methods import bp as methods
from webui.views.synonyms import LARGEST_NUMBER

bp = Blueprint("experiences", __name__)

Answer = str | Response | tuple[str | Response, int]

_OWN = "/<code>/erfahrung"
_DESK = "/verwaltung/erfahrungen"


@methods.get(_OWN)
def experience_form(code: str) -> Answer:
    """Show the form for an experience with a method."""
    return _form(code)


@methods.post(_OWN)
def offer_experience(code: str) -> Answer:
    """Keep an experience until the coordination has read it, and go back to the method."""
    described_or_404(code)
    try:
        told = told_by(request.form, frozenset(each.key for each in services().archive.vocabularies.sites()))
    except UnusableExperienceError as error:
        return _form(code, error), 400
    services().archive.experiences.offer(code, told, agent())
    return redirect(url_for("methods.card", code=code, erfahrung="gesendet", _anchor="experience"), code=303)


@bp.get(_DESK)
def index() -> str:
    """List what waits for the coordination."""
    return render_template("experiences/index.html", waiting=services().archive.experiences.waiting())


@bp.post(f"{_DESK}/<int(max={LARGEST_NUMBER}):number>/freigeben")
def release(number: int) -> Response:
    """Let others read an experience."""
    services().archive.experiences.release(number, agent())
    return redirect(url_for("experiences.index"), code=303)


@bp.post(f"{_DESK}/<int(max={LARGEST_NUMBER}):number>/entfernen")
def remove(number: int) -> Response:
    """Keep an experience no longer."""
    services().archive.experiences.remove(number, agent())
    return redirect(url_for("experiences.index"), code=303)


def _form(code: str, error: UnusableExperienceError | None = None) -> str | Response:
    document = described_or_404(code)
    if document.kind is not DocumentKind.METHODENPAPIER:
        return redirect(url_for("documents.document", code=code))
    return render_template(
        "experiences/form.html",
        document=document,
        sites=services().archive.vocabularies.sites(),
        wrong=error.advice if error else "",
        persons=error.persons if error else (),
        typed={name: request.form.get(name, "") for name in FIELDS} if error else _blank(),
        longest=LONGEST,
    )


def _blank() -> dict[str, str]:
    return dict.fromkeys(FIELDS, "") | {"jahr": str(datetime.now(UTC).year)}
