"""How much of the holdings is handed over: everything, or what anyone may read."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from sqlalchemy import Row, Select, Table, and_, false, select
from sqlalchemy.orm import Session

from archive.catalogue.authorities import FormerEntry, Keyword
from archive.catalogue.card_facts import CardFact
from archive.catalogue.corrections import Correction
from archive.catalogue.dossiers import TopicDossier
from archive.catalogue.follow_ups import FollowUp
from archive.catalogue.holdings import (
    Accessions,
    Document,
    Event,
    Version,
    document_keyword,
    document_site,
    document_topic,
)
from archive.catalogue.learning import LearningPath, LearningStep
from archive.catalogue.methods import Experience, MethodNote
from archive.catalogue.reports import Report
from archive.catalogue.use import Synonym
from archive.custody import PROGRAM, EventKind
from archive.errors import VocabularyKind
from archive.values import Visibility

#: Values of a row by the names of its columns.
Values = dict[str, Any]


class Extent(Protocol):
    """Tells which rows of a table are handed over."""

    @property
    def label(self) -> str:
        """How it is called at the command line."""

    @property
    def visible(self) -> frozenset[Visibility]:
        """The classes of documents that are handed over."""

    @property
    def older_versions(self) -> bool:
        """Whether all versions of a document are handed over, or its newest alone."""

    def rows(self, session: Session, table: Table) -> Iterator[Values]:
        """Yield the rows of a table that are handed over, in the order of their keys."""


class Everything:
    """All that is held, for whoever goes on with the archive."""

    label = "alles"
    visible = frozenset(Visibility)
    older_versions = True

    def rows(self, session: Session, table: Table) -> Iterator[Values]:
        """Yield all rows."""
        return map(_values, session.execute(_ordered(table)))


class PublicOnly:
    """What anyone may read, for whoever is given a copy: nothing tells of what is not public."""

    label = "öffentlich"
    visible = frozenset({Visibility.PUBLIC})
    older_versions = False

    def rows(self, session: Session, table: Table) -> Iterator[Values]:
        """Yield the rows that tell of nothing but public documents, without who made them."""
        codes = frozenset(session.scalars(select(Document.code).where(Document.visibility == Visibility.PUBLIC)))
        chosen = _CHOICES.get(table.name)
        found = _ordered(table) if chosen is None else _ordered(table).where(chosen())
        change = _CHANGES.get(table.name, _unchanged)
        for row in session.execute(found):
            values = change(_values(row), codes)
            yield {**values, "agent": PROGRAM} if "agent" in values else values


_PUBLIC = select(Document.id).where(Document.visibility == Visibility.PUBLIC)
_CODES = select(Document.code).where(Document.visibility == Visibility.PUBLIC)

#: The checksums of the newest versions of public documents.
_NEWEST = (
    select(Version.id)
    .join(Document, and_(Document.id == Version.document_id, Document.version == Version.number))
    .where(Document.visibility == Visibility.PUBLIC)
)
_BYTES = select(Version.checksum).where(Version.id.in_(_NEWEST))

#: Events that say no more than that a public document came, and when.
_TOLD = (EventKind.ACCESSION, EventKind.NEW_VERSION)

#: Table → which of its rows are public; of tables that are not named, all are.
_CHOICES: Mapping[str, Callable[[], Any]] = {
    Document.__tablename__: lambda: Document.visibility == Visibility.PUBLIC,
    Version.__tablename__: lambda: Version.id.in_(_NEWEST),
    document_site.name: lambda: document_site.c.document_id.in_(_PUBLIC),
    document_topic.name: lambda: document_topic.c.document_id.in_(_PUBLIC),
    document_keyword.name: lambda: document_keyword.c.document_id.in_(_PUBLIC),
    Keyword.__tablename__: lambda: Keyword.id.in_(
        select(document_keyword.c.keyword_id).where(document_keyword.c.document_id.in_(_PUBLIC))
    ),
    # Of keywords only the current words are handed over: an earlier one may have said something of a hidden document.
    FormerEntry.__tablename__: lambda: FormerEntry.vocabulary != VocabularyKind.KEYWORD,
    Event.__tablename__: lambda: Event.kind.in_(_TOLD) & Event.document.in_(_CODES) & Event.detail.in_(_BYTES),
    CardFact.__tablename__: lambda: CardFact.document_id.in_(_PUBLIC),
    MethodNote.__tablename__: lambda: MethodNote.document_id.in_(_PUBLIC),
    Experience.__tablename__: lambda: Experience.is_released & Experience.document_id.in_(_PUBLIC),
    LearningPath.__tablename__: lambda: LearningPath.is_published,
    LearningStep.__tablename__: lambda: (
        LearningStep.path_id.in_(select(LearningPath.id).where(LearningPath.is_published))
        & ((LearningStep.document == "") | LearningStep.document.in_(_CODES))
    ),
    # What the coordination keeps for itself, or what quotes texts that may have been hidden since.
    Correction.__tablename__: false,
    FollowUp.__tablename__: false,
    Report.__tablename__: false,
    Synonym.__tablename__: false,
}


def _unchanged(values: Values, _codes: frozenset[str]) -> Values:
    return values


def _numbered(values: Values, codes: frozenset[str]) -> Values:
    """Tell of a year's numbers only the last that is public."""
    own = [int(code.rpartition("-")[2]) for code in codes if code.startswith(f"D-{values['year']}-")]
    return {**values, "last": max(own, default=0)}


def _introduced(values: Values, codes: frozenset[str]) -> Values:
    return {**values, "documents": tuple(each for each in values["documents"] if each in codes)}


def _without_aliases(values: Values, _codes: frozenset[str]) -> Values:
    return {**values, "aliases": ()}


#: Table → what is left out of its rows.
_CHANGES: Mapping[str, Callable[[Values, frozenset[str]], Values]] = {
    Accessions.__tablename__: _numbered,
    TopicDossier.__tablename__: _introduced,
    Keyword.__tablename__: _without_aliases,
}


def _ordered(table: Table) -> Select[Any]:
    return select(table).order_by(*table.primary_key.columns)


def _values(row: Row[Any]) -> Values:
    return dict(row._mapping)  # noqa: SLF001 - the public name of it in SQLAlchemy
