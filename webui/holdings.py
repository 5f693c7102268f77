"""Documents and meetings in the orders in which pages list them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from archive.entries import MeetingEntry
from archive.values import Description, DocumentKind
from webui.reader import seen

#: Where a document without a date stands among dated ones: last.
LONG_AGO = date.min


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents the reader may see of each meeting, site and topic."""

    #: By key.
    meetings: Counter[str]
    #: By label.
    sites: Counter[str]
    #: By label.
    topics: Counter[str]


def tally(documents: Iterable[Description]) -> Tally:
    """Count documents by what they are about."""
    counted = seen(documents)
    return Tally(
        Counter(each.meeting.key for each in counted if each.meeting),
        Counter(site for each in counted for site in each.sites),
        Counter(topic for each in counted for topic in each.topics),
    )


def newest(documents: Iterable[Description]) -> list[Description]:
    """Return documents, those taken in last first; reference codes rise with every document."""
    return sorted(seen(documents), key=lambda each: each.code, reverse=True)


def by_date(documents: Iterable[Description]) -> list[Description]:
    """Return documents, the most recent first, those of one day by title."""
    by_title = sorted(seen(documents), key=lambda each: each.title.casefold())
    return sorted(by_title, key=lambda each: each.date.start if each.date else LONG_AGO, reverse=True)


def method_papers(documents: Iterable[Description]) -> list[Description]:
    """Return the method papers among documents, in the order given."""
    return [each for each in documents if each.kind is DocumentKind.METHODENPAPIER]


def newest_meetings(meetings: Iterable[MeetingEntry]) -> list[MeetingEntry]:
    """Return meetings, the most recent first."""
    return sorted(meetings, key=lambda each: each.start, reverse=True)
