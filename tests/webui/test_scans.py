"""Scans at the desk: nobody but the coordination finds them before the text in their pictures is looked for."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from PIL import Image, ImageDraw, ImageFont

from archive.archive import Archive
from archive.values import Visibility
from indexer.extraction.isolation import Extractor
from indexer.index.texts import Texts
from indexer.recognising import Recognising
from tests.webui.test_likely_versions import LINES
from tests.webui.uploading import HERE, MINUTES, read, row, upload
from webui.compose import open_holdings
from webui.services import Services

WAITING = "Die Texterkennung liest diesen Scan noch."


def scan(text: str = "") -> bytes:
    made, picture = io.BytesIO(), Image.new("L", (1240, 600), 255)
    ImageDraw.Draw(picture).text((80, 80), text, fill=0, font=ImageFont.load_default(36))
    picture.save(made, "PDF", resolution=150)
    return made.getvalue()


def after(services: Services, act: Callable[[Archive, Texts], None]) -> None:
    """Do something with the texts of an archive, as the worker does."""
    with open_holdings(services.archive.home.root) as holdings:
        act(holdings.archive, holdings.texts)


def look_for_text(archive: Archive, texts: Texts) -> None:
    with Extractor() as extractor:
        assert Recognising(archive, texts, extractor).next()


def test_a_scan_is_not_published_before_its_text_is_looked_for(
    writer: FlaskClient, empty: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    address = upload(writer, ("scan.pdf", scan())).headers["Location"]
    read(empty)
    (draft,) = empty.archive.descriptions()
    form = {**row(draft.code, titel="Bericht", art="Bericht"), "tat": "veroeffentlichen"}
    page = writer.post(address, data=form, headers=HERE, follow_redirects=True).text
    assert empty.archive.describe(draft.code).visibility is Visibility.DRAFT
    assert f'<p class="meta">{WAITING}' in page
    assert "laden Sie eine Fassung mit Texterkennung hoch" not in page
    shown = writer.get(f"/dokumente/{draft.code}").text
    assert "Die Texterkennung liest es, sobald sonst nichts wartet." in shown
    # Where nobody can look for text, people see what a scan shows.
    after(empty, look_for_text)
    assert WAITING not in writer.get(address).text
    writer.post(address, data=form, headers=HERE)
    assert empty.archive.describe(draft.code).visibility is Visibility.INTERNAL


def test_a_scan_may_go_to_the_coordination_at_once(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("liste.pdf", scan())).headers["Location"]
    read(empty)
    (draft,) = empty.archive.descriptions()
    form = {**row(draft.code, titel="Liste", sichtbarkeit="nur Koordination"), "tat": "veroeffentlichen"}
    writer.post(address, data=form, headers=HERE)
    assert empty.archive.describe(draft.code).visibility is Visibility.COORDINATION


@pytest.mark.system
def test_names_that_are_recognised_after_publication_are_told(
    writer: FlaskClient, empty: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Notiz zum Gartenprojekt\n\nRueckfragen an Frau Erika Beispielfrau,\nTelefon 0228 1234567."
    with monkeypatch.context() as without:
        without.setenv("PATH", "/nonexistent")
        upload(writer, ("scan.pdf", scan(text)))
        read(empty)
        after(empty, look_for_text)
    (draft,) = empty.archive.descriptions()
    empty.archive.publishing.publish(draft.code, Visibility.INTERNAL, "")
    after(empty, look_for_text)
    page = writer.get("/verwaltung/meldungen").text
    assert "Der Text dieses Scans wurde erst nach der Veröffentlichung erkannt." in page
    assert f'href="/dokumente/{draft.code}/personenangaben"' in page
    assert "Beispielfrau" in writer.get(f"/dokumente/{draft.code}/personenangaben").text
    # What only the archive can know, nobody is asked.
    assert "nachträglich" not in writer.get(f"/dokumente/{draft.code}/fehler-melden").text


def test_a_draft_with_scanned_pages_becomes_no_version_of_what_others_find(
    writer: FlaskClient, empty: Services
) -> None:
    upload(writer, ("alt.md", MINUTES), ("neu.txt", "\n\n".join(LINES).encode()))
    read(empty)
    old, new = empty.archive.descriptions()
    empty.archive.publishing.publish(old.code, Visibility.INTERNAL, "")

    def leave_a_page_to_look_at(_archive: Archive, texts: Texts) -> None:
        reading = texts.pages(new.checksum)
        assert reading
        first = reading.pages[0]
        pages = (first, replace(first, number=2, blocks=()))
        texts.keep_reading(new.checksum, replace(reading, media_type="application/pdf", pages=pages))

    after(empty, leave_a_page_to_look_at)
    address = f"/dokumente/{new.code}/gleicher-text"
    answer = writer.post(address, data={"von": old.code, "wahl": "fassung"}, headers=HERE)
    assert (answer.status_code, "Der Entwurf wird noch gelesen" in answer.text) == (409, True)
    assert empty.archive.describe(old.code).version == 1
