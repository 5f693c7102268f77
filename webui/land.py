"""The sites on a map of tiles, a Bundesland a tile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.entries import EvidenceState, SiteEntry


@dataclass(frozen=True, slots=True)
class Tile:
    """A Bundesland's place on the map, with the site in it."""

    abbreviation: str
    row: int
    column: int
    site: SiteEntry

    @property
    def is_documented(self) -> bool:
        """Whether anything is known about the site."""
        return self.site.evidence is not EvidenceState.UNDOCUMENTED


#: Bundesland → abbreviation, row and column; neighbours on the map are neighbours in the grid as far as it goes.
PLACES: Mapping[str, tuple[str, int, int]] = {
    "Schleswig-Holstein": ("SH", 1, 3),
    "Mecklenburg-Vorpommern": ("MV", 1, 4),
    "Bremen": ("HB", 2, 2),
    "Hamburg": ("HH", 2, 3),
    "Brandenburg": ("BB", 2, 4),
    "Berlin": ("BE", 2, 5),
    "Nordrhein-Westfalen": ("NW", 3, 2),
    "Niedersachsen": ("NI", 3, 3),
    "Sachsen-Anhalt": ("ST", 3, 4),
    "Sachsen": ("SN", 3, 5),
    "Rheinland-Pfalz": ("RP", 4, 2),
    "Hessen": ("HE", 4, 3),
    "Thüringen": ("TH", 4, 4),
    "Saarland": ("SL", 5, 2),
    "Baden-Württemberg": ("BW", 5, 3),
    "Bayern": ("BY", 5, 4),
}


def tiles(sites: Iterable[SiteEntry]) -> list[Tile]:
    """Return the tile of each Bundesland's first site, from north to south; further sites are in the list only."""
    found: dict[str, Tile] = {}
    for site in sites:
        if site.federal_state in PLACES and site.federal_state not in found:
            found[site.federal_state] = Tile(*PLACES[site.federal_state], site)
    return sorted(found.values(), key=lambda tile: (tile.row, tile.column))
