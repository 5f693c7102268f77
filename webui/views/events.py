"""What happened in the archive, for those who answer for it."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for

from archive.custody import EventEntry, EventKind
from webui.addresses import page_number
from webui.agents import Agents
from webui.event_wording import ACCESSES, deed, kind_name
from webui.i18n import translated
from webui.journal_request import ARCHIVE, read_asked
from webui.services import services
from webui.spreadsheets import spreadsheet

bp = Blueprint("events", __name__, url_prefix="/verwaltung/ereignisse")

PER_PAGE = 50


@bp.get("")
def index() -> str:
    """List the events, the latest first."""
    journal, asked = services().archive.journal, read_asked(request.args)
    agents = _agents()
    lines = [
        (each, agents.name(each.agent), deed(each, agents)) for each in journal.events(asked, PER_PAGE, _skipped())
    ]
    return _page("events/index.html", lines, journal.count(asked), agents)


@bp.get("/zugriffe")
def accesses() -> str:
    """List who opened documents of the coordination, the latest first."""
    journal, asked = services().archive.journal, read_asked({**request.args, "was": ""})
    agents = _agents()
    found = journal.accesses(asked, PER_PAGE, _skipped())
    lines = [(each, agents.name(each.agent), translated(ACCESSES[each.kind])) for each in found]
    return _page("events/accesses.html", lines, journal.count_accesses(asked), agents)


@bp.get("/ereignisse.csv")
def export() -> Response:
    """Send the events that are asked for as a table, all of them."""
    asked, agents = read_asked(request.args), _agents()
    return spreadsheet("ereignisse.csv", _rows(services().archive.journal.every_event(asked), agents))


def _rows(events: Iterator[EventEntry], agents: Agents) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table of events."""
    yield "Zeit (UTC)", "Wer", "Was", "Dokument", "Ereignis"
    for each in events:
        moment = each.at.strftime("%Y-%m-%d %H:%M:%S")
        yield moment, agents.name(each.agent), deed(each, agents), each.document, each.kind.value


def _agents() -> Agents:
    return Agents.of(services().archive.accounts.entries())


def _skipped() -> int:
    return (page_number(request.args) - 1) * PER_PAGE


def _page(template: str, lines: list[Any], total: int, agents: Agents) -> str:
    page, pages = page_number(request.args), max(1, -(-total // PER_PAGE))
    if page > pages:
        abort(redirect(_other_page(pages)))
    return render_template(
        template,
        lines=lines,
        total=total,
        page=page,
        pages=pages,
        other_page=_other_page,
        asked=request.args,
        kinds=sorted(((kind.value, kind_name(kind)) for kind in EventKind), key=lambda each: each[1]),
        people=[(ARCHIVE, agents.name("")), *sorted(agents.names.items(), key=lambda each: each[1].casefold())],
        filters={name: value for name, value in request.args.items() if name != "seite" and value},
    )


def _other_page(page: int) -> str:
    address: dict[str, Any] = {name: value for name, value in request.args.items() if name != "seite" and value}
    return url_for(request.endpoint or "", **{**address, "seite": page})
