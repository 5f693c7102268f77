"""The reader's own site at a glance: who it is, what is new there, what it has undertaken, and who lives next door."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.entries import SiteEntry
from archive.learning.own_site import SiteMeeting
from archive.values import Description
from indexer.search.request import Hit, SearchRequest, Sort
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind
from webui.land import Tile, tiles
from webui.lineage import lineage
from webui.own_progress import own_site
from webui.reader import reader
from webui.register import RegisterEntry, register_entries
from webui.services import services
from webui.views.documents import described_by_code

#: Few enough to be taken in at a glance.
SHOWN = 3


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
    filters = {"site": (site.label,), "passage_kind": (PassageKind.TASK.value,)}
    hits = (
        services().searcher.search(SearchRequest(filters=filters, sort=Sort.NEWEST, limit=SHOWN, reader=reader())).hits
    )
    known = described_by_code(news.documents)
    documents = tuple(known[code] for code in news.documents if code in known)
    return OwnSite(site, documents, news.meetings, tuple(_tasks(hits))[:SHOWN], neighbours(site, entries))


def _tasks(hits: Iterable[Hit]) -> Iterable[RegisterEntry]:
    """Return the open tasks among hits, in the state that later meetings tell of them."""
    states = lineage().states
    told = (each.told(states) for each in register_entries([passage.id for hit in hits for passage in hit.passages]))
    return (each for each in told if each.agreed.state not in (State.DONE, State.DROPPED, State.REPLACED))


def neighbours(site: SiteEntry, entries: Iterable[SiteEntry]) -> tuple[SiteEntry, ...]:
    """Return the sites whose tiles touch that of a site, by label."""
    laid = tiles(entries)
    own = next((tile for tile in laid if tile.site.key == site.key), None)
    touching = (tile.site for tile in laid if own and tile is not own and tile.is_documented and _touch(own, tile))
    return tuple(sorted(touching, key=lambda each: each.label))


def _touch(one: Tile, other: Tile) -> bool:
    return max(abs(one.row - other.row), abs(one.column - other.column)) == 1
