"""A session that ends while a form is open: what was typed is shown, and sent once more after signing in."""

import re
from html import unescape

import pytest

from archive.rights import Role
from tests.webui.people import HERE, PASSWORD, Person, person, sign_in, token, visitor
from webui.services import Services

WRITTEN = "Worum es geht:\n\nZwei „Absätze“ & ein <Zeichen>."
FROM = {**HERE, "Referer": "http://localhost/konten?lang=de"}


@pytest.fixture
def typed() -> dict[str, str]:
    """What someone of the coordination has typed."""
    return {"konto": "Neues Konto", "rolle": "Technik", "bemerkung": WRITTEN}


def form_of(page: str, action: str) -> dict[str, str]:
    """Return the fields of the form of a page, as a browser would send them."""
    form = re.search(rf'<form[^>]* action="{action}".*?</form>', page, re.DOTALL)
    assert form
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form[0]))
    fields |= dict(re.findall(r'<textarea hidden name="([^"]+)">\n(.*?)</textarea>', form[0], re.DOTALL))
    return {name: unescape(value) for name, value in fields.items()}


def refusal(archive: Services, client: Person, typed: dict[str, str]) -> str:
    """Return the page that answers a form whose session has ended while it was open."""
    proof = token(client)
    archive.archive.sign_ins.sign_out(cookie(client))
    answer = client.post("/konten", data={**typed, "csrf_token": proof}, headers=FROM)
    assert answer.status_code == 403
    assert "Sie sind nicht angemeldet" in answer.text
    return answer.text


def names(archive: Services) -> list[str]:
    return [each.name for each in archive.archive.accounts.entries()]


def test_what_was_typed_is_sent_once_more_after_signing_in(empty: Services, typed: dict[str, str]) -> None:
    chef = person(empty, Role.COORDINATION)
    name = names(empty)[0]
    page = refusal(empty, chef, typed)
    sent = {**form_of(page, "/anmelden"), "konto": name, "passwort": PASSWORD}
    assert sent["weiter"] == "/konten?lang=de"

    signed_in = chef.post("/anmelden", data=sent)
    assert "Ihre Eingabe ist noch nicht gesendet" in signed_in.text
    assert names(empty) == [name]
    again = form_of(signed_in.text, "/konten")
    assert {key: value for key, value in again.items() if key != "csrf_token"} == typed
    assert chef.post("/konten", data=again).status_code == 200
    assert names(empty) == [name, "Neues Konto"]


def test_what_was_typed_outlasts_a_mistyped_password(empty: Services, typed: dict[str, str]) -> None:
    chef = person(empty, Role.COORDINATION)
    sent = form_of(refusal(empty, chef, typed), "/anmelden")
    mistyped = chef.post("/anmelden", data={**sent, "konto": names(empty)[0], "passwort": "falsch falsch"})
    assert mistyped.status_code == 400
    assert form_of(mistyped.text, "/anmelden") == sent


def test_who_has_signed_in_elsewhere_meanwhile_sends_it_once_more(empty: Services, typed: dict[str, str]) -> None:
    chef = person(empty, Role.COORDINATION)
    name, proof = names(empty)[0], token(chef)
    chef.post("/abmelden")
    sign_in(chef, name)

    refused = chef.post("/konten", data={**typed, "csrf_token": proof})
    assert refused.status_code == 403
    assert names(empty) == [name]
    assert chef.post("/konten", data=form_of(refused.text, "/konten")).status_code == 200
    assert names(empty) == [name, "Neues Konto"]


def test_a_browser_that_does_not_say_where_a_form_is_from_is_offered_nothing(
    empty: Services, typed: dict[str, str]
) -> None:
    chef = person(empty, Role.COORDINATION)
    other = token(person(empty, Role.OPERATIONS))
    answer = chef.post("/konten", data={**typed, "csrf_token": other}, headers={})
    assert answer.status_code == 403
    assert "kam nicht von einer Seite des Archivs" in answer.text
    assert "Neues Konto" not in answer.text


def test_no_password_is_put_into_a_page(empty: Services) -> None:
    chef = person(empty, Role.COORDINATION)
    proof = token(chef)
    empty.archive.sign_ins.sign_out(cookie(chef))
    answer = chef.post("/konto/passwort", data={"bisher": PASSWORD, "neu": PASSWORD, "csrf_token": proof})
    assert answer.status_code == 403
    assert PASSWORD not in answer.text


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org/x", "/\\example.org"])
def test_nothing_is_sent_out_of_the_archive(empty: Services, to: str) -> None:
    empty.archive.accounts.add("anna", Role.STAFF, PASSWORD)
    fields = {"konto": "anna", "passwort": PASSWORD, "eingabe-fuer": to, "eingabe.text": "ein Text"}
    page = visitor(empty).post("/anmelden", data=fields).text
    assert "ein Text" in page
    assert "example.org" not in page


def cookie(client: Person) -> str:
    """Return the token of a browser's session."""
    found = client.get_cookie("sitzung")
    assert found
    return found.value
