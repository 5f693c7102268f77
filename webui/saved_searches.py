"""Searches that people keep, with what is new in each; and what is new in the archive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from archive.accounts.values import SavedSearchEntry
from archive.values import Description
from webui.reader import account, reader
from webui.services import services
from webui.subscribing import request_of, understood
from webui.views.documents import described_by_code

#: So many of the documents that are new are listed.
MOST_NEWS = 50


@dataclass(frozen=True, slots=True)
class ShownSearch:
    """A search that somebody keeps, as it is shown."""

    entry: SavedSearchEntry
    #: Documents it finds that came since its owner looked last.
    new: int


@dataclass(frozen=True, slots=True)
class News:
    """The documents that came last."""

    #: Since when, in UTC; None where that is not known, and the latest are listed.
    since: datetime | None
    documents: tuple[tuple[Description, datetime], ...]
    #: How many there are, of which the latest are listed.
    total: int


def shown_searches(entries: Iterable[SavedSearchEntry]) -> list[ShownSearch]:
    """Count for each search the documents that are new to the current reader."""
    held = list(entries)
    if not held:
        return []
    moments = services().archive.arrivals(reader().visible, min(each.looked_at for each in held))
    return [
        ShownSearch(each, _new(each, {code for code in moments if moments[code] > each.looked_at})) for each in held
    ]


def number_of_news() -> int:
    """Return how many documents are new since the reader's last visit; none to whoever has no account."""
    own = account()
    since = own.last_visit if own else None
    return len(services().archive.arrivals(reader().visible, since)) if since else 0


def news() -> News:
    """Return what is new since the reader's last visit; of someone who has none, the latest documents."""
    own = account()
    since = own.last_visit if own else None
    moments = services().archive.arrivals(reader().visible, since)
    codes = list(islice(moments, MOST_NEWS))
    known = described_by_code(codes)
    documents = tuple((known[code], moments[code]) for code in codes if code in known)
    return News(since, documents, len(moments))


def _new(entry: SavedSearchEntry, arrived: set[str]) -> int:
    return len(arrived & services().searcher.documents(understood(request_of(entry.address)))) if arrived else 0
