"""Reports of what is wrong with a document: made by any reader, seen to by the coordination."""

from math import ceil

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.reports import Fault
from archive.values import Description
from webui.i18n import gettext, mark, translated
from webui.limits import MINUTE, Costly, TooOftenError
from webui.reader import agent, reader
from webui.report_wording import FAULTS, LONGEST_PLACE, LONGEST_TEXT, REPORTED
from webui.services import services
from webui.throttle import take
from webui.views.documents import bp as documents
from webui.views.documents import described_or_404
from webui.views.synonyms import LARGEST_NUMBER

bp = Blueprint("reports", __name__)

Answer = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]

_FORM = "/<code>/fehler-melden"
_DESK = "/verwaltung/meldungen"

#: A field people do not see: whoever fills it in is a program.
TRAP = "webseite"

CHOOSE = mark("Bitte wählen Sie aus, was falsch ist.")
SHORTER = mark("Bitte kürzen Sie den Text auf höchstens 1000 Zeichen und die Stelle auf höchstens 200.")
SAY_MORE = mark("Bitte beschreiben Sie kurz, was falsch ist, oder nennen Sie die Stelle.")


@documents.get(_FORM)
def report_form(code: str) -> str:
    """Show the form, with the page or passage from which the reader comes."""
    return _form(described_or_404(code), place=request.args.get("stelle", "")[:LONGEST_PLACE])


@documents.post(_FORM)
def report(code: str) -> Answer:
    """Keep a report, and thank for it."""
    document = described_or_404(code)
    fault, place, text = (request.form.get(name, "").strip() for name in ("was", "stelle", "text"))
    text = text.replace("\r\n", "\n")
    wrong = _wrong(fault, place, text)
    if wrong:
        return _form(document, fault, place, text, translated(wrong)), 400
    try:
        take(Costly.REPORT)
    except TooOftenError as error:
        said = gettext(
            "Von Ihnen kamen gerade viele Meldungen. Bitte versuchen Sie es in %(minutes)s Minuten noch einmal.",
            minutes=str(ceil(error.wait / MINUTE)),
        )
        return _form(document, fault, place, text, said), 429, {"Retry-After": str(error.wait)}
    if not request.form.get(TRAP):
        services().archive.reports.make(document.code, Fault(fault), place, text)
    return redirect(url_for("documents.report_form", code=document.code, gesendet="ja"), code=303)


@bp.get(_DESK)
def index() -> str:
    """List the reports, the open ones first."""
    reports = services().archive.reports.entries(reader().visible)
    return render_template("reports/index.html", reports=reports, faults=FAULTS, recognised=Fault.RECOGNISED)


@bp.post(f"{_DESK}/<int(max={LARGEST_NUMBER}):number>/erledigt")
def finish(number: int) -> Response:
    """Mark a report as done."""
    services().archive.reports.finish(number, agent())
    return redirect(url_for("reports.index"), code=303)


@bp.post(f"{_DESK}/<int(max={LARGEST_NUMBER}):number>/loeschen")
def remove(number: int) -> Response:
    """Keep a report no longer."""
    services().archive.reports.remove(number, agent())
    return redirect(url_for("reports.index"), code=303)


def _wrong(fault: str, place: str, text: str) -> str:
    """Return what is wrong with a report, marked for translation, or ""."""
    if fault not in REPORTED:
        return CHOOSE
    if len(text) > LONGEST_TEXT or len(place) > LONGEST_PLACE:
        return SHORTER
    return "" if place or text else SAY_MORE


def _form(document: Description, fault: str = "", place: str = "", text: str = "", wrong: str = "") -> str:
    return render_template(
        "reports/form.html",
        document=document,
        faults=REPORTED,
        chosen=fault,
        place=place,
        text=text,
        wrong=wrong,
        trap=TRAP,
        is_sent="gesendet" in request.args,
        longest_text=LONGEST_TEXT,
        longest_place=LONGEST_PLACE,
    )
