"""Authority records: the controlled vocabularies of meetings and their kinds, sites, topics and keywords."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, literal, select, union_all
from sqlalchemy.orm import Session

from archive.catalogue.authorities import Keyword, Meeting, MeetingKind, Site, Topic
from archive.catalogue.holdings import Document, document_keyword, document_site, document_topic
from archive.entries import KeywordEntry, MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry
from archive.errors import EntryExistsError, UnknownEntryError, VocabularyKind
from archive.values import Visibility
from archive.vocabulary import Named, Vocabulary

Entry = MeetingEntry | MeetingKindEntry | SiteEntry | TopicEntry | KeywordEntry

#: Fields of entries that are not columns of the same name.
NOT_COLUMNS = frozenset({"documents", "kind"})

#: German letters as they are written where only a–z may stand.
TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def meetings(session: Session) -> tuple[MeetingEntry, ...]:
    """Return every meeting, oldest first."""
    asked = _counted(MeetingEntry, Meeting, Document.meeting_id).add_columns(MeetingKind.label.label("kind"))
    of_kinds = asked.join(MeetingKind, MeetingKind.id == Meeting.kind_id).order_by(Meeting.start, Meeting.key)
    return tuple(MeetingEntry(**row) for row in session.execute(of_kinds).mappings())


def meeting_kinds(session: Session) -> tuple[MeetingKindEntry, ...]:
    """Return every kind of meeting, in the order they were added."""
    rows = session.execute(select(*_read(MeetingKindEntry, MeetingKind)).order_by(MeetingKind.id))
    return tuple(MeetingKindEntry(**row) for row in rows.mappings())


def sites(session: Session) -> tuple[SiteEntry, ...]:
    """Return every site, by label."""
    rows = session.execute(_counted(SiteEntry, Site, document_site.c.site_id).order_by(Site.label))
    return tuple(SiteEntry(**row) for row in rows.mappings())


def topics(session: Session) -> tuple[TopicEntry, ...]:
    """Return every Handlungsfeld, in the programme's own order."""
    rows = session.execute(_counted(TopicEntry, Topic, document_topic.c.topic_id).order_by(Topic.number))
    return tuple(TopicEntry(**row) for row in rows.mappings())


def keywords(session: Session) -> tuple[KeywordEntry, ...]:
    """Return every keyword, by label."""
    rows = session.execute(_counted(KeywordEntry, Keyword, document_keyword.c.keyword_id).order_by(Keyword.label))
    return tuple(KeywordEntry(**row) for row in rows.mappings())


def carried_keywords(session: Session, visible: Collection[Visibility]) -> tuple[KeywordEntry, ...]:
    """Return the keywords that documents of some classes have, by label."""
    seen = select(document_keyword.c.keyword_id).join(Document, Document.id == document_keyword.c.document_id)
    carried = Keyword.id.in_(seen.where(Document.visibility.in_(visible)))
    asked = _counted(KeywordEntry, Keyword, document_keyword.c.keyword_id).where(carried).order_by(Keyword.label)
    return tuple(KeywordEntry(**row) for row in session.execute(asked).mappings())


def vocabulary(session: Session) -> Vocabulary:
    """Return the labels of all entries, to be found by any of their names; of two that share one, the last by label."""
    parts = (
        _named(VocabularyKind.SITE, Site, Site.place),
        _named(VocabularyKind.TOPIC, Topic, Topic.short_label),
        _named(VocabularyKind.MEETING, Meeting, literal("")),
        _named(VocabularyKind.MEETING_KIND, MeetingKind, literal("")),
        _named(VocabularyKind.KEYWORD, Keyword, literal("")),
    )
    found: defaultdict[VocabularyKind, list[Named]] = defaultdict(list)
    for kind, label, key, also, aliases in session.execute(union_all(*parts).order_by("label")):
        found[VocabularyKind(kind)].append((label, (key, also, *aliases)))
    return Vocabulary.of(found)


def add_meeting(session: Session, entry: MeetingEntry) -> None:
    """Add a meeting.

    Raises:
        EntryExistsError: Its key or title is taken.
        UnknownEntryError: Its kind is not in the vocabulary.
    """
    taken = (Meeting.key == entry.key) | (Meeting.title == entry.title)
    _refuse_taken(session, taken, EntryExistsError(VocabularyKind.MEETING, entry.key))
    kind = session.scalar(select(MeetingKind).where(MeetingKind.label == entry.kind))
    if kind is None:
        raise UnknownEntryError(VocabularyKind.MEETING_KIND, entry.kind)
    session.add(Meeting(kind=kind, **columns(MeetingEntry, entry)))


def add_meeting_kind(session: Session, entry: MeetingKindEntry) -> None:
    """Add a kind of meeting, or raise EntryExistsError if its key or label is taken."""
    taken = (MeetingKind.key == entry.key) | (MeetingKind.label == entry.label)
    _refuse_taken(session, taken, EntryExistsError(VocabularyKind.MEETING_KIND, entry.key))
    session.add(MeetingKind(**columns(MeetingKindEntry, entry)))


def add_site(session: Session, entry: SiteEntry) -> None:
    """Add a site, or raise EntryExistsError if its key or label is taken."""
    taken = (Site.key == entry.key) | (Site.label == entry.label)
    _refuse_taken(session, taken, EntryExistsError(VocabularyKind.SITE, entry.key))
    session.add(Site(**columns(SiteEntry, entry)))


def add_keyword(session: Session, entry: KeywordEntry) -> None:
    """Add a keyword, or raise EntryExistsError if its key or label is taken."""
    taken = (Keyword.key == entry.key) | (Keyword.label == entry.label)
    _refuse_taken(session, taken, EntryExistsError(VocabularyKind.KEYWORD, entry.key))
    session.add(Keyword(**columns(KeywordEntry, entry)))


def add_topic(session: Session, entry: TopicEntry) -> None:
    """Add a Handlungsfeld, or raise EntryExistsError if its key or label is taken."""
    taken = (Topic.key == entry.key) | (Topic.label == entry.label)
    _refuse_taken(session, taken, EntryExistsError(VocabularyKind.TOPIC, entry.key))
    session.add(Topic(**columns(TopicEntry, entry)))


def columns(kind: type[Entry], source: object) -> dict[str, Any]:
    """Return what an entry and its row call by the same names; `source` is either of them."""
    return {field.name: getattr(source, field.name) for field in fields(kind) if field.name not in NOT_COLUMNS}


def slug(text: str) -> str:
    """Return a key for a name: "Standorttreffen Köln 2019" → "standorttreffen-koeln-2019"."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(TRANSCRIBED)
    unaccented = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", unaccented).strip("-")


def _named(kind: VocabularyKind, table: Any, also: Any) -> Select[Any]:  # noqa: ANN401 - a mapped class, and a column
    """Return the statement for all that the entries of a vocabulary are called."""
    return select(literal(kind.value), table.label.label("label"), table.key, also, table.aliases)


def _counted(kind: type[Entry], table: Any, column: Any) -> Select[Any]:  # noqa: ANN401 - as `_named`
    """Return the statement for the entries of a vocabulary, each with how many documents refer to it by a column."""
    counted = select(column.label("entry"), func.count().label("documents")).group_by(column).subquery()
    documents = func.coalesce(counted.c.documents, 0).label("documents")
    return select(*_read(kind, table), documents).outerjoin(counted, counted.c.entry == table.id)


def _read(kind: type[Entry], table: Any) -> Iterable[Any]:  # noqa: ANN401 - as `_named`
    """Return the columns of a table that its entries have by the same names."""
    return (getattr(table, field.name) for field in fields(kind) if field.name not in NOT_COLUMNS)


def _refuse_taken(session: Session, taken: ColumnElement[bool], error: EntryExistsError) -> None:
    if session.scalar(select(exists().where(taken))):
        raise error
