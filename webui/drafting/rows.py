"""Rows of the table in which drafts are looked through, one a file."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from archive.publishing import Lack, lacks
from archive.values import Description, Visibility
from indexer.describing import Describer
from indexer.extraction.pages import Outcome
from indexer.structure.proposals.proposal import Field, Proposal
from webui.drafting.fields import RowField, Sureness, read_fields
from webui.services import Services
from webui.wording import Notice, reading_notice


@dataclass(frozen=True, slots=True)
class Row:
    """A document with what stands in each of its fields."""

    document: Description
    fields: Mapping[Field, RowField]
    #: Who is proposed to find it.
    visibility: Visibility
    lacks: tuple[Lack, ...]
    #: Whether the worker has read it.
    is_read: bool
    #: What hinders reading it.
    notice: Notice | None

    @property
    def needs_a_look(self) -> bool:
        """Whether something that belongs to every document is not surely recognised."""
        told = (self.fields[field].sureness for field in (Field.TITLE, Field.KIND))
        return bool(self.lacks) or any(sureness in (Sureness.CHECK, Sureness.NONE) for sureness in told)


def rows(services: Services, codes: Collection[str]) -> Iterator[Row]:
    """Yield a row for each of some documents, in the order of their accession."""
    describer = Describer.of(services.archive)
    touched = services.archive.publishing.touched(codes)
    for document in services.archive.describe_many(codes):
        yield _row(services, document, describer, is_touched=document.code in touched)


def _row(services: Services, document: Description, describer: Describer, *, is_touched: bool) -> Row:
    record = services.texts.reading(document.checksum)
    reading = services.texts.pages(document.checksum)
    has_text = reading is not None and reading.outcome is Outcome.TEXT
    proposals = describer.proposals(reading, document.file_name) if reading and has_text else ()
    fields = read_fields(services.archive.details(document.code), proposals, describer, is_touched=is_touched)
    return Row(
        document=document,
        fields=fields,
        visibility=_visibility(document, proposals),
        lacks=lacks(document),
        is_read=record is not None,
        notice=reading_notice(record) if record else None,
    )


def _visibility(document: Description, proposals: Collection[Proposal]) -> Visibility:
    """Return who is to find a document: who finds it already, else whom its content allows."""
    if document.visibility is not Visibility.DRAFT:
        return document.visibility
    proposed = next((each.value for each in proposals if each.field is Field.VISIBILITY), Visibility.INTERNAL.value)
    return Visibility.COORDINATION if proposed == Visibility.COORDINATION else Visibility.INTERNAL
