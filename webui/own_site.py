"""The reader's own site at a glance: who it is, what is new there, what it has undertaken, and who lives next door."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.entries import SiteEntry
from archive.learning.own_site import SiteMeeting
from archive.values import Description
from indexer.search.agreements import AgreementRequest
from indexer.search.request import SearchRequest
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind
from webui.land import Tile, tiles
from webui.lineage import lineage
from webui.own_progress import own_site
from webui.reader import reader
from webui.register import RegisterEntry, entries_among
from webui.services import services
from webui.views.documents import described_by_code

#: Few enough to be taken in at a glance.
SHOWN = 3

#: States of a task that is still to be done, as far as anyone knows.
OPEN = frozenset(State) - {State.DONE, State.DROPPED, State.REPLACED}


@dataclass(frozen=True, slots=True)
class OwnSite:
    """A site as whoever works there is shown it."""

    site: SiteEntry
    #: The newest first.
    documents: tuple[Description, ...]
    meetings: tuple[SiteMeeting, ...]
    #: Those of which nobody has said that they are done.
    tasks: tuple[RegisterEntry, ...]
    #: The sites of neighbouring Bundesländer, by label.
    neighbours: tuple[SiteEntry, ...]


def chosen(sites: Iterable[SiteEntry]) -> OwnSite | None:
    """Return the own site of whoever reads the current page, or None where none is chosen."""
    entries, key = tuple(sites), own_site()
    site = next((each for each in entries if each.key == key), None) if key else None
    return _own(site, entries) if site else None


def _own(site: SiteEntry, entries: Iterable[SiteEntry]) -> OwnSite:
    news = services().archive.learning.sites.news(site.label, reader().visible, SHOWN)
    states = lineage().states
    asked = SearchRequest(filters={"site": (site.label,)}, reader=reader())
    open_tasks = AgreementRequest(asked, frozenset({PassageKind.TASK}), OPEN)
    ids = services().searcher.agreements(open_tasks, states).passages[:SHOWN]
    passages = services().texts.passages_by_id(ids)
    undertaken = [passages[id_] for id_ in ids if id_ in passages]
    known = described_by_code((*news.documents, *(each.document for each in undertaken)))
    documents = tuple(known[code] for code in news.documents if code in known)
    tasks = tuple(each.told(states) for each in entries_among(undertaken, known))
    return OwnSite(site, documents, news.meetings, tasks, neighbours(site, entries))


def neighbours(site: SiteEntry, entries: Iterable[SiteEntry]) -> tuple[SiteEntry, ...]:
    """Return the sites whose tiles touch that of a site, by label."""
    laid = tiles(entries)
    own = next((tile for tile in laid if tile.site.key == site.key), None)
    touching = (tile.site for tile in laid if own and tile is not own and tile.is_documented and _touch(own, tile))
    return tuple(sorted(touching, key=lambda each: each.label))


def _touch(one: Tile, other: Tile) -> bool:
    return max(abs(one.row - other.row), abs(one.column - other.column)) == 1
