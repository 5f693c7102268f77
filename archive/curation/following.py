"""The documents that follow an entry of a vocabulary: all of them in a few statements, however many they are."""

from datetime import UTC, datetime

from sqlalchemy import Select, func, insert, literal, select, update
from sqlalchemy.orm import Session

from archive.catalogue.authorities import FormerEntry, Keyword, Meeting, MeetingKind, Site, Topic
from archive.catalogue.holdings import Document, Event, document_keyword, document_site, document_topic
from archive.catalogue.methods import Experience
from archive.curation.names import Row
from archive.custody import EventKind
from archive.errors import VocabularyKind

#: Vocabulary of which a document may have several entries → the table of them, and its column of entries.
_SEVERAL = {
    Site: (document_site, document_site.c.site_id),
    Topic: (document_topic, document_topic.c.topic_id),
    Keyword: (document_keyword, document_keyword.c.keyword_id),
}

#: Vocabulary → the field of a document's metadata that names its entries.
FIELDS = {
    VocabularyKind.SITE: "sites",
    VocabularyKind.TOPIC: "topics",
    VocabularyKind.MEETING: "meeting",
    VocabularyKind.MEETING_KIND: "meeting",
    VocabularyKind.KEYWORD: "keywords",
}


def documents_of(row: Row) -> Select[int]:
    """Return the numbers of the documents of an entry."""
    match row:
        case Meeting():
            return select(Document.id).where(Document.meeting_id == row.id)
        case MeetingKind():
            return select(Document.id).join(Meeting).where(Meeting.kind_id == row.id)
        case _:
            table, column = _SEVERAL[type(row)]
            return select(table.c.document_id).where(column == row.id)


def count(session: Session, row: Row) -> int:
    """Return how many documents an entry has."""
    return session.scalar(select(func.count()).select_from(documents_of(row).subquery())) or 0


def renew(session: Session, row: Row) -> None:
    """Let an entry's documents be indexed anew."""
    changed = update(Document).where(Document.id.in_(documents_of(row))).values(revision=Document.revision + 1)
    session.execute(changed, execution_options={"synchronize_session": False})


def record_following(session: Session, vocabulary: VocabularyKind, row: Row, agent: str) -> None:
    """Record with each document of an entry that its metadata change."""
    columns = ("at", "kind", "document", "detail", "agent")
    values = (datetime.now(UTC), EventKind.AMENDMENT, FIELDS[vocabulary], agent)
    at, kind, detail, by = (
        literal(value, type_) for value, type_ in zip(values, (Event.at.type, Event.kind.type, None, None), strict=True)
    )
    rows = select(at, kind, Document.code, detail, by).where(Document.id.in_(documents_of(row)))
    session.execute(insert(Event).from_select(columns, rows))


def move(session: Session, row: Row, successor: Row) -> None:
    """Give an entry's documents to another entry; a document that has both has one of them afterwards."""
    match row:
        case Meeting():
            moved = update(Document).where(Document.meeting_id == row.id).values(meeting_id=successor.id)
            session.execute(moved, execution_options={"synchronize_session": False})
        case MeetingKind():
            session.execute(update(Meeting).where(Meeting.kind_id == row.id).values(kind_id=successor.id))
        case _:
            if isinstance(row, Site):
                session.execute(update(Experience).where(Experience.site_id == row.id).values(site_id=successor.id))
            table, column = _SEVERAL[type(row)]
            there = select(table.c.document_id).where(column == successor.id)
            missing = documents_of(row).where(table.c.document_id.not_in(there))
            rows = select(missing.subquery().c.document_id, literal(successor.id))
            session.execute(table.insert().from_select(["document_id", column.name], rows))
            session.execute(table.delete().where(column == row.id))


def succeed(session: Session, vocabulary: VocabularyKind, key: str, successor: str) -> None:
    """Let a key, and all that led to it, lead to another."""
    of_key = (FormerEntry.vocabulary == vocabulary, FormerEntry.successor == key)
    session.execute(update(FormerEntry).where(*of_key).values(successor=successor))
    session.add(FormerEntry(vocabulary=vocabulary, key=key, successor=successor))
