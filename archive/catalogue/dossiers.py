"""Table of what the coordination says of a Handlungsfeld."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from archive.catalogue.base import Base


class TopicDossier(Base):
    """What people need to know first of a topic; its fields are those of `Dossier`."""

    __tablename__ = "topic_dossier"

    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True)
    introduction: Mapped[str]
    #: Reference codes; what is not held any more is passed over by whoever reads them.
    documents: Mapped[tuple[str, ...]]
