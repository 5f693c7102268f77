"""Tables of the controlled vocabularies (authority records): meeting kinds, meetings, sites, topics."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from archive.catalogue.base import Base
from archive.entries import EvidenceState, MeetingFormat, MeetingStatus


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

    kind: Mapped[MeetingKind] = relationship()


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
