"""Upgrades a catalogue and stops before a statement of the upgrade, to be killed there.

    python -m tests.upgrades.dying CATALOGUE STATEMENT

Prints "stopped" and waits where the upgrade has so many statements, the last of which is the commit; else it goes
through and prints the number of statements there were.
"""

import sys
import threading
from pathlib import Path
from typing import Any

from sqlalchemy import event

from archive.catalogue.engine import open_engine
from archive.catalogue.migration import migrate


class _Countdown:
    """Counts statements, and stops for good before one of them."""

    def __init__(self, fatal: int) -> None:
        self.fatal = fatal
        self.passed = 0

    def step(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - as SQLAlchemy calls it
        """Count a statement that is about to be executed."""
        self.passed += 1
        if self.passed == self.fatal:
            _say("stopped")
            threading.Event().wait()


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    """Upgrade the catalogue."""
    catalogue, fatal = Path(sys.argv[1]), int(sys.argv[2])
    countdown = _Countdown(fatal)
    engine = open_engine(catalogue)
    # A cache this small has to write changes to disk long before they are committed.
    event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA cache_size = 2"))
    event.listen(engine, "before_cursor_execute", countdown.step)
    event.listen(engine, "commit", countdown.step)
    migrate(engine)
    engine.dispose()
    _say(str(countdown.passed))


if __name__ == "__main__":
    main()
