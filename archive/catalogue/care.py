"""Tables of what is done to keep the holdings: backups, and checks of files."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from archive.catalogue.base import Base
from archive.custody import FileState


class BackupTarget(Base):
    """A folder of backups, and the last one that was made there."""

    __tablename__ = "backup_target"

    #: Absolute.
    path: Mapped[str] = mapped_column(primary_key=True)
    snapshot: Mapped[str]
    made_at: Mapped[datetime]
    #: Up to which erasure it has been told what must not come back out of it.
    erasure: Mapped[int]


class FileCheck(Base):
    """When a file was last compared with its checksum, and what came of it."""

    __tablename__ = "file_check"

    checksum: Mapped[str] = mapped_column(primary_key=True)
    checked_at: Mapped[datetime] = mapped_column(index=True)
    state: Mapped[FileState] = mapped_column(index=True)
