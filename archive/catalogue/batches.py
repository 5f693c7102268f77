"""Tables of what was uploaded together, and what became of each file."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from archive.catalogue.base import Base
from archive.catalogue.holdings import Document
from archive.custody import Status


class Batch(Base):
    """Files that somebody brought together."""

    __tablename__ = "batch"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: In its page's address.
    key: Mapped[str] = mapped_column(unique=True)
    agent: Mapped[str]
    began_at: Mapped[datetime]

    items: Mapped[list["BatchItem"]] = relationship(cascade="all, delete-orphan", order_by="BatchItem.id")


class BatchItem(Base):
    """One file of a batch; of an erased document only that there was a file is left."""

    __tablename__ = "batch_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id", ondelete="CASCADE"), index=True)
    #: Of the sending that brought it; a sending that is repeated brings nothing twice.
    token: Mapped[str]
    name: Mapped[str]
    status: Mapped[Status]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    #: Why it was refused, as it was told, or "".
    complaint: Mapped[str]

    document: Mapped[Document | None] = relationship()
