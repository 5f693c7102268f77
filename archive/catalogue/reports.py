"""The table of what readers report to be wrong with documents."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from archive.catalogue.base import Base
from archive.catalogue.holdings import Document


class Report(Base):
    """What somebody reported about a document; its fields are those of `ReportEntry`. It goes with its document."""

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    fault: Mapped[str]
    place: Mapped[str]
    text: Mapped[str]
    made_at: Mapped[datetime]
    done_at: Mapped[datetime | None] = mapped_column(index=True)

    document: Mapped[Document] = relationship()
