"""What was searched for and not found, several times."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webui.services import services
from webui.unanswered import is_answered

bp = Blueprint("unanswered", __name__, url_prefix="/verwaltung/suchen-ohne-treffer")


@bp.get("")
def index() -> str:
    """List the queries that found nothing at least three times, the most frequent first."""
    asked = services().archive.unanswered.entries()
    answered = {each.query for each in asked if is_answered(each.query)}
    # What is still to be done comes first.
    queries = sorted(asked, key=lambda each: each.query in answered)
    return render_template("unanswered/index.html", queries=queries, answered=answered)


@bp.post("/erledigt")
def forget() -> Response:
    """Take a query off the list; if it goes on finding nothing, it comes back."""
    services().archive.unanswered.forget(request.form.get("suche", ""))
    return redirect(url_for("unanswered.index"), code=303)
