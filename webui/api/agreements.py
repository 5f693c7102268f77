"""The register of decisions, results and tasks over all meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from msgspec import Meta

from indexer.agreed import Agreed
from indexer.passages import Passage
from indexer.search.agreements import AgreementRequest, AgreementSort
from indexer.search.request import SearchRequest, Sort
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind
from webui.agreement_request import LONGEST_ROLE
from webui.api.operation import NEVER_KEPT, Operation
from webui.api.paging import Paging, Portion, portion
from webui.api.searching import Query, Values, Years, given, understood
from webui.i18n import mark
from webui.records.documents import (
    AgreementRecord,
    DocumentRecord,
    PassageRecord,
    agreement_record,
    document_record,
    passage_record,
)
from webui.register import register_entries
from webui.services import services
from webui.views.documents import described_by_code


@dataclass(frozen=True, slots=True)
class ResultsAsked(Paging):
    """Which results are wanted."""

    q: Query = ""
    site: Values = ()
    topic: Values = ()
    keyword: Values = ()
    meeting: Values = ()
    year: Years = ()


@dataclass(frozen=True, slots=True)
class RegisterAsked(ResultsAsked):
    """Which decisions or tasks are wanted."""

    state: Annotated[tuple[State, ...], Meta(description=mark("was daraus wurde; mehrere: eines davon"))] = ()
    who: Annotated[str, Meta(max_length=LONGEST_ROLE, description=mark("Rolle, oder ein Stück davon"))] = ""
    due_from: Annotated[date, Meta(description=mark("Frist an diesem Tag oder später"))] | None = None
    due_until: Annotated[date, Meta(description=mark("Frist an diesem Tag oder früher"))] | None = None
    sort: Annotated[AgreementSort, Meta(description=mark("Reihenfolge"))] = AgreementSort.NEWEST


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A decision, result or task, with the document it stands in."""

    passage: PassageRecord
    agreement: Annotated[AgreementRecord | None, Meta(description=mark("leer bei Ergebnissen"))]
    document: DocumentRecord


def decisions(asked: RegisterAsked) -> Portion[FindingRecord]:
    """Return decisions, those of the most recent documents first unless told otherwise."""
    return _register(PassageKind.DECISION, asked)


def tasks(asked: RegisterAsked) -> Portion[FindingRecord]:
    """Return tasks, those of the most recent documents first unless told otherwise."""
    return _register(PassageKind.TASK, asked)


def results(asked: ResultsAsked) -> Portion[FindingRecord]:
    """Return results, those of the most recent documents first."""
    request, *_ = understood(_request(asked, {"passage_kind": (PassageKind.RESULT.value,)}))
    found = services().searcher.passages(request, asked.shown)
    return portion(_results(found.passages), found.total, asked)


def _register(kind: PassageKind, asked: RegisterAsked) -> Portion[FindingRecord]:
    search, *_ = understood(_request(asked, {}))
    request = AgreementRequest(
        search,
        frozenset({kind}),
        frozenset(asked.state),
        " ".join(asked.who.split()),
        asked.due_from,
        asked.due_until,
        asked.sort,
    )
    found = services().searcher.agreements(request, {}).passages
    shown = register_entries(found[asked.shown])
    return portion(
        [_record(each.passage, each.agreed, document_record(each.document)) for each in shown], len(found), asked
    )


def _request(asked: ResultsAsked, filters: dict[str, tuple[str, ...]]) -> SearchRequest:
    return SearchRequest(" ".join(asked.q.split()), {**given(asked), **filters}, Sort.NEWEST)


def _results(passages: Sequence[Passage]) -> list[FindingRecord]:
    """Return passages as records; one whose document was hidden since it was indexed is left out."""
    known = described_by_code({each.document for each in passages})
    seen = [each for each in passages if each.document in known]
    return [_record(each, None, document_record(known[each.document])) for each in seen]


def _record(passage: Passage, agreed: Agreed | None, document: DocumentRecord) -> FindingRecord:
    return FindingRecord(passage_record(passage), agreement_record(agreed) if agreed else None, document)


OPERATIONS = (
    Operation("/decisions", decisions, mark("Beschlüsse aller Treffen"), NEVER_KEPT),
    Operation("/results", results, mark("Ergebnisse aller Treffen"), NEVER_KEPT),
    Operation("/tasks", tasks, mark("Aufgaben aller Treffen"), NEVER_KEPT),
)
