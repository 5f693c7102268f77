"""The decisions about personal data: what stays, and which versions stand in the place of earlier ones."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from archive.accession import find_document
from archive.catalogue.base import Base
from archive.catalogue.batches import BatchItem
from archive.catalogue.card_facts import CardFact
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.corrections import Correction
from archive.catalogue.holdings import Document, Event, Version
from archive.catalogue.methods import Experience
from archive.catalogue.privacy import PersonalDecision, RedactedName
from archive.catalogue.reports import Report
from archive.custody import EventKind
from archive.events import record
from archive.follow_ups import delete_follow_ups
from archive.privacy.rows import CatalogueText, catalogue_texts
from archive.privacy.values import PLAIN_LENGTH, Ground, fingerprint, keyed
from archive.store import digest


class Privacy:
    """Keeps what was decided; one serves all threads."""

    def __init__(self, catalogue: Catalogue, secret: bytes) -> None:
        self._catalogue = catalogue
        self._secret = secret

    def fingerprint(self, code: str, words: str) -> str:
        """Return what stands for words of a document in the decisions about them."""
        return fingerprint(code, words, self._secret)

    def key_fingerprints(self) -> None:
        """Key the fingerprints that were made without a key."""
        plain = select(PersonalDecision).where(func.length(PersonalDecision.fingerprint) == PLAIN_LENGTH)
        with self._catalogue.reading() as session:
            if session.scalar(plain.limit(1)) is None:
                return
        with self._catalogue.writing() as session:
            for each in session.scalars(plain).all():
                each.fingerprint = keyed(each.fingerprint, self._secret)

    def leave(self, code: str, grounds: Mapping[str, Ground], agent: str) -> None:
        """Decide that words of a document stay as they are.

        Args:
            code: The document's.
            grounds: Fingerprint of words → why they stay.
            agent: Who decides.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        with self._catalogue.writing() as session:
            document = find_document(session, code)
            kept = {each.fingerprint: each for each in session.scalars(_decisions(document.id))}
            for each, ground in grounds.items():
                if each in kept:
                    kept[each].ground = ground
                else:
                    session.add(PersonalDecision(document_id=document.id, fingerprint=each, ground=ground))
            if grounds:
                record(session, EventKind.PERSONAL_DATA_LEFT, code, str(len(grounds)), agent)

    def left(self, codes: Collection[str]) -> dict[str, dict[str, Ground]]:
        """Return what stays in each of some documents: the fingerprint of each wording with the reason."""
        asked = select(Document.code, PersonalDecision.fingerprint, PersonalDecision.ground).join(
            Document, Document.id == PersonalDecision.document_id
        )
        found: dict[str, dict[str, Ground]] = {code: {} for code in codes}
        with self._catalogue.reading() as session:
            for code, fingerprint_of_words, ground in session.execute(asked.where(Document.code.in_(codes))):
                found[code][fingerprint_of_words] = ground
        return found

    def remember_redacted(self, code: str, fingerprints: Collection[str]) -> None:
        """Keep the fingerprints of last names whose full names go from a document.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        with self._catalogue.writing() as session:
            document = find_document(session, code)
            for each in fingerprints:
                session.merge(RedactedName(document_id=document.id, fingerprint=each))

    def redacted(self, codes: Collection[str]) -> dict[str, frozenset[str]]:
        """Return the fingerprints of the last names whose full names went from each of some documents."""
        asked = select(Document.code, RedactedName.fingerprint).join(Document, Document.id == RedactedName.document_id)
        found: dict[str, set[str]] = {code: set() for code in codes}
        with self._catalogue.reading() as session:
            for code, fingerprint_of_name in session.execute(asked.where(Document.code.in_(codes))):
                found[code].add(fingerprint_of_name)
        return {code: frozenset(names) for code, names in found.items()}

    def announce_redaction(self, code: str, redacted: Path, agent: str) -> None:
        """Record that a file will be a redacted version: as soon as it is one, earlier versions are concealed."""
        with self._catalogue.writing() as session:
            record(session, EventKind.REDACTION, code, digest(redacted), agent)

    def forget_words(self, code: str, names: Callable[[str], bool]) -> None:
        """Delete what people said of a document, and what its files were called, if there is something that shall go.

        Args:
            code: The document's.
            names: Tells whether it is in a text.
        """
        with self._catalogue.writing() as session:
            document = find_document(session, code).id
            delete_follow_ups(session, document, names)
            for row, texts in _said_beside(session, document):
                if any(map(names, texts)):
                    session.delete(row)
            arrivals = session.scalars(select(BatchItem).where(BatchItem.document_id == document))
            for item in filter(lambda each: names(each.name), arrivals.all()):
                item.name = ""

    def concealed_below(self, code: str) -> int:
        """Return the number of the newest redacted version, 0 if there is none; earlier ones are for few eyes."""
        with self._catalogue.reading() as session:
            return _newest_redacted(session).get(code, 0)

    def concealed(self) -> frozenset[str]:
        """Return the checksums of all versions that stand behind a redacted one."""
        with self._catalogue.reading() as session:
            newest = _newest_redacted(session)
            asked = select(Document.code, Version.number, Version.checksum).join(Version)
            rows = session.execute(asked.where(Document.code.in_(newest)))
            return frozenset(checksum for code, number, checksum in rows if number < newest[code])

    def texts(self) -> Iterator[CatalogueText]:
        """Yield every text the catalogue holds."""
        return catalogue_texts(self._catalogue)

    def record_answer(self, agent: str) -> None:
        """Record that someone was told what the archive holds about a person, without saying about whom."""
        with self._catalogue.writing() as session:
            record(session, EventKind.ANSWER_GIVEN, "", "", agent)


def _decisions(document: int) -> Select[PersonalDecision]:
    return select(PersonalDecision).where(PersonalDecision.document_id == document)


def _newest_redacted(session: Session) -> dict[str, int]:
    """Return the number of the newest redacted version of each document that has one."""
    redacted = select(Event.detail).where(Event.kind == EventKind.REDACTION)
    asked = select(Document.code, func.max(Version.number)).join(Version).where(Version.checksum.in_(redacted))
    return dict(iter(session.execute(asked.group_by(Document.code))))


def _said_beside(session: Session, document: int) -> Iterator[tuple[Base, tuple[str, ...]]]:
    """Yield what people said of a document, each row with its texts."""
    for each in session.scalars(select(Correction).where(Correction.document_id == document)).all():
        yield each, (each.quote, each.heading, each.agenda_item, each.who, each.due)
    for fact in session.scalars(select(CardFact).where(CardFact.document_id == document)).all():
        yield fact, (fact.text,)
    for told in session.scalars(select(Experience).where(Experience.document_id == document)).all():
        yield told, (told.went_well, told.was_hard, told.advice)
    for report in session.scalars(select(Report).where(Report.document_id == document)).all():
        yield report, (report.place, report.text)
