"""Drafts: what is entered about them, what hinders their publication, and how they end."""

import re

from flask.testing import FlaskClient

from archive.rights import Role
from archive.values import Visibility
from tests.webui.people import person
from tests.webui.uploading import HERE, MINUTES, read, row, upload
from webui.services import Services


def test_drafts_wait_to_be_checked(writer: FlaskClient, empty: Services) -> None:
    assert "Es gibt keine Entwürfe." in writer.get("/pruefen").text
    upload(writer, ("a.txt", b"Eins"))
    (document,) = empty.archive.descriptions()
    page = writer.get("/pruefen").text
    assert f'href="/dokumente/{document.code}/angaben"' in page
    assert "Zuletzt hochgeladen" in page
    assert f'<p class="meta">{document.code} · Sonstiges</p>' in page
    edited = row(document.code, titel="Protokoll", art="Protokoll")
    writer.post(f"/dokumente/{document.code}/angaben", data=edited, headers=HERE)
    assert "Es fehlt das Treffen oder das Datum. (1)" in writer.get("/pruefen").text
    assert f"/dokumente/{document.code}/angaben" in writer.get("/pruefen?fehlt=date").text
    assert f"/dokumente/{document.code}/angaben" not in writer.get("/pruefen?fehlt=title").text


def test_the_list_of_drafts_tells_where_personal_data_are_undecided(writer: FlaskClient, empty: Services) -> None:
    upload(writer, ("a.txt", b"Teilnehmende: Erika Muster, Bodo Beispiel"))
    read(empty)
    (document,) = empty.archive.descriptions()
    page = writer.get("/pruefen").text
    assert "Personenangaben sind noch nicht entschieden." in page
    assert f'href="/dokumente/{document.code}/personenangaben"' in page


def test_a_document_leads_to_what_is_entered_about_it(filled: Services) -> None:
    code = min(each.code for each in filled.archive.descriptions())
    way = f'href="/dokumente/{code}/angaben"'
    assert way in person(filled, Role.COORDINATION).get(f"/dokumente/{code}").text
    assert way not in person(filled, Role.STAFF).get(f"/dokumente/{code}").text


def hindrances(page: str) -> list[tuple[str, str]]:
    """Return what a page says of a draft before its form, each with how it is set."""
    return re.findall(r'<p class="(meta|wrong)">([^<]+\.)</p>', page)


def test_a_document_is_published_changed_and_withdrawn(writer: FlaskClient, empty: Services) -> None:
    upload(writer, ("a.txt", b"Eins"))
    (document,) = empty.archive.descriptions()
    address = f"/dokumente/{document.code}/angaben"

    def send(**entries: str) -> Visibility:
        act = entries.pop("tat", "speichern")
        assert writer.post(address, data={**row(document.code, **entries), "tat": act}, headers=HERE).status_code == 303
        return empty.archive.describe(document.code).visibility

    assert send(titel="Neu") is Visibility.DRAFT
    assert send(titel="Neu", tat="veroeffentlichen") is Visibility.DRAFT
    assert hindrances(writer.get(address).text) == [("meta", "Das Dokument wird noch gelesen.")]
    read(empty)
    assert send(titel="Neu", tat="veroeffentlichen") is Visibility.DRAFT
    assert "Bitte wählen Sie die Dokumentart." in writer.get(address).text
    assert send(titel="Neu", art="Sonstiges") is Visibility.DRAFT
    assert "Bitte wählen Sie die Dokumentart." not in writer.get(address).text
    assert send(titel="Neu", tat="veroeffentlichen", sichtbarkeit="öffentlich") is Visibility.PUBLIC
    assert send(titel="Neuer", sichtbarkeit="intern") is Visibility.INTERNAL
    assert send(titel="Neuer", tat="zurueckziehen") is Visibility.DRAFT
    assert send(titel="Neuer", art="Protokoll", tat="veroeffentlichen") is Visibility.DRAFT
    assert "Es fehlt das Treffen oder das Datum." in writer.get(address).text


def test_who_comes_from_a_batch_goes_back_to_it(writer: FlaskClient, empty: Services) -> None:
    batch = upload(writer, ("notiz.txt", b"Alles Gute")).headers["Location"]
    read(empty)
    (document,) = empty.archive.descriptions()
    address = f"/dokumente/{document.code}/angaben?stapel={batch.rpartition('/')[2]}"
    assert f'{address}#{document.code}-standort"' in writer.get(batch).text
    assert f'action="{address}"' in writer.get(address).text
    assert writer.post(address, data=row(document.code, titel="Neu"), headers=HERE).location == batch
    unready = {**row(document.code, titel="Neu"), "tat": "veroeffentlichen"}
    assert writer.post(address, data=unready, headers=HERE).location == address


def test_personal_data_are_decided_on_before_others_find_them(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Kontakt: erika.beispiel@example.org")).headers["Location"]
    read(empty)
    (document,) = empty.archive.descriptions()
    form = {**row(document.code, titel="Kontakt"), "tat": "veroeffentlichen"}
    page = writer.post(address, data=form, headers=HERE, follow_redirects=True).text
    assert "Personenangaben sind noch nicht entschieden." in page
    assert f'href="/dokumente/{document.code}/personenangaben?stapel=' in page
    assert empty.archive.describe(document.code).visibility is Visibility.DRAFT
    writer.post(address, data={**form, f"{document.code}-sichtbarkeit": "nur Koordination"}, headers=HERE)
    assert empty.archive.describe(document.code).visibility is Visibility.COORDINATION


def test_a_likely_version_is_decided_on_before_others_find_it(writer: FlaskClient, empty: Services) -> None:
    text = MINUTES.decode() + " ".join(f"Wort{number}" for number in range(200))
    upload(writer, ("eins.md", text.encode()))
    read(empty)
    address = upload(writer, ("zwei.txt", text.encode())).headers["Location"]
    assert "schon vorhanden" in writer.get(address).text
    address = upload(writer, ("drei.md", f"{text} Ende".encode())).headers["Location"]
    read(empty)
    draft = max(each.code for each in empty.archive.descriptions())
    page = writer.get(address).text
    assert "Vermutlich eine neue Fassung" in page
    assert "Als eigenes Dokument speichern" in page
    form = {**row(draft, titel="Drei", treffen="standorttreffen-hamburg-2019"), "tat": "veroeffentlichen"}
    for who in ("intern", "nur Koordination"):
        asked = {**form, f"{draft}-sichtbarkeit": who}
        page = writer.post(address, data=asked, headers=HERE, follow_redirects=True).text
        assert "Es ist noch nicht entschieden, ob es eine neue Fassung ist." in page


def test_keywords_are_typed_and_made_where_they_are_missing(writer: FlaskClient, empty: Services) -> None:
    upload(writer, ("a.txt", b"Eins"))
    (document,) = empty.archive.descriptions()
    address = f"/dokumente/{document.code}/angaben"
    writer.post(
        address, data=row(document.code, titel="A", schlagworte=" Lastenrad, Sommerfest,, Lastenrad"), headers=HERE
    )
    assert empty.archive.describe(document.code).keywords == ("Lastenrad", "Sommerfest")
    assert 'value="Lastenrad, Sommerfest"' in writer.get(address).text
    writer.post(address, data=row(document.code, titel="A", schlagworte=""), headers=HERE)
    assert empty.archive.describe(document.code).keywords == ()
    answer = writer.post(address, data=row(document.code, titel="A", schlagworte="x" * 290), headers=HERE)
    assert (answer.status_code, "So kann kein Schlagwort heißen." in answer.text) == (400, True)


def test_what_is_published_keeps_the_day_of_its_meeting(writer: FlaskClient, empty: Services) -> None:
    upload(writer, ("a.md", MINUTES))
    read(empty)
    (document,) = empty.archive.descriptions()
    address = f"/dokumente/{document.code}/angaben"
    dated = row(document.code, titel="A", art="Protokoll", von="3.4.2019")
    writer.post(address, data={**dated, "tat": "veroeffentlichen"}, headers=HERE)
    answer = writer.post(address, data=row(document.code, titel="B", art="Protokoll"), headers=HERE)
    assert (answer.status_code, "Es fehlt das Treffen oder das Datum." in answer.text) == (400, True)
    assert empty.archive.describe(document.code).title == "A"
    assert empty.archive.describe(document.code).visibility is Visibility.INTERNAL


def test_a_draft_is_discarded_after_asking(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins")).headers["Location"]
    (document,) = empty.archive.descriptions()
    assert "Das lässt sich nicht rückgängig machen." in writer.get(f"/dokumente/{document.code}/verwerfen").text
    assert writer.post(f"/dokumente/{document.code}/verwerfen", headers=HERE).status_code == 303
    assert not empty.archive.descriptions()
    assert not empty.archive.store.holds(document.checksum)
    assert "1 Datei angekommen: 1 verworfen." in writer.get(address).text


def test_what_is_published_is_not_discarded(client: FlaskClient, filled: Services) -> None:
    assert client
    published = next(each.code for each in filled.archive.descriptions() if each.visibility is Visibility.INTERNAL)
    coordination = person(filled, Role.COORDINATION)
    assert coordination.post(f"/dokumente/{published}/verwerfen", headers=HERE).status_code == 404


def test_behind_the_last_page_of_what_lacks_something_is_its_last(writer: FlaskClient, empty: Services) -> None:
    upload(writer, ("a.md", MINUTES))
    read(empty)
    assert writer.get("/pruefen?fehlt=title&seite=7").location.startswith("/pruefen?fehlt=title")
