"""The hub of the desk: a card for each page the reader may open."""

from flask import Blueprint, render_template

from webui.access import is_open
from webui.desk import CARDS

bp = Blueprint("desk", __name__, url_prefix="/verwaltung")


@bp.get("")
def index() -> str:
    """Show the cards."""
    return render_template("desk/index.html", cards=[card for card in CARDS if is_open(card.endpoint)])
