"""Giving documents to the archive: they arrive as drafts, are looked through together, and are published."""

import io
import json
import re
import zipfile

import pytest
from flask.testing import FlaskClient

from archive.custody import EventKind
from archive.rights import Role
from archive.values import DocumentKind, Visibility
from tests.webui.people import person, visitor
from tests.webui.uploading import HERE, MINUTES, read, row, upload, upload_batch
from webui import receiving
from webui.receiving import base_name
from webui.services import Services

HAMBURG = "standorttreffen-hamburg-2019"


def test_each_file_has_its_line(writer: FlaskClient, empty: Services) -> None:
    page = upload_batch(
        writer, ("a.txt", b"Erstes"), ("b.txt", b"Zweites"), ("leer.txt", b""), ("c.exe", b"MZ\x90\x00")
    )
    assert "4 Dateien angekommen" in page
    assert "2 zu prüfen, 2 nicht aufgenommen." in page
    assert "Die Datei ist leer." in page
    assert [each.file_name for each in empty.archive.descriptions()] == ["a.txt", "b.txt"]


def test_what_is_uploaded_is_found_by_the_coordination_only(writer: FlaskClient, empty: Services) -> None:
    upload_batch(writer, ("a.txt", b"Erstes"))
    (document,) = empty.archive.descriptions()
    assert document.visibility is Visibility.DRAFT
    assert writer.get(f"/dokumente/{document.code}").status_code == 200
    for reader in (visitor(empty), person(empty, Role.STAFF)):
        assert reader.get(f"/dokumente/{document.code}").status_code == 404
    assert empty.archive.events(document.code)[0].agent


def test_what_is_held_already_is_named(writer: FlaskClient, empty: Services) -> None:
    upload_batch(writer, ("a.txt", b"Dasselbe"))
    page = upload_batch(writer, ("kopie.txt", b"Dasselbe"))
    assert "1 schon vorhanden" in page
    assert 'Dieses Dokument gibt es schon: <a href="/dokumente/' in page
    assert len(empty.archive.descriptions()) == 1


def test_what_is_brought_once_more_is_no_news(writer: FlaskClient) -> None:
    address = upload(writer, ("a.txt", b"Eins"), ("leer.txt", b"")).headers["Location"]
    offered = (("a.txt", b"Eins"), ("leer.txt", b""), ("b.txt", b"Zwei"), ("kopie.txt", b"Eins"))
    data = {"dateien": [(io.BytesIO(content), name) for name, content in offered]}
    answer = writer.post(f"{address}/dateien", data=data, headers={**HERE, "Accept": "application/json"})
    assert answer.json
    assert [each["status"] for each in answer.json["arrivals"]] == ["duplicate", "refused", "held", "duplicate"]
    page = writer.get(address).text
    assert "4 Dateien angekommen: 2 zu prüfen, 1 schon vorhanden, 1 nicht aufgenommen." in page
    assert page.count("Dieses Dokument gibt es schon:") == page.count("<strong>kopie.txt</strong>") == 1


def test_packs_are_unpacked(writer: FlaskClient, empty: Services) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pack:
        pack.writestr("eins.txt", "Eins")
        pack.writestr("ordner/zwei.txt", "Zwei")
        pack.writestr("leer.txt", "")
    page = upload_batch(writer, ("alles.zip", buffer.getvalue()))
    assert "3 Dateien angekommen" in page
    assert "alles.zip!/ordner/zwei.txt" in page
    assert len(empty.archive.descriptions()) == 2


def test_a_pack_that_leads_outside_is_refused(writer: FlaskClient, empty: Services) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pack:
        pack.writestr("../../boese.txt", "x")
    assert "an fremde Orte schreiben" in upload_batch(writer, ("alles.zip", buffer.getvalue()))
    assert not empty.archive.descriptions()


def test_a_pack_with_nothing_in_it_is_said_to_be_empty(writer: FlaskClient) -> None:
    buffer = io.BytesIO()
    zipfile.ZipFile(buffer, "w").close()
    page = upload_batch(writer, ("nichts.zip", buffer.getvalue()), ("a.txt", b"Eins"))
    assert "nichts.zip" in page
    assert "Diese ZIP-Datei ist leer." in page


def test_a_file_that_is_too_large_stops_no_other(
    writer: FlaskClient, empty: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "LARGEST_FILE", 10)
    page = upload_batch(writer, ("gross.txt", b"x" * 11), ("klein.txt", b"klein"))
    assert "Die Datei ist mit 11 Byte größer als 10 Byte." in page
    assert [each.file_name for each in empty.archive.descriptions()] == ["klein.txt"]


def test_a_batch_that_is_too_large_is_refused_kindly(writer: FlaskClient) -> None:
    writer.application.config["MAX_CONTENT_LENGTH"] = 1000
    answer = upload(writer, ("gross.txt", b"x" * 2000))
    assert answer.status_code == 413
    assert "Das war zu viel auf einmal" in answer.text


def test_choosing_nothing_is_said_beside_the_field(writer: FlaskClient) -> None:
    answer = upload(writer)
    assert answer.status_code == 400
    assert "Bitte wählen Sie mindestens eine Datei aus." in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_nothing_is_left_behind(writer: FlaskClient, empty: Services) -> None:
    upload(writer, ("a.txt", b"Erstes"), ("leer.txt", b""))
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
    address = upload(writer, ("protokoll.md", MINUTES)).headers["Location"]
    assert "1 Datei wird noch gelesen." in writer.get(address).text
    assert writer.get(f"{address}/stand").json == {"waiting": 1}
    read(empty)
    assert writer.get(f"{address}/stand").json == {"waiting": 0}
    page = writer.get(address).text
    assert "<option selected>Protokoll</option>" in page
    assert '<option value="standorttreffen-hamburg-2019" selected' in page
    assert 'value="2019-04-03"' in page
    assert "sicher erkannt" in page
    assert "Fundstelle" in page


def test_the_table_is_saved_and_what_is_complete_is_published(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("eins.md", MINUTES), ("zwei.txt", b"Ohne alles")).headers["Location"]
    read(empty)
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


def test_what_could_not_be_opened_is_shown_to_nobody_but_the_coordination(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("kaputt.pdf", b"%PDF-1.4 kaputt"), ("a.txt", b"Eins")).headers["Location"]
    read(empty)
    broken, whole = (each.code for each in empty.archive.descriptions())
    rows = {**row(broken, titel="Kaputt", art="Sonstiges"), **row(whole, titel="Ganz", art="Sonstiges")}
    page = writer.post(address, data={**rows, "tat": "veroeffentlichen"}, headers=HERE, follow_redirects=True).text
    assert "Was darin steht, konnte niemand prüfen." in page
    assert empty.archive.describe(broken).visibility is Visibility.DRAFT
    assert empty.archive.describe(whole).visibility is Visibility.INTERNAL
    kept = row(broken, titel="Kaputt", art="Sonstiges", sichtbarkeit=Visibility.COORDINATION.value)
    writer.post(address, data={**kept, "tat": "veroeffentlichen"}, headers=HERE)
    assert empty.archive.describe(broken).visibility is Visibility.COORDINATION


def test_a_kind_nobody_chose_stays_open_whatever_else_is_saved(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei")).headers["Location"]
    read(empty)
    codes = [each.code for each in empty.archive.descriptions()]
    rows = {name: value for code in codes for name, value in row(code, titel=code).items()}
    page = writer.post(address, data={**rows, "treffen-alle": HAMBURG, "tat": "treffen"}, headers=HERE)
    assert page.status_code == 303
    open_kind = r'-art">\s*<option value="">bitte wählen</option>'
    assert len(re.findall(open_kind, writer.get(address).text)) == len(codes)
    chosen = {**rows, f"{codes[0]}-art": "Sonstiges", "tat": "veroeffentlichen"}
    text = writer.post(address, data=chosen, headers=HERE, follow_redirects=True).text
    assert "Bitte wählen Sie die Dokumentart." in text
    visibilities = {each.code: each.visibility for each in empty.archive.descriptions()}
    assert visibilities == {codes[0]: Visibility.INTERNAL, codes[1]: Visibility.DRAFT}


def test_what_was_typed_wrongly_is_shown_again(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins")).headers["Location"]
    (code,) = (each.code for each in empty.archive.descriptions())
    typed = row(code, titel="Neu", art="Bericht", von="3.4.19", bis="4.4.2019", schlagworte="Rad", standort="gotha")
    for page in (address, f"/dokumente/{code}/angaben"):
        text = writer.post(page, data=typed, headers=HERE).text
        assert f'type="text" id="{code}-von" name="{code}-von" value="3.4.19" aria-invalid="true"' in text
        assert f'<a href="#{code}-von">' in text
        assert 'value="4.4.2019"' in text
        assert 'value="Rad"' in text
        assert "<option selected>Bericht</option>" in text
        assert 'value="gotha" checked' in text


def test_what_was_discarded_is_counted_and_no_longer_named(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("geheim.txt", b"Eins"), ("b.txt", b"Zwei"), ("leer.txt", b"")).headers["Location"]
    one, _ = (each.code for each in empty.archive.descriptions())
    key = address.rpartition("/")[2]
    answer = writer.post(f"/dokumente/{one}/verwerfen", data={"stapel": key}, headers=HERE)
    assert answer.headers["Location"] == address
    page = writer.get(address).text
    assert "3 Dateien angekommen: 1 zu prüfen, 1 nicht aufgenommen, 1 verworfen." in page
    assert "geheim" not in page
    assert b"geheim.txt" not in b"".join(
        path.read_bytes() for path in empty.archive.home.root.rglob("*") if path.is_file()
    )


def test_drafts_that_became_versions_are_counted_as_such(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei")).headers["Location"]
    one, two = (each.code for each in empty.archive.descriptions())
    empty.archive.succession.make_version(two, one)
    page = writer.get(address).text
    assert "2 Dateien angekommen: 1 zu prüfen, 1 neue Fassung." in page


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({"titel": " "}, "Bitte geben Sie einen Titel an."),
        ({"titel": "A", "von": "irgendwann"}, "Bitte schreiben Sie das Datum so: 3.4.2019."),
        ({"titel": "A", "von": "2019-04-04", "bis": "2019-04-03"}, "Das Ende liegt vor dem Anfang."),
        ({"titel": "A", "von": "3.4.2019", "bis": "31.2.2019"}, "Bitte schreiben Sie das Datum so: 3.4.2019."),
        ({"titel": "A", "treffen": "gibt-es-nicht"}, "Das gibt es nicht mehr."),
        ({"titel": "A", "standort": "gibt-es-nicht"}, "Das gibt es nicht mehr."),
    ],
)
def test_what_is_wrong_is_said_in_its_row_and_the_others_are_saved(
    writer: FlaskClient, empty: Services, entries: dict[str, str], sentence: str
) -> None:
    address = upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei")).headers["Location"]
    one, two = (each.code for each in empty.archive.descriptions())
    answer = writer.post(address, data={**row(one, **entries), **row(two, titel="Gut")}, headers=HERE)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert empty.archive.describe(two).title == "Gut"


def test_an_unknown_batch_is_not_found(writer: FlaskClient) -> None:
    for method in (writer.get, writer.post):
        assert method("/hochladen/nichts").status_code == 404


def test_names_and_titles_are_text(writer: FlaskClient, empty: Services) -> None:
    hostile = "<script>alert(1)</script>"
    address = upload(writer, (f"{hostile}.txt", b"Eins"), (f"{hostile}.exe", b"MZ\x90\x00")).headers["Location"]
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
