"""The 13 Handlungsfelder."""

from flask import Blueprint, abort, render_template

from archive.selections import Aspect
from webui.holdings import documents_about, tally
from webui.listing import listed
from webui.services import services

bp = Blueprint("topics", __name__, url_prefix="/themen")


@bp.get("")
def index() -> str:
    """List the topics in the programme's own order."""
    archive = services().archive
    return render_template("topics/index.html", topics=archive.topics(), counts=tally())


@bp.get("/<key>")
def topic(key: str) -> str:
    """Show the documents on a topic."""
    archive = services().archive
    entry = next((each for each in archive.topics() if each.key == key), None) or abort(404)
    documents = documents_about(Aspect.TOPIC, entry.label)
    return render_template("topics/topic.html", topic=entry, documents=listed(documents))
