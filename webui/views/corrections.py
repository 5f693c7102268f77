"""Correcting what was recognised in a document: each passage with a small form."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.corrections import NOTHING_SAID, CorrectionEntry
from archive.values import Description
from indexer.correcting import anchor_within
from indexer.structure.kinds import PassageKind
from webui.card_correcting import CorrectableFact, TooLongError, correctable_facts, said_of
from webui.correcting import (
    JOIN,
    STATES,
    TAKE_BACK,
    UnreadableCorrectionError,
    correctables,
    counts,
    is_finding,
    said_by,
)
from webui.i18n import mark, translated
from webui.reader import agent
from webui.services import services
from webui.views.documents import described_or_404

bp = Blueprint("corrections", __name__, url_prefix="/dokumente/<code>/korrigieren")

Answer = str | Response | tuple[str, int]

#: Fields of a form that are filled again where it cannot be kept.
FIELDS = ("art", "wer", "bis", "stand", "text")

ELSEWHERE = mark(
    "Dieser Wortlaut steht so nicht im Dokument. Bitte kürzen Sie ihn nur am Anfang oder Ende um ganze Wörter."
)
GONE = mark(
    "Diese Stelle gibt es so nicht mehr: Das Dokument wurde inzwischen neu gelesen. Bitte suchen Sie sie erneut."
)
TOO_LONG = mark("Bitte kürzen Sie jede Angabe zur Methode auf höchstens 5000 Zeichen.")


@bp.get("")
def index(code: str) -> str:
    """Show the passages of a document with what was recognised in them, and the forms to put it right."""
    return _page(described_or_404(code))


@bp.post("")
def correct(code: str) -> Answer:
    """Keep what is said of a passage, and go back to it."""
    document, id_ = described_or_404(code), request.form.get("stelle", "")
    shown = correctables(document).passages
    place = next((place for place, each in enumerate(shown) if each.passage.id == id_), None)
    if place is None:
        return _page(document, translated(GONE)), 400
    joined = shown[place : place + 2] if request.form.get("tun") == JOIN else ()
    text = "\n".join(each.passage.text for each in joined) or _wording()
    anchor = anchor_within([each.passage for each in shown], id_, text)
    if anchor is None:
        return _page(document, translated(ELSEWHERE), id_), 400
    try:
        said = said_by(request.form, document, shown, place, anchor.quote)
    except UnreadableCorrectionError as error:
        return _page(document, translated(error.advice), id_), 400
    for swallowed in joined[1:]:
        _take_back(code, swallowed.correction)
    correction = shown[place].correction
    number = services().archive.corrections.enter(code, anchor, said, agent(), correction.number if correction else 0)
    return _back(document, number, id_)


@bp.post("/methode")
def correct_card(code: str) -> Answer:
    """Keep what is said of a method, where it is not what its paper states."""
    document = described_or_404(code)
    facts = correctable_facts(document)
    if request.form.get("tun") == TAKE_BACK:
        said: dict[str, str | None] = {each.field: None for each in facts}
    else:
        try:
            said = said_of(request.form, facts)
        except TooLongError:
            return _page(document, translated(TOO_LONG)), 400
    services().archive.card_facts.say(code, said, agent())
    return redirect(url_for("corrections.index", code=code, gespeichert="methode", _anchor="methode"), code=303)


@bp.post("/verwerfen")
def discard(code: str) -> Response:
    """Take back a correction whose passage the document no longer has."""
    document, number = described_or_404(code), request.form.get("nummer", "")
    for lost in correctables(document).lost:
        if str(lost.number) == number:
            _take_back(code, lost)
    return redirect(url_for("corrections.index", code=code), code=303)


def _wording() -> str:
    """Return the words that are to be the passage; what is taken back has those it had."""
    return "" if request.form.get("tun") == TAKE_BACK else request.form.get("text", "")


def _take_back(code: str, correction: CorrectionEntry | None) -> None:
    if correction:
        services().archive.corrections.enter(code, correction.anchor, NOTHING_SAID, agent(), correction.number)


def _back(document: Description, number: int, id_: str) -> Response:
    """Go back to the passage of a correction, which may begin and end elsewhere now."""
    corrected = (each for each in correctables(document).passages if each.correction)
    now = next((each.passage.id for each in corrected if each.correction and each.correction.number == number), id_)
    return redirect(url_for("corrections.index", code=document.code, gespeichert=now, _anchor=now), code=303)


def _page(document: Description, wrong: str = "", open_: str = "") -> str:
    found = correctables(document)
    return render_template(
        "documents/correct.html",
        document=document,
        passages=found.passages,
        lost=found.lost,
        counts=counts(found.passages),
        kinds=tuple(PassageKind),
        states=STATES,
        is_finding=is_finding,
        wrong=wrong,
        facts=_as_typed(correctable_facts(document)),
        typed={name: request.form.get(name, "") for name in FIELDS},
        opened=open_,
        saved=request.args.get("gespeichert", ""),
    )


def _as_typed(facts: tuple[CorrectableFact, ...]) -> tuple[CorrectableFact, ...]:
    """Return facts with what was typed, where it could not be kept."""
    return tuple(replace(each, text=request.form.get(each.field, each.text)) for each in facts)
