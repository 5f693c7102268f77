"""What the coordination says of a Handlungsfeld: the form for it."""

import re

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.curation.dossiers import LONGEST_INTRODUCTION, MOST_DOCUMENTS, Dossier, DossierTooLongError
from archive.entries import TopicEntry
from archive.errors import UnknownDocumentError
from archive.selections import Aspect
from webui.holdings import recent
from webui.i18n import gettext
from webui.reader import agent
from webui.services import services
from webui.views.documents import described_by_code
from webui.views.topics import topic_or_404

bp = Blueprint("introductions", __name__, url_prefix="/themen")

#: Documents that are offered while one types.
OFFERED = 40

#: A reference code, alone or within the address of a page.
_CODE = re.compile(r"D-\d{4}-\d{4,}", re.IGNORECASE)

Answer = str | Response | tuple[str, int]


@bp.get("/<key>/einfuehrung")
def edit(key: str) -> str:
    """Show the form with what is said now."""
    topic = topic_or_404(key)
    said = services().archive.curation.dossiers.of(key)
    return _form(topic, said.introduction, list(said.documents))


@bp.post("/<key>/einfuehrung")
def save(key: str) -> Answer:
    """Say it, and show the topic."""
    topic = topic_or_404(key)
    text = "\n".join(request.form.get("text", "").splitlines()).strip()
    typed = [each.strip() for each in request.form.getlist("dokument")[:MOST_DOCUMENTS]]
    codes = [code for each in typed if each for code in _codes(each)]
    try:
        services().archive.curation.dossiers.enter(key, Dossier(text, tuple(dict.fromkeys(codes))), agent())
    except UnknownDocumentError as error:
        return _form(topic, text, typed, _no_document(error.code)), 400
    except DossierTooLongError:
        return _form(topic, text, typed, _too_long()), 400
    return redirect(url_for("topics.topic", key=key), code=303)


def _codes(typed: str) -> list[str]:
    """Return the reference codes in what was typed; what holds none is looked for as it is."""
    return [found.upper() for found in _CODE.findall(typed)] or [typed]


def _no_document(typed: str) -> str:
    return gettext(
        "Zu „%(typed)s“ gibt es kein Dokument. Bitte geben Sie die Kennung an, zum Beispiel D-2026-0042, oder die "
        "Adresse der Seite.",
        typed=typed,
    )


def _too_long() -> str:
    return gettext("Bitte kürzen Sie den Text auf %(most)s Zeichen.", most=str(LONGEST_INTRODUCTION))


def _form(topic: TopicEntry, text: str, typed: list[str], wrong: str = "") -> str:
    return render_template(
        "topics/introduction.html",
        topic=topic,
        text=text,
        typed=(typed + [""] * MOST_DOCUMENTS)[:MOST_DOCUMENTS],
        known=described_by_code(typed),
        offered=recent(Aspect.TOPIC, topic.label)[:OFFERED],
        most=LONGEST_INTRODUCTION,
        wrong=wrong,
    )
