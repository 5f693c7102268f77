"""The archive: what is held, and the rules of custody."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Self

from archive import accession, descriptions, metadata, samples
from archive.accession import StoredFile
from archive.accounts.accounts import Accounts
from archive.accounts.passwords import Passwords
from archive.accounts.samples import SampleAccounts
from archive.accounts.sign_ins import SignIns
from archive.arrivals import arrivals
from archive.backups import Backups
from archive.batches import Batches
from archive.browsing import Choice, Stretch, browse
from archive.card_facts import CardFacts
from archive.catalogue.catalogue import Catalogue
from archive.corrections import Corrections
from archive.curation.curation import Curation
from archive.custody import PROGRAM, EventEntry, ListedFile, Receipt, Status, Submission, VersionEntry
from archive.deletion import Deletion
from archive.erasure import Erasure, ErasureReason
from archive.errors import UnknownFileError
from archive.events import events_of
from archive.experiences import Experiences
from archive.faults import Fault
from archive.fixity import Fixity
from archive.follow_ups import FollowUps
from archive.gaps import Gaps
from archive.handover.giving import Giving
from archive.home import Home
from archive.journal import Journal
from archive.learning.learning import Learning
from archive.media import examine
from archive.methods import Methods
from archive.privacy.privacy import Privacy
from archive.publishing import Publishing
from archive.reports import Reports
from archive.secret_files import kept_secret
from archive.seeding import sow
from archive.selections import (
    Aspect,
    Coverage,
    ListedDocument,
    Tally,
    about,
    coverage,
    listed,
    newest_among,
    of_meetings,
    tally,
    visible_to,
)
from archive.store import Store
from archive.succession import Succession
from archive.synonyms import Synonyms
from archive.unanswered import Unanswered
from archive.values import Description, Details, DocumentKind, Title, Visibility
from archive.vocabularies import Vocabularies

__all__ = ["Archive", "Receipt", "Status", "Submission"]

EVERY_CLASS = frozenset(Visibility)


class Archive:
    """Takes documents into custody and tells what it holds; one may serve many threads."""

    def __init__(self, home: Home, catalogue: Catalogue) -> None:
        self.home = home
        self.store = Store(home.store)
        self._catalogue = catalogue
        passwords = Passwords()
        self.accounts = Accounts(catalogue, home, passwords)
        self.sample_accounts = SampleAccounts(catalogue, home, passwords)
        self.sign_ins = SignIns(catalogue, passwords)
        self.vocabularies, self.curation = Vocabularies(catalogue), Curation(catalogue)
        self.corrections, self.follow_ups = Corrections(catalogue), FollowUps(catalogue)
        self.card_facts, self.giving = CardFacts(catalogue), Giving(home, catalogue, self.store)
        self.privacy = Privacy(catalogue, kept_secret(home.fingerprint_secret))
        self.erasure = Erasure(home, catalogue, self.store)
        self.backups, self.fixity = Backups(catalogue), Fixity(catalogue, self.store)
        self.deletion, self.journal = Deletion(catalogue), Journal(catalogue)
        self.synonyms, self.unanswered = Synonyms(catalogue), Unanswered(catalogue)
        self.succession, self.batches = Succession(catalogue), Batches(catalogue)
        self.methods, self.experiences = Methods(catalogue), Experiences(catalogue)
        self.reports, self.gaps = Reports(catalogue), Gaps(catalogue)
        self.publishing, self.learning = Publishing(catalogue), Learning(catalogue)

    @classmethod
    def open(cls, home: Home) -> Self:
        """Open the archive in a home; a new home is prepared first.

        Raises:
            HomeUnusableError: The home or its catalogue cannot be used.
        """
        home.prepare()
        catalogue = Catalogue.open(home.catalogue)
        sow(catalogue)
        opened = cls(home, catalogue)
        opened.privacy.key_fingerprints()
        opened.reports.forget(datetime.now(UTC))
        return opened

    def close(self) -> None:
        """Give back what the archive holds open."""
        self._catalogue.close()

    def fault(self) -> Fault | None:
        """Return why the catalogue cannot be read, or None if it can."""
        return self._catalogue.fault()

    def take_in(self, submission: Submission) -> Receipt:
        """Take a file into custody: file first, row second.

        Bytes that are held already, in any version of any document, are not taken again.

        Raises:
            RefusalError: The file is empty, too large or of a kind the archive does not take.
            UnknownEntryError: The details name a meeting, site or topic that does not exist.
            UnknownDocumentError: It is offered as a version of a document that does not exist.
        """
        media_type = examine(submission.path, submission.name)
        with self._catalogue.reading() as session:
            accession.check(session, submission.details)
        checksum = self.store.put(submission.path)
        with self._catalogue.writing() as session:
            self._put_back(submission.path, checksum)
            stored = StoredFile(checksum, media_type, self.store.path(checksum).stat().st_size)
            return accession.enter(session, submission, stored)

    def amend(self, code: str, details: Details, agent: str = PROGRAM, stated: Collection[str] = ()) -> Description:
        """Change a document's metadata; whether it is a sample stays as it is.

        Args:
            code: The document's.
            details: All of its metadata, as they shall be.
            agent: Who changes them.
            stated: Names of fields that somebody has decided on, even if they stay as they were.

        Raises:
            UnknownDocumentError: There is no such document.
            UnknownEntryError: The details name a meeting, site or topic that does not exist.
        """
        with self._catalogue.writing() as session:
            metadata.amend(session, accession.find_document(session, code), details, agent, stated)
            session.flush()
            return descriptions.describe(session, code)

    def attachments_of(self, *codes: str) -> dict[str, tuple[Title, ...]]:
        """Return the documents that were attached to the files of some documents, by the codes of these."""
        with self._catalogue.reading() as session:
            return descriptions.attachments_of(session, codes)

    def discard_samples(self) -> int:
        """Remove the samples, what was entered about them, and the sample meetings nothing real refers to.

        Returns:
            The number of documents.
        """
        with self._catalogue.writing() as session:
            discarded = samples.discard_sample_documents(session)
            samples.discard_sample_meetings(session)
            samples.discard_sample_paths(session)
            samples.discard_sample_dossiers(session)
            samples.discard_sample_experiences(session)
            samples.discard_sample_verdicts(session)
        self.sample_accounts.remove()
        for checksum in discarded.checksums:
            self.erasure.remove_unheld(checksum)
        return discarded.documents

    def erase(self, code: str, agent: str, reason: ErasureReason) -> None:
        """Destroy a document, its originals and all that is known of it, or raise UnknownDocumentError."""
        self.erasure.erase(code, agent, reason)

    def describe(self, code: str) -> Description:
        """Return the description of a document, or raise UnknownDocumentError."""
        with self._catalogue.reading() as session:
            return descriptions.describe(session, code)

    def describe_many(self, codes: Collection[str]) -> tuple[Description, ...]:
        """Return the descriptions of those of these documents that exist, in the order of their accession."""
        if not codes:
            return ()
        with self._catalogue.reading() as session:
            return descriptions.describe_many(session, codes)

    def descriptions(self) -> tuple[Description, ...]:
        """Return the description of every document, in the order of their accession."""
        with self._catalogue.reading() as session:
            return descriptions.describe_all(session)

    def documents_about(
        self, aspect: Aspect, value: str, visible: Collection[Visibility] = EVERY_CLASS
    ) -> tuple[Description, ...]:
        """Return the descriptions of the documents of some classes about something, in the order of their accession."""
        with self._catalogue.reading() as session:
            return descriptions.describe_where(session, about(aspect, value) & visible_to(visible))

    def documents_of_meetings(self, keys: Collection[str], visible: Collection[Visibility]) -> tuple[Description, ...]:
        """Return the descriptions of the documents of some classes and meetings, in the order of their accession."""
        with self._catalogue.reading() as session:
            return descriptions.describe_where(session, of_meetings(keys) & visible_to(visible))

    def listed_about(
        self, aspect: Aspect, value: str, visible: Collection[Visibility] = EVERY_CLASS
    ) -> tuple[ListedDocument, ...]:
        """Return the documents of some classes about something, in the order of their accession, however many."""
        with self._catalogue.reading() as session:
            return listed(session, about(aspect, value) & visible_to(visible))

    def newest(
        self, most: int, visible: Collection[Visibility] = EVERY_CLASS, kind: DocumentKind | None = None
    ) -> tuple[Description, ...]:
        """Return the descriptions of the documents of some classes, and of a kind, taken in last; the last first."""
        condition = visible_to(visible) if kind is None else visible_to(visible) & about(Aspect.KIND, kind)
        read = partial(descriptions.describe_where, condition=newest_among(condition, most))
        return self._catalogue.lasting(("newest", most, frozenset(visible), kind), read)[::-1]

    def arrivals(
        self, visible: Collection[Visibility] = EVERY_CLASS, since: datetime | None = None
    ) -> Mapping[str, datetime]:
        """Return when documents of some classes came to their readers, by code; the latest first."""
        if since is None:
            return self._catalogue.lasting(("arrivals", frozenset(visible)), partial(arrivals, visible=visible))
        with self._catalogue.reading() as session:
            return arrivals(session, visible, since)

    def browse(self, choice: Choice, shown: slice, visible: Collection[Visibility] = EVERY_CLASS) -> Stretch:
        """Return a stretch of the documents of some classes that are wanted, the last taken in first."""
        with self._catalogue.reading() as session:
            return browse(session, choice, visible, shown)

    def tally(self, visible: Collection[Visibility] = EVERY_CLASS) -> Tally:
        """Return how many documents of some classes there are of each meeting, site and topic."""
        return self._catalogue.lasting(("tally", frozenset(visible)), partial(tally, visible=visible))

    def coverage(self, year: int | None = None, visible: Collection[Visibility] = EVERY_CLASS) -> Coverage:
        """Return how many documents of some classes there are of each site on each topic, in all or of one year."""
        with self._catalogue.reading() as session:
            return coverage(session, visible, year)

    def titles(self, visible: Collection[Visibility] = EVERY_CLASS) -> tuple[Title, ...]:
        """Return the title of every document of some classes, in the order of their accession."""
        with self._catalogue.reading() as session:
            return descriptions.titles(session, visible)

    def revisions(self, visible: Collection[Visibility] = EVERY_CLASS) -> dict[str, int]:
        """Return each document's revision by reference code; cheap enough to be asked twice a second."""
        with self._catalogue.reading() as session:
            return descriptions.revisions(session, visible)

    def details(self, code: str) -> Details:
        """Return a document's metadata as they are entered, ready to be changed, or raise UnknownDocumentError."""
        with self._catalogue.reading() as session:
            return metadata.details_of(accession.find_document(session, code))

    def versions(self, code: str) -> tuple[VersionEntry, ...]:
        """Return every version of a document, oldest first, or raise UnknownDocumentError."""
        with self._catalogue.reading() as session:
            return descriptions.versions_of(session, code)

    def versions_of_many(self, codes: Collection[str]) -> dict[str, tuple[VersionEntry, ...]]:
        """Return every version of those of these documents that exist, oldest first, by reference code."""
        with self._catalogue.reading() as session:
            return descriptions.versions_of_many(session, codes)

    def events(self, code: str) -> tuple[EventEntry, ...]:
        """Return what happened to a document, oldest first, even if it is no longer held."""
        with self._catalogue.reading() as session:
            return events_of(session, code)

    def find_by_checksum(self, checksum: str) -> str | None:
        """Return the code of the document that holds these bytes in any of its versions."""
        with self._catalogue.reading() as session:
            return accession.code_of(session, checksum)

    def path(self, checksum: str) -> Path:
        """Return where an original can be read.

        Raises:
            UnknownFileError: The store holds no such file.
        """
        if not self.store.holds(checksum):
            raise UnknownFileError(checksum)
        return self.store.path(checksum)

    def listed(self, checksums: Collection[str] | None = None) -> tuple[ListedFile, ...]:
        """Return every file the catalogue says is held, or those of some checksums, by document and version."""
        with self._catalogue.reading() as session:
            return descriptions.listed_files(session, checksums)

    def _put_back(self, source: Path, checksum: str) -> None:
        """Store a file again that was discarded, as a sample, between being stored and being entered."""
        if not self.store.holds(checksum):
            self.store.put(source)
