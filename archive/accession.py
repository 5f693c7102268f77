"""Accession: a file already in the store is entered into the catalogue, and only then is held."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.holdings import Accessions, Document, Version
from archive.custody import EventKind, Receipt, Status, Submission
from archive.errors import UnknownDocumentError
from archive.events import record
from archive.metadata import apply_details, check_entries
from archive.values import Details


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that is in the store."""

    checksum: str
    media_type: str
    #: Bytes.
    size: int


def enter(session: Session, submission: Submission, stored: StoredFile) -> Receipt:
    """Enter a stored file into the catalogue, unless its bytes are held already."""
    held = code_of(session, stored.checksum)
    if held is not None:
        return Receipt(Status.DUPLICATE, held, stored.checksum)
    if submission.details.version_of:
        return _enter_version(session, submission, stored)
    return _enter_document(session, submission, stored)


def check(session: Session, details: Details) -> None:
    """Find out before a file is stored whether it could be entered.

    Raises:
        UnknownDocumentError: It is meant as a version of a document that does not exist.
        UnknownEntryError: A meeting, site or topic is not in the vocabulary.
    """
    check_entries(session, details)
    if details.version_of:
        find_document(session, details.version_of)


def code_of(session: Session, checksum: str) -> str | None:
    """Return the code of the document that holds these bytes in any of its versions."""
    return session.scalar(select(Document.code).join(Version).where(Version.checksum == checksum))


def find_document(session: Session, code: str) -> Document:
    """Return the document with this reference code.

    Raises:
        UnknownDocumentError: There is none.
    """
    document = session.scalar(select(Document).where(Document.code == code))
    if document is None:
        raise UnknownDocumentError(code)
    return document


def _enter_document(session: Session, submission: Submission, stored: StoredFile) -> Receipt:
    now = datetime.now(UTC)
    document = Document(
        code=_next_code(session, now.year),
        is_sample=submission.details.is_sample,
        versions=[_version(submission, stored, 1)],
        version=1,
        revision=1,
    )
    session.add(document)
    apply_details(session, document, _with_title(submission))
    record(session, EventKind.ACCESSION, document.code, stored.checksum, submission.agent)
    return Receipt(Status.HELD, document.code, stored.checksum)


def _enter_version(session: Session, submission: Submission, stored: StoredFile) -> Receipt:
    document = find_document(session, submission.details.version_of)
    document.version += 1
    document.revision += 1
    document.versions.append(_version(submission, stored, document.version))
    # A file someone brought must not vanish with the samples.
    document.is_sample = document.is_sample and submission.details.is_sample
    record(session, EventKind.NEW_VERSION, document.code, stored.checksum, submission.agent)
    return Receipt(Status.VERSION, document.code, stored.checksum)


def _version(submission: Submission, stored: StoredFile, number: int) -> Version:
    return Version(
        number=number,
        checksum=stored.checksum,
        file_name=unicodedata.normalize("NFC", submission.name),
        media_type=stored.media_type,
        size=stored.size,
        received_at=datetime.now(UTC),
    )


def _next_code(session: Session, year: int) -> str:
    """Give the year's next reference code; a number that was given once is never given again."""
    accessions = session.get(Accessions, year, with_for_update=True)
    if accessions is None:
        accessions = Accessions(year=year, last=0)
        session.add(accessions)
    accessions.last += 1
    return f"D-{year}-{accessions.last:04d}"


def _with_title(submission: Submission) -> Details:
    """Let a document without a title be called like its file."""
    if submission.details.title.strip():
        return submission.details
    return replace(submission.details, title=unicodedata.normalize("NFC", PurePosixPath(submission.name).stem))
