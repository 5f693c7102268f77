"""Batches: files that somebody brought together, so that they can be looked through together."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, joinedload, selectinload

from archive.accession import find_document
from archive.accounts.tokens import new_token
from archive.catalogue.batches import Batch, BatchItem
from archive.catalogue.catalogue import Catalogue
from archive.custody import Status
from archive.errors import UnknownBatchError

#: After so long nobody looks for what was refused; documents stay, their batch goes.
KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one file of a batch."""

    #: As the file is called by its owner; members of packs as "outer.zip!/inner.pdf". "" once its document is erased.
    name: str
    status: Status
    #: Reference code of the document that holds it, or "" where none does (any more).
    document: str = ""
    #: Why it was refused, as it was told, or "".
    complaint: str = ""


@dataclass(frozen=True, slots=True)
class BatchEntry:
    """Files that somebody brought together, in the order in which they came."""

    key: str
    #: Who brought them.
    agent: str
    #: In UTC.
    began_at: datetime
    arrivals: tuple[Arrival, ...]

    @property
    def brought(self) -> tuple[str, ...]:
        """Codes of the documents that came with this batch, without those that were there before."""
        return self._documents(Status.HELD)

    @property
    def versions(self) -> tuple[str, ...]:
        """Codes of the documents of which a draft of this batch has become the newest version."""
        return self._documents(Status.VERSION)

    @property
    def erased(self) -> int:
        """How many arrivals no document holds any more, for it was erased."""
        return sum(each.status is not Status.REFUSED and not each.document for each in self.arrivals)

    def _documents(self, status: Status) -> tuple[str, ...]:
        found = (each.document for each in self.arrivals if each.status is status and each.document)
        return tuple(dict.fromkeys(found))


class Batches:
    """Keeps batches; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def begin(self, agent: str) -> str:
        """Begin a batch, and return its key."""
        now = datetime.now(UTC)
        with self._catalogue.writing() as session:
            session.execute(delete(Batch).where(Batch.began_at < now - KEPT))
            batch = Batch(key=new_token(), agent=agent, began_at=now)
            session.add(batch)
            return batch.key

    def add(self, key: str, arrivals: Iterable[Arrival], sending: str = "") -> None:
        """Add files to a batch; what came before under the same name is no news when it is brought once more.

        Args:
            key: The batch's.
            arrivals: What became of the files.
            sending: A token of the sending that brought them; what was added with it before is not added again.

        Raises:
            UnknownBatchError: There is no such batch.
        """
        with self._catalogue.writing() as session:
            batch = _find(session, key)
            if sending and any(item.token == sending for item in batch.items):
                return
            known = {_told(_arrival(item)) for item in batch.items}
            batch.items.extend(_item(session, each, sending) for each in arrivals if _told(each) not in known)

    def has(self, key: str, sending: str) -> bool:
        """Tell whether a sending arrived in a batch, or raise UnknownBatchError."""
        with self._catalogue.reading() as session:
            return any(item.token == sending for item in _find(session, key).items)

    def entry(self, key: str) -> BatchEntry:
        """Return a batch, or raise UnknownBatchError."""
        with self._catalogue.reading() as session:
            return _entry(_find(session, key))

    def entries(self) -> tuple[BatchEntry, ...]:
        """Return every batch, the newest first."""
        with self._catalogue.reading() as session:
            asked = select(Batch).order_by(Batch.id.desc())
            loaded = asked.options(selectinload(Batch.items).joinedload(BatchItem.document))
            return tuple(_entry(batch) for batch in session.scalars(loaded))


def forget_arrivals(session: Session, document: int) -> None:
    """Keep of the files that a document holds only that they came: the document is about to be erased."""
    arrived = update(BatchItem).where(BatchItem.document_id == document)
    session.execute(arrived.values(document_id=None, name="", complaint=""))


def move_arrivals(session: Session, ending: int, document: int) -> None:
    """Say of the files of one document that they are versions of another from now on."""
    arrived = update(BatchItem).where(BatchItem.document_id == ending)
    session.execute(arrived.values(document_id=document, status=Status.VERSION))


def _find(session: Session, key: str) -> Batch:
    asked = select(Batch).where(Batch.key == key)
    batch = session.scalar(asked.options(selectinload(Batch.items).options(joinedload(BatchItem.document))))
    if batch is None:
        raise UnknownBatchError(key)
    return batch


def _told(arrival: Arrival) -> tuple[str, str, str]:
    """Return what is told of an arrival: a file that is there was brought, however often."""
    return unicodedata.normalize("NFC", arrival.name), arrival.document, arrival.complaint


def _item(session: Session, arrival: Arrival, sending: str) -> BatchItem:
    return BatchItem(
        token=sending,
        name=unicodedata.normalize("NFC", arrival.name),
        status=arrival.status,
        document_id=find_document(session, arrival.document).id if arrival.document else None,
        complaint=arrival.complaint,
    )


def _entry(batch: Batch) -> BatchEntry:
    return BatchEntry(batch.key, batch.agent, batch.began_at, tuple(map(_arrival, batch.items)))


def _arrival(item: BatchItem) -> Arrival:
    return Arrival(item.name, item.status, item.document.code if item.document else "", item.complaint)
