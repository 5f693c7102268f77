"""The matrix of sites and topics: what each site has documents on, and where there are gaps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.entries import SiteEntry, TopicEntry
from archive.selections import Coverage

#: Least number of documents of each shade after the first; the first stands for none.
SHADES = (1, 2, 4, 8)


@dataclass(frozen=True, slots=True)
class Cell:
    """How many documents of a site there are on a topic."""

    topic: TopicEntry
    count: int

    @property
    def shade(self) -> int:
        """From 0 for none to 4."""
        return sum(self.count >= least for least in SHADES)


@dataclass(frozen=True, slots=True)
class Row:
    """A site with a cell for each topic."""

    site: SiteEntry
    cells: tuple[Cell, ...]

    @property
    def gaps(self) -> int:
        """On how many topics it has nothing."""
        return sum(not cell.count for cell in self.cells)


def rows(sites: Iterable[SiteEntry], topics: Iterable[TopicEntry], found: Coverage) -> Iterator[Row]:
    """Yield a row for each site, with a cell for each topic."""
    columns = tuple(topics)
    for site in sites:
        yield Row(site, tuple(Cell(topic, found.counts[site.label, topic.label]) for topic in columns))
