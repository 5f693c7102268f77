"""The condition of the archive at the desk."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, event

from archive.archive import Submission
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.index.areas import Areas
from indexer.index.condition import condition
from indexer.worker import is_working, sole_writer
from tests.webui.people import person
from webui.cli import cli
from webui.compose import Holdings, open_holdings
from webui.services import Services

CONDITION = "/verwaltung/zustand"

#: The page may need no more, however much the archive holds.
MOST_STATEMENTS = 14


@pytest.fixture
def home(new_home: Path, tmp_path: Path) -> Iterator[Holdings]:
    """An archive with a complete document, an incomplete one, a broken file, and an incomplete draft."""
    full = Details("Voll", meeting="standorttreffen-hamburg-2019", sites=("hamburg",), topics=("Kultur",))
    with open_holdings(new_home) as holdings, Extractor() as extractor:
        for content, name, details in (
            (b"Voll", "voll.txt", full),
            (b"Leer", "leer.txt", Details("Ohne alles")),
            (b"%PDF-1.4 kaputt", "kaputt.pdf", Details("Kaputt", sites=("gotha",))),
            (b"Entwurf", "entwurf.txt", Details("Geheimer Entwurf", visibility=Visibility.DRAFT)),
        ):
            (tmp_path / "offered").write_bytes(content)
            holdings.archive.take_in(Submission(tmp_path / "offered", name, details))
        holdings.indexing(extractor).catch_up()
        yield holdings


@pytest.fixture
def services(home: Holdings, german: GermanAnalysis) -> Services:  # noqa: ARG001 - loads what the search needs
    """The archive as the pages see it."""
    return Services(home.archive, home.searcher(), home.texts)


def test_what_needs_care_is_counted_and_listed(services: Services) -> None:
    chef = person(services, Role.COORDINATION)
    page = chef.get(CONDITION).text
    assert '<a href="/verwaltung/zustand/ohne-treffen">Dokumente ohne Treffen</a> <strong>3</strong>' in page
    assert '<a href="/verwaltung/zustand/ohne-standort">Dokumente ohne Standort</a> <strong>2</strong>' in page
    assert '<a href="/verwaltung/zustand/ohne-text">Dokumente ohne Text</a> <strong>1</strong>' in page
    listed = chef.get(f"{CONDITION}/ohne-standort").text
    assert "Ohne alles" in listed
    assert "Geheimer Entwurf" in listed
    assert "Kaputt" not in listed
    assert chef.get(f"{CONDITION}/ohne-sinn").status_code == 404
    assert "Kaputt" in chef.get(f"{CONDITION}/nicht-lesbar").text


def test_a_file_that_could_not_be_read_can_be_read_again(services: Services) -> None:
    operator = person(services, Role.OPERATIONS)
    code = next(each.code for each in services.archive.descriptions() if each.title == "Kaputt")
    assert f'action="/dokumente/{code}/erneut-lesen"' in operator.get(CONDITION).text
    assert operator.post(f"/dokumente/{code}/erneut-lesen").status_code == 303
    assert "1 wartet darauf" in operator.get(CONDITION).text


def test_whoever_may_not_see_drafts_is_not_told_of_them(services: Services) -> None:
    operator = person(services, Role.OPERATIONS)
    page = operator.get(CONDITION).text
    assert "Dokumente ohne Treffen</a> <strong>2</strong>" in page
    assert "3 Dokumente" in page
    assert "Entwürfe und nur Koordination" not in page
    assert "Geheimer Entwurf" not in operator.get(f"{CONDITION}/ohne-treffen").text
    assert "Suchen ohne Treffer" not in page


def test_the_last_check_is_told(services: Services) -> None:
    chef = person(services, Role.COORDINATION)
    assert chef.get(CONDITION).text.count("noch keine") == 2
    done = CliRunner().invoke(cli, ["--home", str(services.archive.home.root), "check"])
    assert done.exit_code == 0
    page = chef.get(CONDITION).text
    assert "hat alle Dateien geprüft: 4 Dateien, 0 fehlen, 0 verändert" in page
    assert page.count("noch keine") == 1


def test_the_index_and_its_writer_are_told(services: Services) -> None:
    lock = services.archive.home.worker_lock
    areas = Areas.within(services.archive.home.derived)
    published = condition(areas.published)
    assert published
    assert (published.passages, published.is_building, published.size > 0) == (3, False, True)
    assert not is_working(lock.with_name("nicht da"))
    chef = person(services, Role.COORDINATION)
    assert "läuft nicht" in chef.get(CONDITION).text
    with sole_writer(lock):
        assert is_working(lock)
        assert "läuft nicht" not in chef.get(CONDITION).text
    areas.published.withdraw()
    assert condition(areas.published) is None


def test_the_page_takes_few_statements(services: Services) -> None:
    chef = person(services, Role.COORDINATION)
    statements: list[str] = []

    def note(*told: object) -> None:
        statements.append(str(told[2]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        chef.get(CONDITION)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    # The derived texts are asked beside the catalogue: how reading went, and what stands in each index.
    assert len([each for each in statements if each.startswith("SELECT")]) + 3 <= MOST_STATEMENTS


def test_damaged_originals_are_named_with_what_to_do(services: Services) -> None:
    chef, archive = person(services, Role.COORDINATION), services.archive
    assert "Beschädigte Originale" not in chef.get(CONDITION).text
    lost = next(each for each in archive.descriptions() if each.title == "Voll")
    archive.path(lost.checksum).unlink()
    list(archive.fixity.check_all())
    page = chef.get(CONDITION).text
    assert "Beschädigte Originale" in page
    assert f"{lost.code}, Fassung 1: fehlt" in page
    assert "wissensarchiv mend SICHERUNG" in page
    assert "4 von 4 Dateien in den letzten 30 Tagen" in page


def test_the_last_backup_is_told_and_when_it_is_too_old(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chef = person(services, Role.OPERATIONS)
    assert "wissensarchiv backup ORDNER" in chef.get(CONDITION).text
    home = services.archive.home.root
    assert CliRunner().invoke(cli, ["--home", str(home), "backup", str(tmp_path / "Sicherungen")]).exit_code == 0
    page = chef.get(CONDITION).text
    assert "wissensarchiv backup ORDNER" not in page
    assert page.count("noch keine") == 1
    monkeypatch.setattr("webui.views.condition.OLD", timedelta(0))
    assert "zu lange her" in chef.get(CONDITION).text


def test_the_formats_are_counted(services: Services) -> None:
    page = person(services, Role.OPERATIONS).get(CONDITION).text
    assert 'Text <span class="meta">text/plain</span></th><td>3</td><td>15 Byte</td>' in page
    assert 'PDF <span class="meta">application/pdf</span></th><td>1</td>' in page
