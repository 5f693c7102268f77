"""The 13 Handlungsfelder."""

import re
from functools import partial

from flask import Blueprint, abort, render_template, request

from archive.entries import TopicEntry
from indexer.search.request import SearchRequest
from webui.dossiers.topics import topic_dossier
from webui.holdings import tally
from webui.matrix import rows
from webui.presentation import search_url
from webui.reader import reader
from webui.services import services

bp = Blueprint("topics", __name__, url_prefix="/themen")

_YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)


@bp.get("")
def index() -> str:
    """List the topics in the programme's own order."""
    archive = services().archive
    return render_template("topics/index.html", topics=archive.vocabularies.topics(), counts=tally())


@bp.get("/matrix")
def matrix() -> str:
    """Show which site has documents on which topic, in all years or the one of ``?jahr=``."""
    archive, chosen = services().archive, read_year(request.args.get("jahr", ""))
    found = archive.coverage(chosen, reader().visible)
    topics = archive.vocabularies.topics()
    return render_template(
        "topics/matrix.html",
        topics=topics,
        rows=list(rows(archive.vocabularies.sites(), topics, found)),
        years=found.years,
        year=chosen,
        cell_url=partial(cell_url, year=chosen),
    )


def read_year(typed: str) -> int | None:
    """Return the year that is asked for; what is none stands for all."""
    return int(typed) if _YEAR.fullmatch(typed) else None


def cell_url(site: str, topic: str, year: int | None) -> str:
    """Return the address of a search for the documents of one cell."""
    filters = {"site": (site,), "topic": (topic,)} | ({"year": (str(year),)} if year else {})
    return search_url(SearchRequest(filters=filters))


@bp.get("/<key>")
def topic(key: str) -> str:
    """Show what there is on a topic: where to begin, methods, what each site learned, the documents."""
    entry = topic_or_404(key)
    return render_template("topics/topic.html", topic=entry, dossier=topic_dossier(entry))


def topic_or_404(key: str) -> TopicEntry:
    """Return a topic, or answer that there is none."""
    return next((each for each in services().archive.vocabularies.topics() if each.key == key), None) or abort(404)
