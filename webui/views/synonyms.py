"""The coordination's own synonyms, and what each would do."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.errors import UnusableLabelError
from archive.rights import STAFF
from archive.synonyms import SynonymEntry, synonym
from indexer.search.request import SearchRequest, Spelling
from indexer.search.wordings import delivered_lines
from webui.addresses import LONGEST_QUERY
from webui.i18n import gettext
from webui.reader import agent
from webui.services import services
from webui.views.documents import described_by_code

bp = Blueprint("synonyms", __name__, url_prefix="/verwaltung/synonyme")

#: The catalogue knows no larger numbers.
LARGEST_NUMBER = 2**63 - 1

#: What the form asks for; the words and the query begin with the word someone wants a synonym for.
FIELDS = ("woerter", "statt", "frage")

#: So many of the documents that are found are named.
SHOWN = 5


@bp.get("")
def index() -> str | tuple[str, int]:
    """List the synonyms, with the form for another one and, once it is filled in, what that would do."""
    if "woerter" not in request.args:
        return _page()
    try:
        entry = _typed(request.args.get("woerter", ""), request.args.get("statt", ""))
    except UnusableLabelError:
        return _page(_advice()), 400
    query = request.args.get("frage", "")[:LONGEST_QUERY].strip() or entry.words[0]
    asked = SearchRequest(query, spelling=Spelling.EXACT, reader=STAFF, limit=SHOWN)
    effect = services().searcher.effect(asked, entry)
    known = described_by_code(effect.first)
    return _page(effect=effect, query=query, entry=entry, first=[known[code] for code in effect.first if code in known])


@bp.post("")
def add() -> Response | tuple[str, int]:
    """Keep a synonym; it counts for the next search."""
    try:
        entry = _typed(request.form.get("woerter", ""), request.form.get("statt", ""))
    except UnusableLabelError:
        return _page(_advice()), 400
    services().archive.synonyms.add(entry, agent())
    return redirect(url_for("synonyms.index"), code=303)


@bp.post(f"/<int(max={LARGEST_NUMBER}):number>/entfernen")
def remove(number: int) -> Response:
    """Keep a synonym no longer."""
    services().archive.synonyms.remove(number, agent())
    return redirect(url_for("synonyms.index"), code=303)


def _typed(words: str, leads_to: str) -> SynonymEntry:
    apart = ([each.strip() for each in typed.split(",") if each.strip()] for typed in (words, leads_to))
    return synonym(*apart)


def _advice() -> str:
    return gettext(
        "Bitte nennen Sie mindestens zwei Wörter, durch Komma getrennt und ohne die Zeichen # ! = > und "
        "Anführungszeichen."
    )


def _page(wrong: str = "", **shown: object) -> str:
    values = request.values
    return render_template(
        "synonyms/index.html",
        synonyms=services().archive.synonyms.entries(),
        delivered=delivered_lines(),
        typed={name: values.get(name, values.get("wort", "") if name != "statt" else "") for name in FIELDS},
        wrong=wrong,
        **{"effect": None, "query": "", "entry": None, "first": [], **shown},
    )
