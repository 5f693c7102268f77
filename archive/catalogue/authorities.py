"""Tables of the controlled vocabularies (authority records): meeting kinds, meetings, sites, topics, keywords."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym

from archive.catalogue.base import Base
from archive.entries import EvidenceState, MeetingFormat, MeetingStatus
from archive.errors import VocabularyKind


class MeetingKind(Base):
    """A kind of meeting."""

    __tablename__ = "meeting_kind"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str] = mapped_column(unique=True)
    aliases: Mapped[tuple[str, ...]]


class Meeting(Base):
    """A meeting; its fields are those of `MeetingEntry`."""

    __tablename__ = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str] = mapped_column(unique=True)
    kind_id: Mapped[int] = mapped_column(ForeignKey("meeting_kind.id"))
    place: Mapped[str]
    start: Mapped[date]
    end: Mapped[date]
    motto: Mapped[str]
    format: Mapped[MeetingFormat]
    status: Mapped[MeetingStatus]
    date_note: Mapped[str]
    sources: Mapped[tuple[str, ...]]
    is_sample: Mapped[bool]
    aliases: Mapped[tuple[str, ...]]

    kind: Mapped[MeetingKind] = relationship()
    #: What other entries call so.
    label: Mapped[str] = synonym("title")


class Site(Base):
    """A site of the programme; its fields are those of `SiteEntry`."""

    __tablename__ = "site"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str] = mapped_column(unique=True)
    place: Mapped[str]
    federal_state: Mapped[str]
    quarters: Mapped[tuple[str, ...]]
    carrier: Mapped[str]
    carrier_group: Mapped[str]
    since: Mapped[str]
    until: Mapped[str]
    evidence: Mapped[EvidenceState]
    note: Mapped[str]
    sources: Mapped[tuple[str, ...]]
    aliases: Mapped[tuple[str, ...]]


class Topic(Base):
    """A Handlungsfeld; its fields are those of `TopicEntry`."""

    __tablename__ = "topic"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int] = mapped_column(unique=True)
    label: Mapped[str] = mapped_column(unique=True)
    short_label: Mapped[str]
    aliases: Mapped[tuple[str, ...]]


class Keyword(Base):
    """A keyword; its fields are those of `KeywordEntry`."""

    __tablename__ = "keyword"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str] = mapped_column(unique=True)
    aliases: Mapped[tuple[str, ...]]


class FormerEntry(Base):
    """The key of an entry that was merged into another: addresses with it go on leading somewhere."""

    __tablename__ = "former_entry"

    vocabulary: Mapped[VocabularyKind] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    #: Key of the entry that has taken its place.
    successor: Mapped[str]
