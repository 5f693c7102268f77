"""The sites of the programme."""

from flask import Blueprint, abort, render_template

from webui.holdings import by_date, tally
from webui.land import tiles
from webui.services import services

bp = Blueprint("sites", __name__, url_prefix="/standorte")


@bp.get("")
def index() -> str:
    """Show the sites on a map of tiles and as a table."""
    archive = services().archive
    entries = archive.sites()
    counts = tally(archive.descriptions())
    return render_template("sites/index.html", tiles=tiles(entries), sites=entries, counts=counts)


@bp.get("/<key>")
def site(key: str) -> str:
    """Show what is known about a site, and the documents about it."""
    archive = services().archive
    entry = next((each for each in archive.sites() if each.key == key), None) or abort(404)
    documents = by_date(each for each in archive.descriptions() if entry.label in each.sites)
    return render_template("sites/site.html", site=entry, documents=documents)
