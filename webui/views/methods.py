"""The method papers as cards."""

from flask import Blueprint, render_template

from webui.holdings import method_papers
from webui.methodcards import method_card
from webui.reader import seen
from webui.services import services

bp = Blueprint("methods", __name__, url_prefix="/methoden")


@bp.get("")
def index() -> str:
    """Show the method papers from A to Z, each with the facts that decide whether it fits."""
    papers = sorted(method_papers(seen(services().archive.descriptions())), key=lambda each: each.title.casefold())
    cards = [method_card(paper, services().texts.passages(paper.code)) for paper in papers]
    return render_template("methods/index.html", cards=cards)
