"""The start page: a search box and the ways into the archive."""

from flask import Blueprint, render_template

from archive.values import DocumentKind
from webui.holdings import newest, newest_meetings, tally
from webui.land import tiles
from webui.own_site import chosen
from webui.saved_searches import number_of_news
from webui.services import services

bp = Blueprint("start", __name__)

#: Few enough to be taken in at a glance.
SHOWN_DOCUMENTS = 6
SHOWN_MEETINGS = 4
SHOWN_METHODS = 4


@bp.get("/")
def index() -> str:
    """Show the start page."""
    archive = services().archive
    counts = tally()
    sites = archive.vocabularies.sites()
    own = chosen(sites)
    return render_template(
        "start/index.html",
        own=own,
        number_of_news=number_of_news(),
        sites=sites,
        newest=() if own else newest(SHOWN_DOCUMENTS),
        total=counts.total,
        counts=counts,
        meetings=[each for each in newest_meetings(archive.vocabularies.meetings()) if counts.meetings[each.key]][
            :SHOWN_MEETINGS
        ],
        tiles=tiles(sites),
        topics=archive.vocabularies.topics(),
        methods=newest(SHOWN_METHODS, DocumentKind.METHODENPAPIER),
    )
