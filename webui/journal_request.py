"""What of the journal an address asks for, and the way back."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

from archive.custody import PROGRAM, EventKind
from archive.journal import Asked, Period
from webui.i18n import CLOCK

#: Value of "wer" for what the archive did by itself: no agent looks so.
ARCHIVE = "archiv"


def read_asked(args: Mapping[str, str]) -> Asked:
    """Return what is asked for; what makes no sense asks for nothing."""
    kinds = [EventKind(args["was"])] if args.get("was") in set(EventKind) else []
    who = args.get("wer", "")
    return Asked(
        document=args.get("dokument", "").strip().upper(),
        kinds=kinds,
        agents=[PROGRAM if who == ARCHIVE else who] if who else None,
        period=Period(_begin(args.get("von", ""), 0), _begin(args.get("bis", ""), 1)),
    )


def _begin(typed: str, later: int) -> datetime | None:
    """Return the moment at which a day begins by German clocks, or the one so many days later."""
    with suppress(ValueError, OverflowError):
        day = date.fromisoformat(typed) + timedelta(days=later)
        return datetime.combine(day, time.min, CLOCK).astimezone(UTC)
    return None
