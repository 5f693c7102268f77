"""Tables of what is held: documents, their versions, and what happened to them."""

from datetime import date, datetime

from sqlalchemy import Column, ForeignKey, Integer, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from archive.catalogue.authorities import Keyword, Meeting, Site, Topic
from archive.catalogue.base import Base
from archive.custody import EventKind
from archive.licences import Licence
from archive.values import DatePrecision, DateSource, DocumentKind, Visibility

document_site = Table(
    "document_site",
    Base.metadata,
    Column("document_id", Integer, ForeignKey("document.id"), primary_key=True),
    Column("site_id", Integer, ForeignKey("site.id"), primary_key=True, index=True),
)

document_topic = Table(
    "document_topic",
    Base.metadata,
    Column("document_id", Integer, ForeignKey("document.id"), primary_key=True),
    Column("topic_id", Integer, ForeignKey("topic.id"), primary_key=True, index=True),
)


document_keyword = Table(
    "document_keyword",
    Base.metadata,
    Column("document_id", Integer, ForeignKey("document.id"), primary_key=True),
    Column("keyword_id", Integer, ForeignKey("keyword.id"), primary_key=True, index=True),
)


class Document(Base):
    """A document; its fields are those of `Description`."""

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    kind: Mapped[DocumentKind]
    date_start: Mapped[date | None]
    date_end: Mapped[date | None]
    date_precision: Mapped[DatePrecision | None]
    date_source: Mapped[DateSource | None]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    visibility: Mapped[Visibility]
    licence: Mapped[Licence]
    is_sample: Mapped[bool] = mapped_column(index=True)
    #: Number of the current version.
    version: Mapped[int]
    revision: Mapped[int]

    meeting: Mapped[Meeting | None] = relationship()
    sites: Mapped[list[Site]] = relationship(secondary=document_site, order_by=Site.label)
    topics: Mapped[list[Topic]] = relationship(secondary=document_topic, order_by=Topic.number)
    keywords: Mapped[list[Keyword]] = relationship(secondary=document_keyword, order_by=Keyword.label)
    versions: Mapped[list["Version"]] = relationship(cascade="all, delete-orphan", order_by="Version.number")


class Version(Base):
    """One version of a document's file; no two documents hold the same bytes."""

    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    number: Mapped[int]
    checksum: Mapped[str] = mapped_column(unique=True)
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    received_at: Mapped[datetime]


class Accessions(Base):
    """The last number given to a document in a year; it only rises, so that no code is given twice."""

    __tablename__ = "accessions"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class Event(Base):
    """Something that happened to a document; outlives the document and is never changed."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[EventKind]
    document: Mapped[str] = mapped_column(index=True)
    detail: Mapped[str]
    #: The agent of an account, or "" for the program itself.
    agent: Mapped[str]
