"""The method papers as cards."""

from flask import Blueprint, render_template

from archive.values import Description
from webui.holdings import method_papers
from webui.methodcards import MethodCard, method_card
from webui.reader import seen
from webui.services import services

bp = Blueprint("methods", __name__, url_prefix="/methoden")


@bp.get("")
def index() -> str:
    """Show the method papers from A to Z, each with the facts that decide whether it fits."""
    papers = sorted(method_papers(seen(services().archive.descriptions())), key=lambda each: each.title.casefold())
    return render_template("methods/index.html", cards=[_card(paper) for paper in papers])


def _card(paper: Description) -> MethodCard:
    reading = services().texts.pages(paper.checksum)
    return method_card(paper, reading.pages if reading else ())
