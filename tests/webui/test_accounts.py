"""How accounts come and go: one-time links, invitations, removal."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from archive.accounts.links import DURATIONS
from archive.accounts.values import LinkPurpose
from archive.rights import Role
from tests.webui.people import PASSWORD, Person, person, sign_in, visitor
from webui.services import Services

OTHER = "acht Pflaumen am Zaun"


def test_the_first_account_is_made_by_its_link(empty: Services) -> None:
    client = visitor(empty)
    path = f"/einladung/{empty.archive.accounts.invite_first().token}"
    page = client.get(path).text
    assert "Erstes Konto anlegen" in page
    assert client.post(path, data={"konto": "<script>", "passwort": PASSWORD}).status_code == 400
    short = client.post(path, data={"konto": "Anna", "passwort": "kurz"})
    assert (short.status_code, "Ein Passwort hat mindestens 12 Zeichen." in short.text) == (400, True)
    assert 'value="Anna"' in short.text
    assert client.post(path, data={"konto": "Anna", "passwort": PASSWORD}).location == "/konto"
    assert "Koordination" in client.get("/konto").text
    assert client.get("/hochladen").status_code == 200
    used = visitor(empty).get(path)
    assert (used.status_code, "Dieser Link gilt nicht mehr." in used.text) == (404, True)
    assert "wissensarchiv start" not in used.text


def test_who_comes_too_late_is_told_where_another_link_comes_from(
    empty: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(DURATIONS, LinkPurpose.FIRST_ACCOUNT, timedelta())
    late = visitor(empty).get(f"/einladung/{empty.archive.accounts.invite_first().token}")
    assert late.status_code == 404
    assert "bitten Sie die Koordination um einen neuen Link" in late.text
    assert "wissensarchiv start" in late.text


def test_who_invites_sees_until_when_a_link_is_good(empty: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    chef = person(empty, Role.COORDINATION)
    empty.archive.accounts.invite("Berta", Role.STAFF)
    assert "eingeladen, der Link gilt bis" in chef.get("/konten").text
    monkeypatch.setitem(DURATIONS, LinkPurpose.INVITATION, timedelta())
    empty.archive.accounts.renew("Berta")
    page = chef.get("/konten").text
    assert "eingeladen, der Link gilt nicht mehr" in page
    assert "gilt bis" not in page


def test_an_invitation_leads_from_the_coordination_to_the_person(empty: Services) -> None:
    chef = person(empty, Role.COORDINATION)
    page = chef.post("/konten", data={"konto": "Berta B.", "rolle": "Datenschutz"}).text
    (link,) = re.findall(r"http://localhost(/einladung/[\w-]{43})", page)
    assert "eingeladen" in page
    assert link not in chef.get("/konten").text
    berta = visitor(empty)
    assert "Berta B." in berta.get(link).text
    assert berta.post(link, data={"passwort": PASSWORD}).status_code == 303
    assert "Datenschutz" in berta.get("/konto").text
    again = chef.post("/konten", data={"konto": "berta b.", "rolle": "Technik"})
    assert (again.status_code, "gibt es schon" in again.text) == (400, True)


def test_a_new_link_sets_a_new_password(empty: Services, anna: Person) -> None:
    chef = visitor(empty)
    sign_in(chef, "chef")
    sign_in(anna, "anna")
    page = chef.post("/konten/anna/link").text
    (link,) = re.findall(r"http://localhost(/einladung/[\w-]{43})", page)
    assert "Alle Anmeldungen dieses Kontos sind beendet. Das bisherige Passwort gilt weiter" in page
    assert anna.get("/konto").status_code == 303
    assert sign_in(anna, "anna").status_code == 303
    other = visitor(empty)
    assert "Neues Passwort setzen" in other.get(link).text
    assert other.post(link, data={"passwort": OTHER}).status_code == 303
    assert anna.get("/konto").status_code == 303
    assert sign_in(visitor(empty), "anna").status_code == 400
    assert sign_in(visitor(empty), "anna", OTHER).status_code == 303


def test_an_account_is_removed_after_asking(empty: Services, anna: Person) -> None:
    assert anna
    chef = visitor(empty)
    sign_in(chef, "chef")
    assert "Konto „anna“ entfernen?" in chef.get("/konten/anna/entfernen").text
    last = chef.post("/konten/chef/entfernen")
    assert (last.status_code, "letzte Konto der Koordination" in last.text) == (400, True)
    assert chef.post("/konten/anna/entfernen").location == "/konten"
    assert chef.post("/konten/anna/entfernen").status_code == 404
    assert [each.name for each in empty.archive.accounts.entries()] == ["chef"]


def test_nobody_gives_a_role_that_does_not_exist(empty: Services) -> None:
    chef = person(empty, Role.COORDINATION)
    assert chef.post("/konten", data={"konto": "Berta", "rolle": "Chef"}).status_code == 400


@pytest.mark.parametrize("name", ["O'Brien & Söhne", "a+b@example.org", "Ärztin Ö. Ü.", "José"])
def test_names_go_through_pages_and_addresses_whole(empty: Services, name: str) -> None:
    chef = person(empty, Role.COORDINATION)
    if "&" in name:
        assert chef.post("/konten", data={"konto": name, "rolle": "Technik"}).status_code == 400
        return
    page = chef.post("/konten", data={"konto": name, "rolle": "Technik"}).text
    (path,) = (each for each in re.findall(r'href="(/konten/[^"]+/entfernen)"', page) if "Muster" not in each)
    assert urlsplit(path).path == path
    assert chef.post(path).status_code == 303
