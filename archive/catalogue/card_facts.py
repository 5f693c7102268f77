"""The table of what people say of methods."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from archive.catalogue.base import Base


class CardFact(Base):
    """A fact of a method's card in the place of what the paper states. It goes with its document."""

    __tablename__ = "card_fact"
    __table_args__ = (UniqueConstraint("document_id", "field"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    #: As the indexer calls it.
    field: Mapped[str]
    #: "" says that there is nothing to say.
    text: Mapped[str]
    agent: Mapped[str]
    at: Mapped[datetime]
