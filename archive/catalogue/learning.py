"""Tables of the learning paths, and of what each account keeps for itself about them."""

from datetime import UTC, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from archive.catalogue.base import Base
from archive.learning.values import StepKind


class LearningPath(Base):
    """A learning path; its fields are those of `PathEntry`."""

    __tablename__ = "learning_path"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    text: Mapped[str]
    #: Place among the paths, rising.
    position: Mapped[int]
    is_published: Mapped[bool]
    is_sample: Mapped[bool]

    steps: Mapped[list["LearningStep"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="LearningStep.position"
    )


class LearningStep(Base):
    """A step of a path; its fields are those of `StepContent` and `StepEntry`.

    It names a document by its code alone, so that it can tell of one that is gone.
    """

    __tablename__ = "learning_step"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it so

    id: Mapped[int] = mapped_column(primary_key=True)
    path_id: Mapped[int] = mapped_column(ForeignKey("learning_path.id", ondelete="CASCADE"), index=True)
    #: Place in the path, rising.
    position: Mapped[int]
    kind: Mapped[StepKind]
    minutes: Mapped[int]
    text: Mapped[str]
    title: Mapped[str]
    document: Mapped[str]
    passage: Mapped[str]
    link: Mapped[str]
    added_at: Mapped[datetime]
    version: Mapped[int]


class ReadStep(Base):
    """That an account has read a step; its fields are those of `ReadEntry`."""

    __tablename__ = "read_step"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("learning_step.id", ondelete="CASCADE"), primary_key=True)
    at: Mapped[datetime]
    version: Mapped[int]


class ChosenSite(Base):
    """The site that an account has chosen as its own."""

    __tablename__ = "chosen_site"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    #: Its key; sites that are merged into others leave their keys behind.
    site: Mapped[str]


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)
