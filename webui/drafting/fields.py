"""The fields of a draft's row: what stands in each, how surely it was recognised, and on what that rests."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from archive.values import Description, DocumentKind
from indexer.describing import Describer
from indexer.structure.proposals.proposal import SURE, Field, Proposal
from webui.i18n import mark

#: Name of the field of `Details` that nobody may leave open.
KIND = "kind"


class Sureness(StrEnum):
    """How surely a value was recognised; the word on the page is the value."""

    SURE = mark("sicher erkannt")
    CHECK = mark("bitte prüfen")
    NONE = mark("nicht erkannt")
    ENTERED = mark("eingetragen")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a file that speak for a value."""

    value: str
    words: str
    #: Counted from 1; 0 where the file's name or properties say so.
    page: int


@dataclass(frozen=True, slots=True)
class RowField:
    """One field of a row."""

    #: Keys and labels as the form sends them; one for all but sites and topics.
    values: tuple[str, ...]
    sureness: Sureness
    evidence: tuple[Evidence, ...]

    @property
    def value(self) -> str:
        """The only value, or ""."""
        return self.values[0] if self.values else ""


def read_fields(
    document: Description, proposals: Iterable[Proposal], describer: Describer, by_people: frozenset[str]
) -> Mapping[Field, RowField]:
    """Return what stands in each field: what is entered, else what is proposed.

    Args:
        document: What is entered.
        proposals: What the file seems to say of itself, the surest of each field first.
        describer: Knows the keys of labels.
        by_people: Names of the fields that people entered; if there are any, what is empty is meant to be. Only a
            kind of document has to be chosen: there is none that is no kind.
    """
    by_field: dict[Field, list[Proposal]] = {field: [] for field in Field}
    for each in proposals:
        by_field[each.field].append(each)
    entered = _entered(document, describer, by_people)
    is_touched = {field: bool(by_people) for field in entered} | {Field.KIND: KIND in by_people}
    return {
        field: _field(entered[field], list(_keyed(field, by_field[field], describer)), is_touched=is_touched[field])
        for field in entered
    }


def is_kind_open(kind: DocumentKind, by_people: Container[str]) -> bool:
    """Tell whether the kind of a document was neither recognised nor chosen."""
    return kind is DocumentKind.SONSTIGES and KIND not in by_people


def _entered(document: Description, describer: Describer, by_people: frozenset[str]) -> Mapping[Field, tuple[str, ...]]:
    """Return what is entered, as the form sends it."""
    date, meeting = document.date, document.meeting
    return {
        Field.TITLE: (document.title,) if document.title else (),
        Field.KIND: () if is_kind_open(document.kind, by_people) else (document.kind.value,),
        Field.MEETING: (meeting.key,) if meeting else (),
        Field.DATE: (f"{date.start}/{date.end}",) if date else (),
        Field.SITE: tuple(describer.sites[label] for label in document.sites if label in describer.sites),
        Field.TOPIC: document.topics,
    }


def _keyed(field: Field, proposals: Iterable[Proposal], describer: Describer) -> Iterator[tuple[str, Proposal]]:
    """Yield proposals with the value that the form sends for them; one a field, but for sites and topics."""
    for each in proposals:
        value = _value(field, each.value, describer)
        if value:
            yield value, each
            if field not in (Field.SITE, Field.TOPIC):
                return


def _value(field: Field, written: str, describer: Describer) -> str:
    match field:
        case Field.MEETING:
            return describer.meetings.get(written, "")
        case Field.SITE:
            return describer.sites.get(written, "")
        case Field.DATE:
            date = describer.date(written)
            return f"{date.start}/{date.end}"
        case _:
            return written


def _field(entered: tuple[str, ...], proposed: list[tuple[str, Proposal]], *, is_touched: bool) -> RowField:
    evidence = tuple(
        Evidence(proposal.value, proposal.evidence, proposal.page) for _, proposal in proposed if proposal.evidence
    )
    values = entered or (() if is_touched else tuple(value for value, _ in proposed))
    return RowField(values, _sureness(values, proposed, is_touched=is_touched), evidence)


def _sureness(values: tuple[str, ...], proposed: list[tuple[str, Proposal]], *, is_touched: bool) -> Sureness:
    confidence = {value: proposal.confidence for value, proposal in proposed}
    if not values:
        return Sureness.NONE
    if is_touched or not set(values) <= set(confidence):
        return Sureness.ENTERED
    return Sureness.SURE if min(confidence[each] for each in values) >= SURE else Sureness.CHECK
