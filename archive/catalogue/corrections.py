"""The table of what people corrected in what was recognised; its rows are added and never changed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from archive.catalogue.base import Base


class Correction(Base):
    """A correction of one passage; its fields are those of `CorrectionEntry`. It goes with its document."""

    __tablename__ = "correction"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    #: The same in all rows that correct the same passage of a document; the newest counts.
    number: Mapped[int]
    quote: Mapped[str]
    heading: Mapped[str]
    agenda_item: Mapped[str]
    ordinal: Mapped[int]
    kind: Mapped[str]
    who: Mapped[str]
    due: Mapped[str]
    due_day: Mapped[date | None]
    state: Mapped[str]
    agent: Mapped[str]
    at: Mapped[datetime]
