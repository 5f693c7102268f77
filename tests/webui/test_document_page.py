"""The page of a document and its file."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from archive.archive import Submission
from archive.values import Details
from indexer.extraction.pages import Outcome, Reading
from tests.webui import texts
from webui.services import Services


def test_the_text_can_be_read_passage_by_passage(client: FlaskClient, filled: Services) -> None:
    code = code_of(filled, "Protokoll Hamburg")
    page = client.get(f"/dokumente/{code}").text
    assert "Beispieldokument – Inhalt erfunden" in page
    assert page.count('class="pin"') == sum(bool(each.text) for each in filled.texts.passages(code))
    for passage in filled.texts.passages(code):
        assert f'id="{passage.id}"' in page
    decision = page[page.index('data-kind="Beschluss"') :]
    assert "erprobt eine legale Wand" in decision[: decision.index('data-kind="Aufgabe"')]
    assert '<h3 lang="de" id="top-2">TOP 2: Graffitiprävention &amp; Spiel</h3>' in page


def test_markup_in_a_text_is_shown_as_text(client: FlaskClient, filled: Services) -> None:
    page = client.get(f"/dokumente/{code_of(filled, 'Bericht 01')}").text
    assert str(escape(texts.MARKUP)) in page
    assert texts.MARKUP not in page


def test_the_contents_lead_to_the_headings(client: FlaskClient, filled: Services) -> None:
    page = client.get(f"/dokumente/{code_of(filled, 'Protokoll Hamburg')}").text
    listed = page[page.index('id="contents"') :]
    anchor = re.search(r'<a href="#(top-3)">TOP 3: Termine</a>', listed)
    assert anchor
    assert f'id="{anchor[1]}"' in page


def test_the_words_of_a_query_are_marked_and_counted(client: FlaskClient, filled: Services) -> None:
    page = client.get(f"/dokumente/{code_of(filled, 'Protokoll Hamburg')}?q=wand+freigabe").text
    assert "<mark>Wand</mark>" in page
    assert "<mark>Freigabe</mark>" in page
    assert "„wand freigabe“ steht an 2 Stellen." in page
    assert "Fundstelle 1 von 2" in page
    assert "Nächste Fundstelle" in page
    assert 'href="/suche?q=wand+freigabe"' in page


def test_without_a_query_nothing_is_marked(client: FlaskClient, filled: Services) -> None:
    assert "<mark>" not in client.get(f"/dokumente/{code_of(filled, 'Protokoll Hamburg')}").text


def test_a_scan_says_that_its_text_is_still_looked_for(client: FlaskClient, filled: Services) -> None:
    page = client.get(f"/dokumente/{code_of(filled, 'Gescannte Seite')}").text
    assert "Die Texterkennung liest es, sobald sonst nichts wartet." in page


def test_a_scan_in_which_nothing_was_recognised_says_so(writer: FlaskClient, empty: Services, tmp_path: Path) -> None:
    code, checksum = _held(empty, tmp_path, b"Text", "a.txt")
    empty.texts.keep_reading(checksum, Reading(Outcome.NO_TEXT, "application/pdf"))
    page = writer.get(f"/dokumente/{code}").text
    assert "Dieses Dokument enthält keinen erkennbaren Text (Scan oder Bild)." in page
    assert "laden Sie eine Fassung mit Texterkennung hoch" in page


@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.TEXT])
def test_a_document_that_was_not_read_says_why(
    writer: FlaskClient, empty: Services, tmp_path: Path, outcome: Outcome
) -> None:
    code, checksum = _held(empty, tmp_path, b"Text", "a.txt")
    assert "wird gerade gelesen" in writer.get(f"/dokumente/{code}").text
    empty.texts.keep_reading(checksum, Reading(outcome, "text/plain"))
    page = writer.get(f"/dokumente/{code}").text
    assert page.count('class="notice bad"') == 1
    assert "wird gerade gelesen" not in page


@pytest.mark.parametrize("path", ["", "/original"])
def test_what_readers_may_not_see_does_not_exist(client: FlaskClient, filled: Services, path: str) -> None:
    assert client.get(f"/dokumente/{code_of(filled, 'Entwurf')}{path}").status_code == 404
    assert client.get(f"/dokumente/D-1999-0001{path}").status_code == 404


def test_an_original_keeps_its_name_and_may_do_nothing(client: FlaskClient, filled: Services) -> None:
    with client.get(f"/dokumente/{code_of(filled, 'Nadelmethode')}/original") as answer:
        assert answer.data == texts.METHOD.encode()
        assert answer.mimetype == "text/markdown"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert f"filename*=UTF-8''{quote('Nadelmethode – Übersicht.md')}" in answer.headers["Content-Disposition"]
        assert re.search(r'filename="?[ -~]+"?;', answer.headers["Content-Disposition"])
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("content", "name", "disposition"),
    [
        (b"%PDF-1.4\n%%EOF\n", "a.pdf", "inline; filename=a.pdf"),
        (b"<!doctype html><html><script>alert(1)</script></html>", "a.html", "attachment; filename=a.html"),
        (b"Nur Text", "ordner.zip!/b.txt", "attachment; filename=b.txt"),
    ],
)
def test_only_what_runs_nothing_is_shown(  # noqa: PLR0913, PLR0917 - a table of cases
    writer: FlaskClient, empty: Services, tmp_path: Path, content: bytes, name: str, disposition: str
) -> None:
    code, _ = _held(empty, tmp_path, content, name)
    with writer.get(f"/dokumente/{code}/original") as answer:
        assert answer.headers["Content-Disposition"] == disposition


def test_older_versions_stay_within_reach(writer: FlaskClient, empty: Services, tmp_path: Path) -> None:
    code, _ = _held(empty, tmp_path, b"erste Fassung", "a.txt")
    _held(empty, tmp_path, b"zweite Fassung", "b.txt", version_of=code)
    page = writer.get(f"/dokumente/{code}").text
    assert f'href="/dokumente/{code}?fassung=1">Fassung 1</a>' in page
    for address, content in (("", b"zweite"), ("?fassung=1", b"erste"), ("?fassung=2", b"zweite")):
        with writer.get(f"/dokumente/{code}/original{address}") as answer:
            assert answer.data.startswith(content)
    assert writer.get(f"/dokumente/{code}/original?fassung=3").status_code == 404


def test_a_missing_file_is_no_crash(writer: FlaskClient, empty: Services, tmp_path: Path) -> None:
    code, checksum = _held(empty, tmp_path, b"bald fort", "a.txt")
    empty.archive.path(checksum).unlink()
    assert writer.get(f"/dokumente/{code}/original").status_code == 404
    assert writer.get(f"/dokumente/{code}").status_code == 200


def code_of(services: Services, title: str) -> str:
    return next(each.code for each in services.archive.descriptions() if each.title == title)


def _held(services: Services, folder: Path, content: bytes, name: str, version_of: str = "") -> tuple[str, str]:
    path = folder / "offered"
    path.write_bytes(content)
    receipt = services.archive.take_in(Submission(path, name, replace(Details(), version_of=version_of)))
    return receipt.code, receipt.checksum


def test_a_file_that_could_not_be_read_can_be_read_again(writer: FlaskClient, empty: Services, tmp_path: Path) -> None:
    (tmp_path / "kaputt.pdf").write_bytes(b"%PDF-1.4\n")
    code = empty.archive.take_in(Submission(tmp_path / "kaputt.pdf", "kaputt.pdf", Details())).code
    checksum = empty.archive.describe(code).checksum
    empty.texts.keep_reading(checksum, Reading(Outcome.BROKEN, "application/pdf"))
    assert "Noch einmal lesen" in writer.get(f"/dokumente/{code}").text
    assert writer.post(f"/dokumente/{code}/erneut-lesen", headers={"Origin": "http://localhost"}).status_code == 303
    assert empty.texts.pages(checksum) is None
    assert "wird gerade gelesen" in writer.get(f"/dokumente/{code}").text
