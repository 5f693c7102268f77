"""What documents lack: a meeting, sites, topics."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document, Version, document_site, document_topic
from archive.values import Title, Visibility


class Gap(StrEnum):
    """Something a document should have and does not."""

    MEETING = "meeting"
    SITE = "site"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class DocumentState:
    """A document as little of it as a survey of all of them needs."""

    #: Reference code.
    code: str
    title: str
    revision: int
    #: SHA-256 of the current version's bytes.
    checksum: str


class Gaps:
    """Tells what documents lack; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def states(self, visible: Collection[Visibility]) -> tuple[DocumentState, ...]:
        """Return what a survey needs of each document of some classes, in the order of their accession."""
        asked = (
            select(Document.code, Document.title, Document.revision, Version.checksum)
            .join(Version, (Version.document_id == Document.id) & (Version.number == Document.version))
            .where(Document.visibility.in_(visible))
            .order_by(Document.id)
        )

        def read(session: Session) -> tuple[DocumentState, ...]:
            return tuple(DocumentState(*row) for row in session.execute(asked))

        return self._catalogue.lasting(("states", frozenset(visible)), read)

    def lacking(self, gap: Gap, visible: Collection[Visibility]) -> tuple[Title, ...]:
        """Return the title of every document of some classes that lacks something, in the order of their accession."""
        asked = select(Document.code, Document.title, Document.kind).where(
            Document.visibility.in_(visible), _lacks(gap)
        )
        with self._catalogue.reading() as session:
            return tuple(Title(*row) for row in session.execute(asked.order_by(Document.id)))

    def count(self, visible: Collection[Visibility]) -> dict[Gap, int]:
        """Return how many documents of some classes lack each thing, in one statement."""
        numbers = (func.count().filter(_lacks(gap)) for gap in Gap)
        asked = select(*numbers).select_from(Document).where(Document.visibility.in_(visible))
        with self._catalogue.reading() as session:
            return dict(zip(Gap, session.execute(asked).one(), strict=True))


def _lacks(gap: Gap) -> ColumnElement[bool]:
    match gap:
        case Gap.MEETING:
            return Document.meeting_id.is_(None)
        case Gap.SITE:
            return ~exists().where(document_site.c.document_id == Document.id)
        case Gap.TOPIC:
            return ~exists().where(document_topic.c.document_id == Document.id)
