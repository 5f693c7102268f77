"""The reader's own site at a glance: who it is, what is new there, what it has undertaken, and who lives next door."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.entries import SiteEntry
from archive.learning.own_site import SiteMeeting
from archive.values import Description
from indexer.agreed import Agreed
from indexer.search.request import Hit, PassageHit, SearchRequest, Sort
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind
from webui.agreements import agreements
from webui.land import Tile, tiles
from webui.own_progress import own_site
from webui.reader import reader
from webui.services import services
from webui.views.documents import described_by_code

#: Few enough to be taken in at a glance.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A task of which nobody has said that it is done."""

    document: Description
    passage: PassageHit
    agreed: Agreed


@dataclass(frozen=True, slots=True)
class OwnSite:
    """A site as whoever works there is shown it."""

    site: SiteEntry
    #: The newest first.
    documents: tuple[Description, ...]
    meetings: tuple[SiteMeeting, ...]
    tasks: tuple[Undertaking, ...]
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
    known = described_by_code((*news.documents, *(hit.document for hit in hits)))
    documents = tuple(known[code] for code in news.documents if code in known)
    return OwnSite(site, documents, news.meetings, tuple(_tasks(hits, known))[:SHOWN], neighbours(site, entries))


def _tasks(hits: Iterable[Hit], known: Mapping[str, Description]) -> Iterable[Undertaking]:
    """Yield the open tasks among hits."""
    pairs = [(hit, known[hit.document]) for hit in hits if hit.document in known]
    agreed = agreements(hit for hit, _ in pairs)
    for hit, document in pairs:
        for passage in hit.passages:
            if passage.id in agreed and agreed[passage.id].state not in (State.DONE, State.DROPPED):
                yield Undertaking(document, passage, agreed[passage.id])


def neighbours(site: SiteEntry, entries: Iterable[SiteEntry]) -> tuple[SiteEntry, ...]:
    """Return the sites whose tiles touch that of a site, by label."""
    laid = tiles(entries)
    own = next((tile for tile in laid if tile.site.key == site.key), None)
    touching = (tile.site for tile in laid if own and tile is not own and tile.is_documented and _touch(own, tile))
    return tuple(sorted(touching, key=lambda each: each.label))


def _touch(one: Tile, other: Tile) -> bool:
    return max(abs(one.row - other.row), abs(one.column - other.column)) == 1
