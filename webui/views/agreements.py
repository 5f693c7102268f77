"""Beschlüsse und Aufgaben: the register of what was agreed, over all meetings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from indexer.search.agreements import AgreementRequest, AgreementSort
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind
from webui.addresses import PARAMETERS, page_number, without_filter
from webui.agreement_exports import appointments, rows
from webui.agreement_request import SORTS, is_narrowed, of_kind, read_agreement_request, write_agreement_request
from webui.agreement_wording import SORTS as SORT_WORDING
from webui.calendars import calendar
from webui.i18n import day, gettext, translated
from webui.lineage import lineage
from webui.reader import reader
from webui.register import RegisterEntry, grouped, register_entries
from webui.services import services
from webui.spreadsheets import spreadsheet
from webui.wording import FACETS

bp = Blueprint("agreements", __name__, url_prefix="/aufgaben")

#: Few enough to be looked through, many enough for a meeting.
PER_PAGE = 25

#: Decisions and tasks read at once for a file: it begins to arrive soon, and is never in memory whole.
PORTION = 5000

#: The facets one chooses from, in the order of the form.
CHOICES = ("meeting", "site", "topic", "year")

#: So many roles are offered while one is typed.
OFFERED_ROLES = 200


@bp.get("")
def index() -> str | Answer:
    """Show a page of the decisions and tasks that are asked for."""
    asked = read_agreement_request(request.args, reader())
    known = lineage()
    found = services().searcher.agreements(asked, known.states)
    page, pages = page_number(request.args), max(1, -(-len(found.passages) // PER_PAGE))
    if page > pages:
        return redirect(_address(asked, pages))
    shown = found.passages[(page - 1) * PER_PAGE : page * PER_PAGE]
    labels = services().searcher.labels(reader())
    entries = [each.told(known.states) for each in register_entries(shown)]
    by_meeting = asked.sort in (AgreementSort.NEWEST, AgreementSort.OLDEST)
    return render_template(
        "agreements/index.html",
        asked=asked,
        found=found,
        entries=entries,
        lineage=known,
        groups=grouped(entries) if by_meeting else [],
        is_building=services().searcher.view(reader()) is None,
        is_narrowed=is_narrowed(asked),
        kinds=[(kind, found.kinds.get(kind, 0)) for kind in (PassageKind.DECISION, PassageKind.TASK)],
        states=[state for state in State if state in found.states or state in asked.states],
        choices=[(facet, PARAMETERS[facet], _in_order(facet, labels.get(facet, ()))) for facet in CHOICES],
        roles=found.roles[:OFFERED_ROLES],
        sorts=[(name, SORT_WORDING[sort], sort is asked.sort) for name, sort in SORTS.items()],
        legends=FACETS,
        chips=list(_chips(asked)),
        page=page,
        pages=pages,
        address=_address,
        of_kind=of_kind,
        export=lambda endpoint: url_for(endpoint, **_parts(asked)),
    )


@bp.get("/beschluesse-und-aufgaben.csv")
def table() -> Response:
    """Send the decisions and tasks that are asked for as a table, all of them."""
    return spreadsheet("beschluesse-und-aufgaben.csv", rows(_every(_asked())))


@bp.get("/fristen.ics")
def deadlines() -> Response:
    """Send those that are asked for and name a day as days of a calendar."""
    asked = _asked()
    # Whatever is due on any day: what names none need not be read.
    return calendar("fristen.ics", appointments(_every(replace(asked, due_from=asked.due_from or date.min))))


def _asked() -> AgreementRequest:
    return read_agreement_request(request.args, reader())


def _every(asked: AgreementRequest) -> Iterable[RegisterEntry]:
    """Return the decisions and tasks that are asked for, all of them, read a portion at a time."""
    states = lineage().states
    found = services().searcher.agreements(asked, states).passages
    portions = (found[start : start + PORTION] for start in range(0, len(found), PORTION))
    return (each.told(states) for portion in portions for each in register_entries(portion))


def _in_order(facet: str, labels: tuple[str, ...]) -> list[str]:
    """Return the labels of a facet as one looks for them: years from the last on."""
    return sorted(labels, reverse=True) if facet == "year" else sorted(labels)


def _chips(asked: AgreementRequest) -> Iterator[tuple[str, str]]:
    """Yield what narrows a request, in words, each with the address of the request without it."""
    for facet, values in asked.search.filters.items():
        for value in values:
            yield value, _address(replace(asked, search=without_filter(asked.search, facet, value)))
    for state in sorted(asked.states):
        yield translated(state.value), _address(replace(asked, states=asked.states - {state}))
    told = (
        (asked.who and gettext("Wer: %(who)s", who=asked.who), replace(asked, who="")),
        (asked.due_from and gettext("Fällig ab %(day)s", day=day(asked.due_from)), replace(asked, due_from=None)),
        (asked.due_until and gettext("Fällig bis %(day)s", day=day(asked.due_until)), replace(asked, due_until=None)),
    )
    yield from ((words, _address(without)) for words, without in told if words)


def _address(asked: AgreementRequest, page: int = 1) -> str:
    return url_for("agreements.index", **(_parts(asked) | ({"seite": page} if page > 1 else {})))


def _parts(asked: AgreementRequest) -> dict[str, Any]:
    return {**write_agreement_request(asked)}
