"""The table of what became of decisions and tasks; its rows are added and never changed."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from archive.catalogue.base import Base


class FollowUp(Base):
    """What somebody said of an earlier and a later passage; its fields are those of `FollowUpEntry`.

    It goes with either document.
    """

    __tablename__ = "follow_up"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: The same in all rows about the same two passages; the newest counts.
    number: Mapped[int]
    earlier_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    earlier_passage: Mapped[str]
    earlier_quote: Mapped[str]
    earlier_heading: Mapped[str]
    earlier_agenda_item: Mapped[str]
    earlier_ordinal: Mapped[int]
    later_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    later_passage: Mapped[str]
    later_quote: Mapped[str]
    later_heading: Mapped[str]
    later_agenda_item: Mapped[str]
    later_ordinal: Mapped[int]
    verdict: Mapped[str]
    agent: Mapped[str]
    at: Mapped[datetime]
