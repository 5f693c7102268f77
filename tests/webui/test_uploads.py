"""Giving documents to the archive: they arrive as drafts, are looked through together, and are published."""

import io
import json
import re
import zipfile

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from archive.custody import EventKind
from archive.rights import Role
from archive.values import DocumentKind, Visibility
from indexer.extraction.isolation import Extractor
from tests.webui.people import person, visitor
from webui import receiving
from webui.compose import open_holdings
from webui.receiving import base_name
from webui.services import Services

HERE = {"Origin": "http://localhost"}

MINUTES = b"""# Protokoll des Standorttreffens Hamburg

3. und 4. April 2019, Hamburg

TOP 1: Graffiti

Beschluss: Die Wand kommt.
"""


def test_each_file_has_its_line(writer: FlaskClient, empty: Services) -> None:
    page = _batch(writer, ("a.txt", b"Erstes"), ("b.txt", b"Zweites"), ("leer.txt", b""), ("c.exe", b"MZ\x90\x00"))
    assert "4 Dateien angekommen" in page
    assert "0 schon vorhanden, 2 nicht aufgenommen" in page
    assert "Die Datei ist leer." in page
    assert [each.file_name for each in empty.archive.descriptions()] == ["a.txt", "b.txt"]


def test_what_is_uploaded_is_found_by_the_coordination_only(writer: FlaskClient, empty: Services) -> None:
    _batch(writer, ("a.txt", b"Erstes"))
    (document,) = empty.archive.descriptions()
    assert document.visibility is Visibility.DRAFT
    assert writer.get(f"/dokumente/{document.code}").status_code == 200
    for reader in (visitor(empty), person(empty, Role.STAFF)):
        assert reader.get(f"/dokumente/{document.code}").status_code == 404
    assert empty.archive.events(document.code)[0].agent


def test_what_is_held_already_is_named(writer: FlaskClient, empty: Services) -> None:
    _batch(writer, ("a.txt", b"Dasselbe"))
    page = _batch(writer, ("kopie.txt", b"Dasselbe"))
    assert "1 schon vorhanden" in page
    assert 'Dieses Dokument gibt es schon: <a href="/dokumente/' in page
    assert len(empty.archive.descriptions()) == 1


def test_packs_are_unpacked(writer: FlaskClient, empty: Services) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pack:
        pack.writestr("eins.txt", "Eins")
        pack.writestr("ordner/zwei.txt", "Zwei")
        pack.writestr("leer.txt", "")
    page = _batch(writer, ("alles.zip", buffer.getvalue()))
    assert "3 Dateien angekommen" in page
    assert "alles.zip!/ordner/zwei.txt" in page
    assert len(empty.archive.descriptions()) == 2


def test_a_pack_that_leads_outside_is_refused(writer: FlaskClient, empty: Services) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pack:
        pack.writestr("../../boese.txt", "x")
    assert "lässt sich nicht gefahrlos entpacken" in _batch(writer, ("alles.zip", buffer.getvalue()))
    assert not empty.archive.descriptions()


def test_a_pack_with_nothing_in_it_is_said_to_be_empty(writer: FlaskClient) -> None:
    buffer = io.BytesIO()
    zipfile.ZipFile(buffer, "w").close()
    page = _batch(writer, ("nichts.zip", buffer.getvalue()), ("a.txt", b"Eins"))
    assert "nichts.zip" in page
    assert "Diese ZIP-Datei ist leer." in page


def test_a_file_that_is_too_large_stops_no_other(
    writer: FlaskClient, empty: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "LARGEST_FILE", 10)
    page = _batch(writer, ("gross.txt", b"x" * 11), ("klein.txt", b"klein"))
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


def test_a_sending_that_is_repeated_brings_nothing_twice(writer: FlaskClient, empty: Services) -> None:
    begun = json.loads(writer.post("/hochladen/stapel").text)
    for _ in range(2):
        data = {"dateien": [(io.BytesIO(b""), "leer.txt"), (io.BytesIO(b"Text"), "a.txt")], "sendung": "eins"}
        answer = writer.post(begun["files"], data=data, headers={**HERE, "Accept": "application/json"})
        assert answer.status_code == 200
    page = writer.get(begun["page"]).text
    assert "2 Dateien angekommen" in page
    assert len(empty.archive.descriptions()) == 1


def test_proposals_are_shown_with_what_they_rest_on(writer: FlaskClient, empty: Services) -> None:
    address = _upload(writer, ("protokoll.md", MINUTES)).headers["Location"]
    assert "1 Datei wird noch gelesen." in writer.get(address).text
    assert writer.get(f"{address}/stand").json == {"waiting": 1}
    _read(empty)
    assert writer.get(f"{address}/stand").json == {"waiting": 0}
    page = writer.get(address).text
    assert '<option value="Protokoll" selected>' in page
    assert '<option value="standorttreffen-hamburg-2019" selected' in page
    assert 'value="2019-04-03"' in page
    assert "sicher erkannt" in page
    assert "Fundstelle" in page


def test_the_table_is_saved_and_what_is_complete_is_published(writer: FlaskClient, empty: Services) -> None:
    address = _upload(writer, ("eins.md", MINUTES), ("zwei.txt", b"Ohne alles")).headers["Location"]
    _read(empty)
    one, two = (each.code for each in empty.archive.descriptions())
    form = {
        **row(
            one, titel="Unser Protokoll", art="Protokoll", treffen="standorttreffen-hamburg-2019", standort="hamburg"
        ),
        **row(two, titel="Notiz", art="Protokoll"),
        "tat": "veroeffentlichen",
    }
    page = writer.post(address, data=form, headers=HERE, follow_redirects=True).text
    assert "1 Dokument ist veröffentlicht." in page
    assert "Es fehlt das Treffen oder das Datum." in page
    first, second = empty.archive.descriptions()
    assert (first.title, first.visibility, first.sites) == ("Unser Protokoll", Visibility.INTERNAL, ("Hamburg",))
    assert (second.title, second.kind, second.visibility) == ("Notiz", DocumentKind.PROTOKOLL, Visibility.DRAFT)
    assert person(empty, Role.STAFF).get(f"/dokumente/{one}").status_code == 200
    assert EventKind.PUBLICATION in {each.kind for each in empty.archive.events(one)}


def test_one_meeting_can_be_given_to_all(writer: FlaskClient, empty: Services) -> None:
    address = _upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei")).headers["Location"]
    codes = [each.code for each in empty.archive.descriptions()]
    rows = {name: value for code in codes for name, value in row(code, titel=code, von="1.2.2018").items()}
    rows |= {f"{codes[1]}-von": "", "treffen-alle": "standorttreffen-hamburg-2019", "tat": "treffen"}
    assert writer.post(address, data=rows, headers=HERE).status_code == 303
    first, second = empty.archive.descriptions()
    assert first.meeting
    assert second.meeting
    assert first.date
    assert second.date
    assert (first.date.start.isoformat(), second.date.start.isoformat()) == ("2018-02-01", "2019-04-03")


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({"titel": " "}, "Bitte geben Sie einen Titel an."),
        ({"titel": "A", "von": "irgendwann"}, "Bitte schreiben Sie das Datum so: 3.4.2019."),
        ({"titel": "A", "von": "2019-04-04", "bis": "2019-04-03"}, "Das Ende liegt vor dem Anfang."),
        ({"titel": "A", "treffen": "gibt-es-nicht"}, "Das gibt es nicht mehr."),
    ],
)
def test_what_is_wrong_is_said_in_its_row_and_the_others_are_saved(
    writer: FlaskClient, empty: Services, entries: dict[str, str], sentence: str
) -> None:
    address = _upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei")).headers["Location"]
    one, two = (each.code for each in empty.archive.descriptions())
    answer = writer.post(address, data={**row(one, **entries), **row(two, titel="Gut")}, headers=HERE)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert empty.archive.describe(two).title == "Gut"


def test_an_unknown_batch_is_not_found(writer: FlaskClient) -> None:
    for method in (writer.get, writer.post):
        assert method("/hochladen/nichts").status_code == 404


def test_drafts_wait_to_be_checked(writer: FlaskClient, empty: Services) -> None:
    assert "Es gibt keine Entwürfe." in writer.get("/pruefen").text
    _upload(writer, ("a.txt", b"Eins"))
    (document,) = empty.archive.descriptions()
    page = writer.get("/pruefen").text
    assert f'href="/dokumente/{document.code}/angaben"' in page
    assert "Zuletzt hochgeladen" in page
    edited = row(document.code, titel="Protokoll", art="Protokoll")
    writer.post(f"/dokumente/{document.code}/angaben", data=edited, headers=HERE)
    assert "Es fehlt das Treffen oder das Datum. (1)" in writer.get("/pruefen").text
    assert f"/dokumente/{document.code}/angaben" in writer.get("/pruefen?fehlt=date").text
    assert f"/dokumente/{document.code}/angaben" not in writer.get("/pruefen?fehlt=title").text


def test_a_document_is_published_changed_and_withdrawn(writer: FlaskClient, empty: Services) -> None:
    _upload(writer, ("a.txt", b"Eins"))
    (document,) = empty.archive.descriptions()
    address = f"/dokumente/{document.code}/angaben"

    def send(**entries: str) -> Visibility:
        act = entries.pop("tat", "speichern")
        assert writer.post(address, data={**row(document.code, **entries), "tat": act}, headers=HERE).status_code == 303
        return empty.archive.describe(document.code).visibility

    assert send(titel="Neu") is Visibility.DRAFT
    assert send(titel="Neu", tat="veroeffentlichen") is Visibility.DRAFT
    assert "Das Dokument wird noch gelesen." in writer.get(address).text
    _read(empty)
    assert send(titel="Neu", tat="veroeffentlichen", sichtbarkeit="öffentlich") is Visibility.PUBLIC
    assert send(titel="Neuer", sichtbarkeit="intern") is Visibility.INTERNAL
    assert send(titel="Neuer", art="Protokoll", sichtbarkeit="intern") is Visibility.INTERNAL
    assert send(titel="Neuer", tat="zurueckziehen") is Visibility.DRAFT
    assert send(titel="Neuer", tat="veroeffentlichen") is Visibility.DRAFT
    assert "Es fehlt das Treffen oder das Datum." in writer.get(address).text


def test_personal_data_are_decided_on_before_others_find_them(writer: FlaskClient, empty: Services) -> None:
    address = _upload(writer, ("a.txt", b"Kontakt: erika.beispiel@example.org")).headers["Location"]
    _read(empty)
    (document,) = empty.archive.descriptions()
    form = {**row(document.code, titel="Kontakt"), "tat": "veroeffentlichen"}
    page = writer.post(address, data=form, headers=HERE, follow_redirects=True).text
    assert "Personenangaben sind noch nicht entschieden." in page
    assert f'href="/dokumente/{document.code}/personenangaben"' in page
    assert empty.archive.describe(document.code).visibility is Visibility.DRAFT
    writer.post(address, data={**form, f"{document.code}-sichtbarkeit": "nur Koordination"}, headers=HERE)
    assert empty.archive.describe(document.code).visibility is Visibility.COORDINATION


def test_a_likely_version_is_decided_on_before_others_find_it(writer: FlaskClient, empty: Services) -> None:
    text = MINUTES.decode() + " ".join(f"Wort{number}" for number in range(200))
    _upload(writer, ("eins.md", text.encode()))
    _read(empty)
    address = _upload(writer, ("zwei.txt", text.encode())).headers["Location"]
    assert "schon vorhanden" in writer.get(address).text
    address = _upload(writer, ("drei.md", f"{text} Ende".encode())).headers["Location"]
    _read(empty)
    draft = max(each.code for each in empty.archive.descriptions())
    page = writer.get(address).text
    assert "Vermutlich eine neue Fassung" in page
    assert "Als eigenes Dokument speichern" in page
    form = {**row(draft, titel="Drei", treffen="standorttreffen-hamburg-2019"), "tat": "veroeffentlichen"}
    page = writer.post(address, data=form, headers=HERE, follow_redirects=True).text
    assert "Es ist noch nicht entschieden, ob es eine neue Fassung ist." in page


def test_a_draft_is_discarded_after_asking(writer: FlaskClient, empty: Services) -> None:
    address = _upload(writer, ("a.txt", b"Eins")).headers["Location"]
    (document,) = empty.archive.descriptions()
    assert "Das lässt sich nicht rückgängig machen." in writer.get(f"/dokumente/{document.code}/verwerfen").text
    assert writer.post(f"/dokumente/{document.code}/verwerfen", headers=HERE).status_code == 303
    assert not empty.archive.descriptions()
    assert not empty.archive.store.holds(document.checksum)
    assert "0 bereit" in writer.get(address).text


def test_what_is_published_is_not_discarded(client: FlaskClient, filled: Services) -> None:
    assert client
    published = next(each.code for each in filled.archive.descriptions() if each.visibility is Visibility.INTERNAL)
    coordination = person(filled, Role.COORDINATION)
    assert coordination.post(f"/dokumente/{published}/verwerfen", headers=HERE).status_code == 404


def test_names_and_titles_are_text(writer: FlaskClient, empty: Services) -> None:
    hostile = "<script>alert(1)</script>"
    address = _upload(writer, (f"{hostile}.txt", b"Eins"), (f"{hostile}.exe", b"MZ\x90\x00")).headers["Location"]
    (document,) = empty.archive.descriptions()
    writer.post(address, data=row(document.code, titel=hostile), headers=HERE)
    for page in (address, "/pruefen", f"/dokumente/{document.code}/angaben", f"/dokumente/{document.code}/verwerfen"):
        assert hostile not in writer.get(page).text
        assert re.search(r"&lt;script&gt;", writer.get(page).text)


@pytest.mark.parametrize(
    ("sent", "name"),
    [("C:\\Akten\\a.pdf", "a.pdf"), ("ordner/a.pdf", "a.pdf"), ("a.pdf", "a.pdf"), ("Überblick.pdf", "Überblick.pdf")],
)
def test_folders_of_the_sender_are_not_kept(sent: str, name: str) -> None:
    assert base_name(sent) == name


def row(code: str, **entries: str) -> dict[str, str]:
    """Return what a browser sends of a document's row."""
    filled = {"art": "", "treffen": "", "von": "", "bis": "", "sichtbarkeit": "intern", **entries}
    return {f"{code}-{name}": value for name, value in filled.items()}


def _upload(writer: FlaskClient, *files: tuple[str, bytes]) -> TestResponse:
    data = {"dateien": [(io.BytesIO(content), name) for name, content in files]}
    return writer.post("/hochladen", data=data, headers=HERE)


def _batch(writer: FlaskClient, *files: tuple[str, bytes]) -> str:
    answer = _upload(writer, *files)
    assert answer.status_code == 303
    return writer.get(answer.headers["Location"]).text


def _read(services: Services) -> None:
    """Do the worker's part."""
    with open_holdings(services.archive.home.root) as holdings, Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
