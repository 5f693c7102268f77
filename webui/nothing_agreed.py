"""Where decisions or tasks are asked for and there are none: says so, and leads to what was said of it instead."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from indexer.search.expressions.expression import Expression, Subject
from indexer.search.request import ResultPage, SearchRequest
from indexer.structure.kinds import PassageKind
from webui.addresses import with_query
from webui.services import services

#: Labels of what is agreed.
AGREED = (PassageKind.DECISION.value, PassageKind.TASK.value)

#: Labels of what is said, found or told without agreeing on anything.
DISCUSSED = tuple(kind.value for kind in PassageKind if kind.value not in AGREED)


@dataclass(frozen=True, slots=True)
class NothingAgreed:
    """That nothing was agreed on something, of which something was said."""

    #: Labels of what was asked for: "Beschluss", "Aufgabe".
    kinds: tuple[str, ...]
    #: How many passages speak of it.
    discussed: int
    #: Finds them.
    request: SearchRequest


def nothing_agreed(asked: SearchRequest, found: ResultPage) -> NothingAgreed | None:
    """Return that nothing was agreed, where agreements are asked for by a filter or in words; else None."""
    chosen = asked.filters.get("passage_kind", ())
    if chosen:
        is_asked = bool(asked.query) and not found.hits and set(chosen) <= set(AGREED)
        return _discussed(chosen, asked) if is_asked else None
    named = [each for each in found.recognised if each.subject is Subject.PASSAGE_KIND and each.label in AGREED]
    subject = with_query(asked, _without(asked.query, named))
    kinds = tuple(dict.fromkeys(each.label for each in named))
    if not kinds or found.is_general or not subject.query or _number(_of_kinds(subject, kinds)):
        return None
    return _discussed(kinds, subject)


def _discussed(kinds: tuple[str, ...], asked: SearchRequest) -> NothingAgreed | None:
    request = replace(_of_kinds(asked, DISCUSSED), page=1)
    number = _number(request)
    return NothingAgreed(kinds, number, request) if number else None


def _number(request: SearchRequest) -> int:
    return services().searcher.search(replace(request, page=1, limit=1)).total_passages


def _of_kinds(request: SearchRequest, kinds: tuple[str, ...]) -> SearchRequest:
    return replace(request, filters={**request.filters, "passage_kind": kinds})


def _without(query: str, expressions: Iterable[Expression]) -> str:
    """Return a query without some stretches of it."""
    for each in expressions:
        query = query.replace(each.typed, " ", 1)
    return " ".join(query.split())
