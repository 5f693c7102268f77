"""Rows of the table in which drafts are looked through, one a file."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from werkzeug.datastructures import MultiDict

from archive.archive import Archive
from archive.licences import Licence
from archive.publishing import Lack, lacks
from archive.values import Description, Visibility
from indexer.describing import Describer
from indexer.extraction.pages import Outcome
from indexer.structure.proposals.proposal import Field, Proposal
from webui.drafting.contents import Contents
from webui.drafting.entering import read_licence, read_visibility
from webui.drafting.fields import RowField, Sureness, read_fields
from webui.drafting.meanwhile import joined, stamp
from webui.wording import Notice, reading_notice


@dataclass(frozen=True, slots=True)
class Row:
    """A document with what stands in each of its fields."""

    document: Description
    fields: Mapping[Field, RowField]
    #: The first and the last day, as they stand in the fields; "" for none.
    days: tuple[str, str]
    #: Separated by commas.
    keywords: str
    licence: Licence
    #: Who is proposed to find it.
    visibility: Visibility
    lacks: tuple[Lack, ...]
    #: Whether the worker has read it.
    is_read: bool
    #: What hinders reading it.
    notice: Notice | None

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day, or None where there is no date."""
        first, _, last = self.fields[Field.DATE].value.partition("/")
        return (date.fromisoformat(first), date.fromisoformat(last)) if first else None

    @property
    def stamp(self) -> str:
        """What the row shows and what is entered now, so that it takes back nothing that is entered later."""
        one = {"titel": Field.TITLE, "art": Field.KIND, "treffen": Field.MEETING}
        shown = {part: " ".join(self.fields[field].value.split()) for part, field in one.items()}
        several = {"standort": Field.SITE, "thema": Field.TOPIC}
        shown |= {part: joined(self.fields[field].values) for part, field in several.items()}
        rest = {"von": "/".join(self.days), "schlagworte": self.keywords, "lizenz": self.licence}
        return stamp(shown | rest, self.document)

    @property
    def needs_a_look(self) -> bool:
        """Whether something that belongs to every document is not surely recognised."""
        told = (self.fields[field].sureness for field in (Field.TITLE, Field.KIND))
        return bool(self.lacks) or any(sureness in (Sureness.CHECK, Sureness.NONE) for sureness in told)


def rows(
    archive: Archive, documents: Collection[Description], contents: Contents, describer: Describer
) -> Iterator[Row]:
    """Yield a row for each of some documents, in their order."""
    entered = archive.publishing.entered([each.code for each in documents])
    for document in documents:
        yield _row(document, contents, describer, entered.get(document.code, frozenset()))


def as_typed(row: Row, form: MultiDict[str, str]) -> Row:
    """Return a row with what was typed into it, so that nobody has to type it again."""
    code = row.document.code
    typed = {
        Field.TITLE: (form.get(f"{code}-titel", ""),),
        Field.KIND: (form.get(f"{code}-art", ""),),
        Field.MEETING: (form.get(f"{code}-treffen", ""),),
        Field.SITE: tuple(form.getlist(f"{code}-standort")),
        Field.TOPIC: tuple(form.getlist(f"{code}-thema")),
    }
    fields = {field: replace(row.fields[field], values=values) for field, values in typed.items()}
    return replace(
        row,
        fields={**row.fields, **fields},
        days=(form.get(f"{code}-von", ""), form.get(f"{code}-bis", "")),
        keywords=form.get(f"{code}-schlagworte", row.keywords),
        licence=read_licence(form.get(f"{code}-lizenz")) or row.licence,
        visibility=read_visibility(form.get(f"{code}-sichtbarkeit", "")),
    )


def _row(document: Description, contents: Contents, describer: Describer, by_people: frozenset[str]) -> Row:
    record, reading = contents.records.get(document.checksum), contents.readings.get(document.checksum)
    has_text = reading is not None and reading.outcome is Outcome.TEXT
    proposals = describer.proposals(reading, document.file_name) if reading and has_text else ()
    fields = read_fields(document, proposals, describer, by_people)
    return Row(
        document=document,
        fields=fields,
        days=_days(fields[Field.DATE]),
        keywords=", ".join(document.keywords),
        licence=document.licence,
        visibility=_visibility(document, proposals),
        lacks=lacks(document),
        is_read=record is not None,
        notice=reading_notice(record) if record and not record.awaits_recognition else None,
    )


def _days(field: RowField) -> tuple[str, str]:
    first, _, last = field.value.partition("/")
    return first, last


def _visibility(document: Description, proposals: Collection[Proposal]) -> Visibility:
    """Return who is to find a document: who finds it already, else whom its content allows."""
    if document.visibility is not Visibility.DRAFT:
        return document.visibility
    proposed = next((each.value for each in proposals if each.field is Field.VISIBILITY), Visibility.INTERNAL.value)
    return Visibility.COORDINATION if proposed == Visibility.COORDINATION else Visibility.INTERNAL
