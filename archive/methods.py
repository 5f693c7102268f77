"""Methods: the papers that tell them, as a catalogue lists them, and what the coordination says of them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select

from archive.accession import find_document
from archive.catalogue.authorities import Topic
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document, Version, document_topic
from archive.catalogue.methods import MethodNote
from archive.curation.names import checked
from archive.custody import PROGRAM, EventKind
from archive.events import record
from archive.values import DocumentKind, Visibility

#: More names of one method nobody knows.
MOST_NAMES = 10


@dataclass(frozen=True, slots=True)
class Note:
    """What the coordination says of a method."""

    #: Whether everyone who is new should know it.
    is_core: bool = False
    #: By which it is called elsewhere, e.g. in minutes.
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MethodPaper:
    """A method paper, as little as a catalogue of many needs."""

    #: Reference code.
    code: str
    title: str
    #: The first day it is about; None if that is not known.
    start: date | None
    is_sample: bool
    #: Of its current version.
    checksum: str
    note: Note
    #: Exact labels of Handlungsfelder.
    topics: tuple[str, ...]


class Methods:
    """Lists methods, and keeps what is said of them; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def papers(self, visible: Collection[Visibility]) -> tuple[MethodPaper, ...]:
        """Return the method papers of some classes, in the order of their accession; in two statements."""
        return self._papers(Document.visibility.in_(visible))

    def papers_among(self, codes: Collection[str], visible: Collection[Visibility]) -> tuple[MethodPaper, ...]:
        """Return those of some documents that are method papers of some classes, in the order of their accession."""
        return self._papers(Document.code.in_(codes) & Document.visibility.in_(visible))

    def paper(self, code: str, visible: Collection[Visibility]) -> MethodPaper | None:
        """Return one method paper, or None if there is none of these classes."""
        return next(iter(self._papers((Document.code == code) & Document.visibility.in_(visible))), None)

    def _papers(self, condition: ColumnElement[bool]) -> tuple[MethodPaper, ...]:
        meant = (Document.kind == DocumentKind.METHODENPAPIER) & condition
        about = (
            select(document_topic.c.document_id, Topic.label)
            .join(Topic, Topic.id == document_topic.c.topic_id)
            .join(Document, Document.id == document_topic.c.document_id)
        )
        columns = (
            Document.id,
            Document.code,
            Document.title,
            Document.date_start,
            Document.is_sample,
            Version.checksum,
        )
        listed = (
            select(*columns, MethodNote.is_core, MethodNote.other_names)
            .join(Version, (Version.document_id == Document.id) & (Version.number == Document.version))
            .outerjoin(MethodNote, MethodNote.document_id == Document.id)
        )
        topics: defaultdict[int, list[str]] = defaultdict(list)
        with self._catalogue.reading() as session:
            for document, label in session.execute(about.where(meant).order_by(Topic.number)):
                topics[document].append(label)
            rows = session.execute(listed.where(meant).order_by(Document.id)).all()
        return tuple(
            MethodPaper(code, title, start, is_sample, checksum, Note(bool(is_core), names or ()), tuple(topics[id_]))
            for id_, code, title, start, is_sample, checksum, is_core, names in rows
        )

    def say(self, code: str, note: Note, agent: str = PROGRAM) -> None:
        """Keep what is said of a method in place of what was said before.

        Raises:
            UnknownDocumentError: There is no such document.
            UnusableLabelError: One of the names cannot be one.
        """
        names = tuple(dict.fromkeys(map(checked, note.other_names)))[:MOST_NAMES]
        with self._catalogue.writing() as session:
            document = find_document(session, code)
            row = session.get(MethodNote, document.id)
            if (row.is_core, row.other_names) == (note.is_core, names) if row else note == Note():
                return
            session.merge(MethodNote(document_id=document.id, is_core=note.is_core, other_names=names))
            record(session, EventKind.METHOD_NOTE, code, "core" if note.is_core else "", agent)
