"""The glossary."""

from flask import Blueprint, render_template

from webui.reader import reader
from webui.services import services
from webui.wording import ORIGINS

bp = Blueprint("glossary", __name__)


@bp.get("/glossar")
def index() -> str:
    """List the terms with their meanings."""
    answers = sorted(services().searcher.glossary(reader()), key=lambda each: each.entry.term.casefold())
    return render_template("glossary/index.html", answers=answers, origins=ORIGINS)
