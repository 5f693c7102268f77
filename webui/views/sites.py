"""The sites of the programme."""

from flask import Blueprint, render_template

from archive.errors import VocabularyKind
from archive.selections import Aspect
from webui.holdings import documents_about, tally
from webui.land import tiles
from webui.listing import listed
from webui.services import services
from webui.succession import lead_on

bp = Blueprint("sites", __name__, url_prefix="/standorte")


@bp.get("")
def index() -> str:
    """Show the sites on a map of tiles and as a table."""
    archive = services().archive
    entries = archive.sites()
    counts = tally()
    return render_template("sites/index.html", tiles=tiles(entries), sites=entries, counts=counts)


@bp.get("/<key>")
def site(key: str) -> str:
    """Show what is known about a site, and the documents about it."""
    archive = services().archive
    entry = next((each for each in archive.sites() if each.key == key), None) or lead_on(VocabularyKind.SITE, key)
    documents = documents_about(Aspect.SITE, entry.label)
    return render_template("sites/site.html", site=entry, documents=listed(documents))
