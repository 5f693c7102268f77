"""Table of what was decided about personal data that stays in a document."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from archive.catalogue.base import Base
from archive.privacy.values import Ground


class PersonalDecision(Base):
    """Some words of a document stay as they are; the words themselves are not kept."""

    __tablename__ = "personal_decision"
    __table_args__ = (UniqueConstraint("document_id", "fingerprint"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    fingerprint: Mapped[str]
    ground: Mapped[Ground]


class RedactedName(Base):
    """A full name went from a document; of its last name, which may stand there still, only this is kept."""

    __tablename__ = "redacted_name"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(primary_key=True)
