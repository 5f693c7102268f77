"""Answers to people who ask what the archive holds about them."""

import csv
import io
from collections.abc import Sequence

from flask import Blueprint, Response, render_template, request

from indexer.extraction.errors import ChildStartError
from indexer.person_names import PersonName
from webui.i18n import gettext
from webui.person_answers import PersonHit, nothing, person_hits, persons, titles
from webui.reader import agent
from webui.services import services

bp = Blueprint("answers", __name__, url_prefix="/verwaltung/auskunft")

#: Fewer letters stand everywhere.
SHORTEST = 3


@bp.get("")
def index() -> str:
    """Show the form. The name is sent in the body of a form: it stands in no address and no log."""
    return _page("", None)


@bp.post("")
def answer() -> str | Response | tuple[str, int]:
    """Show every place where a name stands, or send the list as a file."""
    typed = " ".join(request.form.get("name", "").split())
    name = PersonName.of(typed)
    if len("".join(name.words)) < SHORTEST:
        return _page(typed, None, gettext("Bitte geben Sie einen Namen mit mindestens drei Buchstaben ein.")), 400
    try:
        covering = persons if "verdeckt" in request.form else nothing
        hits = list(person_hits(services().archive, services().texts, name, covering))
    except ChildStartError:
        return _page(
            typed, None, gettext("Gerade lässt sich keine Datei lesen. Versuchen Sie es später noch einmal.")
        ), 503
    if "datei" in request.form:
        services().archive.privacy.record_answer(agent())
        return _file(hits)
    return _page(typed, hits)


def _page(typed: str, hits: Sequence[PersonHit] | None, wrong: str = "") -> str:
    return render_template(
        "answers/index.html",
        typed=typed,
        is_masked="verdeckt" in request.form,
        hits=hits,
        documents=titles(services().archive) if hits else {},
        wrong=wrong,
    )


def _file(hits: Sequence[PersonHit]) -> Response:
    """Return the list as a table that spreadsheets open."""
    made = io.StringIO()
    rows = csv.writer(made, delimiter=";")
    rows.writerow(["Dokument", "Fassung oder Tabelle", "Seite oder Spalte", "Text", "sicher"])
    for each in hits:
        text = _cell(f"{each.before}{each.name}{each.after}")
        within, where = each.place
        rows.writerow(
            [each.document, within, where or "Eigenschaften der Datei", text, "ja" if each.is_sure else "unsicher"]
        )
    disposition = {"Content-Disposition": 'attachment; filename="auskunft.csv"', "Cache-Control": "no-store"}
    return Response("\ufeff" + made.getvalue(), mimetype="text/csv", headers=disposition)


def _cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    plain = " ".join(text.split())
    return f"'{plain}" if plain[:1] in ("=", "+", "-", "@") else plain
