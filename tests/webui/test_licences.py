"""Licences: what others may do with a document is entered, told wherever it is read, and recorded."""

import re

import pytest
from flask.testing import FlaskClient

from archive.custody import EventKind
from archive.licences import TEXTS, Licence
from archive.rights import Role
from archive.values import Details, DocumentKind, Visibility
from tests.webui.people import person
from tests.webui.uploading import HERE, MINUTES, read, row, upload
from webui.licences import meaning
from webui.services import Services


def licences(services: Services) -> list[Licence]:
    return [each.licence for each in services.archive.descriptions()]


def chosen(page: str, code: str) -> str:
    """Return the licence that is chosen in a row."""
    (field,) = re.findall(rf'<select id="{code}-lizenz".*?</select>', page, re.DOTALL)
    return str(re.findall(r"<option selected>([^<]+)", field)[0])


def test_a_licence_is_entered_and_recorded(writer: FlaskClient, empty: Services) -> None:
    upload(writer, ("a.txt", b"Eins"))
    (document,) = empty.archive.descriptions()
    address = f"/dokumente/{document.code}/angaben"
    assert chosen(writer.get(address).text, document.code) == "nicht angegeben"
    writer.post(address, data=row(document.code, titel="A", lizenz="CC BY-SA 4.0"), headers=HERE)
    assert licences(empty) == [Licence.CC_BY_SA]
    assert chosen(writer.get(address).text, document.code) == "CC BY-SA 4.0"
    amendments = [each for each in empty.archive.events(document.code) if each.kind is EventKind.AMENDMENT]
    assert [each.detail for each in amendments] == ["title,licence"]
    assert "Lizenz" in writer.get(f"/verwaltung/ereignisse?dokument={document.code}").text


@pytest.mark.parametrize("sent", [{}, {"lizenz": ""}, {"lizenz": "Zauber 1.0"}])
def test_what_is_no_licence_changes_nothing(writer: FlaskClient, empty: Services, sent: dict[str, str]) -> None:
    upload(writer, ("a.txt", b"Eins"))
    (document,) = empty.archive.descriptions()
    address = f"/dokumente/{document.code}/angaben"
    for entries in ({"lizenz": "CC0 1.0"}, sent):
        writer.post(address, data=row(document.code, titel="A", **entries), headers=HERE)
    assert licences(empty) == [Licence.CC0]


def test_one_licence_is_given_to_a_whole_batch(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.md", MINUTES), ("b.txt", b"Zwei")).headers["Location"]
    read(empty)
    codes = [each.code for each in empty.archive.descriptions()]
    first = {**row(codes[0], titel="A", lizenz="CC0 1.0"), **row(codes[1], titel="B")}
    sent = {**first, "tat": "lizenz", "lizenz-alle": "alle Rechte vorbehalten"}
    page = writer.post(address, data=sent, headers=HERE, follow_redirects=True).text
    assert licences(empty) == [Licence.RESERVED] * 2
    assert "„alle Rechte vorbehalten“ steht jetzt bei 2 Dokumenten." in page
    assert [each.title for each in empty.archive.descriptions()] == ["A", "B"]
    unknown = {**first, "tat": "lizenz", "lizenz-alle": "Zauber 1.0"}
    assert "steht jetzt bei" not in writer.post(address, data=unknown, headers=HERE, follow_redirects=True).text
    assert licences(empty) == [Licence.CC0, Licence.RESERVED]


@pytest.mark.parametrize("licence", Licence)
def test_readers_are_told_what_they_may_do(empty: Services, held: str, licence: Licence) -> None:
    empty.archive.amend(
        held, Details("Wand", DocumentKind.METHODENPAPIER, visibility=Visibility.PUBLIC, licence=licence)
    )
    staff = person(empty, Role.STAFF)
    page = staff.get(f"/dokumente/{held}").text
    assert licence.value in page
    assert meaning(licence) in page
    assert re.findall(r'rel="license" href="([^"]+)"', page) == [*filter(None, [TEXTS.get(licence)])]
    said = staff.get(f"/api/v1/documents/{held}").get_json()["description"]
    assert (said["licence"], said["licence_url"]) == (licence.value, TEXTS.get(licence))
    on_card = f"Lizenz: {licence.value}" in staff.get(f"/methoden/{held}").text
    assert on_card == (licence is not Licence.UNSTATED)


@pytest.fixture
def held(writer: FlaskClient, empty: Services) -> str:
    """The code of a document that is held."""
    upload(writer, ("a.txt", b"Eine Wand wird gestrichen."))
    read(empty)
    return empty.archive.descriptions()[0].code


def test_a_new_version_keeps_the_licence(writer: FlaskClient, empty: Services, held: str) -> None:
    empty.archive.amend(held, Details("Wand", licence=Licence.CC_BY))
    upload(writer, ("b.txt", b"Eine andere Wand."))
    newer = next(each.code for each in empty.archive.descriptions() if each.code != held)
    empty.archive.succession.make_version(newer, held)
    assert licences(empty) == [Licence.CC_BY]
