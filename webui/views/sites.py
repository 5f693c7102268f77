"""The sites of the programme."""

from flask import Blueprint, render_template

from archive.errors import VocabularyKind
from webui.dossiers.sites import site_dossier
from webui.holdings import tally
from webui.land import tiles
from webui.services import services
from webui.succession import lead_on

bp = Blueprint("sites", __name__, url_prefix="/standorte")


@bp.get("")
def index() -> str:
    """Show the sites on a map of tiles and as a table."""
    archive = services().archive
    entries = archive.vocabularies.sites()
    counts = tally()
    return render_template("sites/index.html", tiles=tiles(entries), sites=entries, counts=counts)


@bp.get("/<key>")
def site(key: str) -> str:
    """Show what is known about a site, and the documents about it."""
    archive = services().archive
    entry = next((each for each in archive.vocabularies.sites() if each.key == key), None) or lead_on(
        VocabularyKind.SITE, key
    )
    return render_template("sites/site.html", site=entry, dossier=site_dossier(entry))
