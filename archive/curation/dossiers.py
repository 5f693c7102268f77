"""What the coordination says of a Handlungsfeld: a few sentences, and the documents to begin with."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.accession import find_document
from archive.catalogue.authorities import Topic
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.dossiers import TopicDossier
from archive.custody import PROGRAM, EventKind
from archive.errors import ArchiveError, UnknownEntryError, VocabularyKind
from archive.events import record

#: Characters of an introduction: a screen of a telephone.
LONGEST_INTRODUCTION = 1200

#: More than three are a list, and a list there is anyway.
MOST_DOCUMENTS = 3


class DossierTooLongError(ArchiveError):
    """An introduction has more characters, or a dossier more documents, than one may have."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What people need to know first of a topic."""

    #: Paragraphs are parted by empty lines; "" where nobody has written any.
    introduction: str = ""
    #: Reference codes of the documents to begin with.
    documents: tuple[str, ...] = ()


class Dossiers:
    """Keeps what is said of topics; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def of(self, topic: str) -> Dossier:
        """Return what is said of the topic with this key; nothing is said of one that does not exist."""
        asked = select(TopicDossier).join(Topic, Topic.id == TopicDossier.topic_id).where(Topic.key == topic)
        with self._catalogue.reading() as session:
            row = session.scalar(asked)
            return Dossier(row.introduction, row.documents) if row else Dossier()

    def enter(self, topic: str, dossier: Dossier, agent: str = PROGRAM) -> None:
        """Say something of a topic, in place of what was said.

        Raises:
            UnknownEntryError: There is no such topic.
            UnknownDocumentError: One of the documents does not exist; nothing is changed.
            DossierTooLongError: It says too much.
        """
        if len(dossier.introduction) > LONGEST_INTRODUCTION or len(dossier.documents) > MOST_DOCUMENTS:
            raise DossierTooLongError(topic)
        with self._catalogue.writing() as session:
            row = _row(session, topic)
            if dossier == Dossier(row.introduction, row.documents):
                return
            for code in dossier.documents:
                find_document(session, code)
            row.introduction, row.documents = dossier.introduction, dossier.documents
            record(session, EventKind.DOSSIER_CHANGED, "", f"{VocabularyKind.TOPIC}:{topic}", agent)


def _row(session: Session, topic: str) -> TopicDossier:
    """Return the row of a topic, a new one if it has none."""
    number = session.scalar(select(Topic.id).where(Topic.key == topic))
    if number is None:
        raise UnknownEntryError(VocabularyKind.TOPIC, topic)
    row = session.get(TopicDossier, number)
    if row is None:
        session.add(row := TopicDossier(topic_id=number, introduction="", documents=()))
    return row
