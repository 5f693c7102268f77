"""What is done for originals, their backups and the reports on them when nobody waits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from sqlalchemy.exc import OperationalError

from archive.archive import Archive
from archive.backup.telling import tell_erasures

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Care:
    """Looks after an archive, a little at a time."""

    archive: Archive

    def tell(self) -> bool:
        """Tell folders of backups what was erased, and return whether there was something to tell."""
        return _unless_busy(lambda: tell_erasures(self.archive))

    def check(self) -> bool:
        """Check some originals, and return false: the next ones have time until others had their turn."""
        _unless_busy(lambda: self.archive.fixity.check_portion(datetime.now(UTC)) > 0)
        return False

    def forget(self) -> bool:
        """Delete the reports that were kept long enough, and return false, as after a check."""
        _unless_busy(lambda: self.archive.reports.forget(datetime.now(UTC)))
        return False


def _unless_busy(task: Callable[[], bool | None]) -> bool:
    """Do something for which the catalogue may be locked or full; then it is done later."""
    try:
        return bool(task())
    except OperationalError as error:
        _log.warning("catalogue busy", error=type(error.orig).__name__)
        return False
