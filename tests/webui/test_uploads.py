"""Giving documents to the archive."""

import io
import zipfile

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from webui import receiving
from webui.receiving import base_name
from webui.services import Services

HERE = {"Origin": "http://localhost"}


def test_each_file_has_its_line(writer: FlaskClient, empty: Services) -> None:
    page = _upload(
        writer, ("a.txt", b"Erstes"), ("b.txt", b"Zweites"), ("leer.txt", b""), ("c.exe", b"MZ\x90\x00")
    ).text
    assert "4 Dateien geprüft" in page
    assert "2 aufgenommen, 0 schon vorhanden, 2 nicht aufgenommen" in page
    assert "Die Datei ist leer." in page
    assert [each.file_name for each in empty.archive.descriptions()] == ["a.txt", "b.txt"]
    code = empty.archive.descriptions()[0].code
    assert f'Aufgenommen als <a href="/dokumente/{code}" lang="de">a</a> ({code})' in page


def test_what_is_held_already_is_named(writer: FlaskClient, empty: Services) -> None:
    _upload(writer, ("a.txt", b"Dasselbe"))
    page = _upload(writer, ("kopie.txt", b"Dasselbe")).text
    assert "0 aufgenommen, 1 schon vorhanden" in page
    assert 'Dieses Dokument gibt es schon: <a href="/dokumente/' in page
    assert len(empty.archive.descriptions()) == 1


def test_packs_are_unpacked(writer: FlaskClient, empty: Services) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pack:
        pack.writestr("eins.txt", "Eins")
        pack.writestr("ordner/zwei.txt", "Zwei")
        pack.writestr("leer.txt", "")
    page = _upload(writer, ("alles.zip", buffer.getvalue())).text
    assert "2 aufgenommen, 0 schon vorhanden, 1 nicht aufgenommen" in page
    assert "alles.zip!/ordner/zwei.txt" in page
    assert len(empty.archive.descriptions()) == 2


def test_a_pack_that_leads_outside_is_refused(writer: FlaskClient, empty: Services) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pack:
        pack.writestr("../../boese.txt", "x")
    page = _upload(writer, ("alles.zip", buffer.getvalue())).text
    assert "lässt sich nicht gefahrlos entpacken" in page
    assert not empty.archive.descriptions()


def test_a_pack_with_nothing_in_it_is_said_to_be_empty(writer: FlaskClient) -> None:
    buffer = io.BytesIO()
    zipfile.ZipFile(buffer, "w").close()
    page = _upload(writer, ("nichts.zip", buffer.getvalue()), ("a.txt", b"Eins")).text
    assert "1 aufgenommen, 0 schon vorhanden, 1 nicht aufgenommen" in page
    assert "nichts.zip" in page
    assert "Diese ZIP-Datei ist leer." in page


def test_a_file_that_is_too_large_stops_no_other(
    writer: FlaskClient, empty: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "LARGEST_FILE", 10)
    page = _upload(writer, ("gross.txt", b"x" * 11), ("klein.txt", b"klein")).text
    assert "1 aufgenommen, 0 schon vorhanden, 1 nicht aufgenommen" in page
    assert "Die Datei ist mit 11 Byte größer als 10 Byte." in page
    assert [each.file_name for each in empty.archive.descriptions()] == ["klein.txt"]


def test_a_batch_that_is_too_large_is_refused_kindly(writer: FlaskClient) -> None:
    writer.application.config["MAX_CONTENT_LENGTH"] = 1000
    answer = _upload(writer, ("gross.txt", b"x" * 2000))
    assert answer.status_code == 413
    assert "Das war zu viel auf einmal" in answer.text


def test_choosing_nothing_is_said_beside_the_field(writer: FlaskClient) -> None:
    answer = _upload(writer)
    assert answer.status_code == 400
    assert "Bitte wählen Sie mindestens eine Datei aus." in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_nothing_is_left_behind(writer: FlaskClient, empty: Services) -> None:
    _upload(writer, ("a.txt", b"Erstes"), ("leer.txt", b""))
    assert not list(empty.archive.home.incoming.iterdir())


@pytest.mark.parametrize(
    ("sent", "name"),
    [("C:\\Akten\\a.pdf", "a.pdf"), ("ordner/a.pdf", "a.pdf"), ("a.pdf", "a.pdf"), ("Überblick.pdf", "Überblick.pdf")],
)
def test_folders_of_the_sender_are_not_kept(sent: str, name: str) -> None:
    assert base_name(sent) == name


def _upload(writer: FlaskClient, *files: tuple[str, bytes]) -> TestResponse:
    data = {"dateien": [(io.BytesIO(content), name) for name, content in files]}
    return writer.post("/hochladen", data=data, headers=HERE)
