"""The method papers as cards."""

from collections.abc import Collection

from flask import Blueprint, render_template

from archive.selections import Aspect
from archive.values import Description, DocumentKind
from webui.holdings import documents_about
from webui.listing import listed
from webui.methodcards import MethodCard, method_card
from webui.services import services

bp = Blueprint("methods", __name__, url_prefix="/methoden")


@bp.get("")
def index() -> str:
    """Show the method papers from A to Z, each with the facts that decide whether it fits."""
    papers = documents_about(Aspect.KIND, DocumentKind.METHODENPAPIER)
    in_order = sorted(papers, key=lambda each: each.title.casefold())
    listing = listed(in_order)
    return render_template("methods/index.html", listing=listing, cards=_cards(listing.shown))


def _cards(papers: Collection[Description]) -> list[MethodCard]:
    said = services().archive.card_facts.of_many([each.code for each in papers])
    readings = [(each, services().texts.pages(each.checksum)) for each in papers]
    return [
        method_card(paper, reading.pages if reading else (), said.get(paper.code, {})) for paper, reading in readings
    ]
