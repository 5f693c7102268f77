"""The box above the text of minutes: what meeting it was, how many came, what came before and after."""

import re
from pathlib import Path

from flask.testing import FlaskClient

from archive.archive import Submission
from archive.values import Details, DocumentKind
from indexer.extraction.pages import Block, BlockKind, Outcome, Page, Reading
from tests.webui.test_document_page import code_of
from webui.services import Services

HEAD = ("Datum: 3. April 2019", "Anwesend: Frau Muster, Herr Beispiel, Frau Probe", "TOP 1: Begrüßung")


def box(page: str) -> str:
    found = re.search(r'<section class="meeting-box".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def minutes(services: Services, folder: Path, details: Details) -> str:
    """Take in minutes that list who came, and return their code."""
    (folder / "offered").write_bytes(b"Protokoll")
    taken = services.archive.take_in(Submission(folder / "offered", "protokoll.txt", details))
    checksum = services.archive.describe(taken.code).checksum
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in HEAD)
    services.texts.keep_reading(checksum, Reading(Outcome.TEXT, "text/plain", (Page(1, "1", blocks),)))
    return taken.code


def test_minutes_tell_their_meeting_and_its_neighbours(client: FlaskClient, filled: Services) -> None:
    shown = box(client.get(f"/dokumente/{code_of(filled, 'Protokoll Hamburg')}").text)
    assert "Bundesweites Treffen aller Standorte, zweimal im Jahr." in shown
    assert '<dt>Davor</dt><dd><a href="/treffen/standorttreffen-frankfurt-2018"' in shown
    assert '<dt>Danach</dt><dd><a href="/treffen/standorttreffen-gotha-2020"' in shown
    assert 'href="/treffen/standorttreffen-gotha-2020#before"' in shown
    assert "Teilnehmende" not in shown


def test_what_it_leads_to_is_there(client: FlaskClient, filled: Services) -> None:
    page = client.get(f"/dokumente/{code_of(filled, 'Protokoll Hamburg')}").text
    assert 'id="before"' in client.get("/treffen/standorttreffen-gotha-2020").text
    links = re.findall(r'<p class="since"><a href="([^"]+)">', page)
    assert len(links) == 2
    assert [client.get(link).status_code for link in links] == [200, 200]


def test_people_are_counted_and_not_named(writer: FlaskClient, empty: Services, tmp_path: Path) -> None:
    code = minutes(empty, tmp_path, Details("Gotha", DocumentKind.PROTOKOLL, meeting="standorttreffen-gotha-2020"))
    shown = box(writer.get(f"/dokumente/{code}").text)
    assert "<dt>Teilnehmende</dt><dd>3</dd>" in shown
    assert "Muster" not in shown
    assert "Danach" not in shown
    assert "Was wurde daraus?" not in shown


def test_it_is_told_in_english(client: FlaskClient, filled: Services) -> None:
    page = client.get(f"/dokumente/{code_of(filled, 'Protokoll Hamburg')}?lang=en").text
    assert "Nationwide meeting of all sites, twice a year." in box(page)


def test_other_documents_have_none(
    client: FlaskClient, filled: Services, writer: FlaskClient, empty: Services, tmp_path: Path
) -> None:
    assert not box(client.get(f"/dokumente/{code_of(filled, 'Nadelmethode')}").text)
    assert not box(
        writer.get(f"/dokumente/{minutes(empty, tmp_path, Details('Ohne Treffen', DocumentKind.PROTOKOLL))}").text
    )
