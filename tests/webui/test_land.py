"""The sites on a map of tiles."""

from archive.entries import EvidenceState, SiteEntry
from webui.land import PLACES, tiles
from webui.services import Services


def test_every_land_has_its_own_place() -> None:
    assert len(PLACES) == 16
    assert len({place[1:] for place in PLACES.values()}) == 16


def test_the_seeded_sites_fill_the_map(empty: Services) -> None:
    shown = tiles(empty.archive.vocabularies.sites())
    assert len(shown) == 16
    assert [tile.abbreviation for tile in shown if not tile.is_documented] == ["ST"]
    assert shown == sorted(shown, key=lambda tile: (tile.row, tile.column))


def test_a_second_site_of_a_land_and_one_abroad_have_no_tile() -> None:
    sites = [
        SiteEntry("hof", "Hof", "Hof", "Bayern", evidence=EvidenceState.DOCUMENTED),
        SiteEntry("ingolstadt", "Ingolstadt", "Ingolstadt", "Bayern"),
        SiteEntry("wien", "Wien", "Wien", "Wien (Land)"),
    ]
    assert [tile.site.key for tile in tiles(sites)] == ["hof"]
