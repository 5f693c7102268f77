"""Tables of what is kept beside method papers: what the coordination says of a method, and what sites lived with it."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from archive.catalogue.authorities import Site
from archive.catalogue.base import Base
from archive.catalogue.holdings import Document


class MethodNote(Base):
    """What the coordination says of a method; its fields are those of `Note`. It goes with its paper."""

    __tablename__ = "method_note"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    is_core: Mapped[bool]
    other_names: Mapped[tuple[str, ...]]


class Experience(Base):
    """What a site lived with a method; its fields are those of `ExperienceEntry`. It goes with the method's paper."""

    __tablename__ = "experience"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), index=True)
    year: Mapped[int]
    went_well: Mapped[str]
    was_hard: Mapped[str]
    advice: Mapped[str]
    offered_at: Mapped[datetime]
    is_released: Mapped[bool]

    document: Mapped[Document] = relationship()
    site: Mapped[Site] = relationship()
