"""Access tokens on the page of one's own account: made, told once, revoked."""

import re

from archive.rights import Role
from tests.webui.people import Person, person, visitor
from webui.services import Services


def made(client: Person, name: str) -> str:
    page = client.post("/konto/schluessel", data={"name": name}).text
    found = re.search(r'id="secret"[^>]* value="([^"]+)"', page)
    assert found, page
    return found[1]


def read(services: Services, secret: str) -> int:
    return visitor(services).get("/api/v1/sites", headers={"Authorization": f"Bearer {secret}"}).status_code


def test_a_token_is_told_once_and_revoked(empty: Services) -> None:
    client = person(empty, Role.STAFF)
    secret = made(client, "Auswertung <2026>")
    assert read(empty, secret) == 200
    page = client.get("/konto").text
    assert secret not in page
    assert "Auswertung &lt;2026&gt;" in page
    (path,) = re.findall(r'action="(/konto/schluessel/\d+/widerrufen)"', page)
    person(empty, Role.COORDINATION).post(path)
    assert read(empty, secret) == 200
    assert client.post(path).status_code == client.post(path).status_code == 303
    assert read(empty, secret) == 401
    assert "&lt;2026&gt;" not in client.get("/konto").text


def test_a_token_needs_a_name(empty: Services) -> None:
    answer = person(empty, Role.STAFF).post("/konto/schluessel", data={"name": " "})
    assert answer.status_code == 400
    assert "Bitte geben Sie einen Namen" in answer.text


def test_a_token_ends_with_its_account(empty: Services) -> None:
    person(empty, Role.COORDINATION)
    client = person(empty, Role.STAFF)
    secret = made(client, "Auswertung")
    empty.archive.accounts.remove("Mitarbeitende Muster")
    assert read(empty, secret) == 401


def test_a_page_with_a_secret_is_kept_nowhere(empty: Services) -> None:
    answer = person(empty, Role.STAFF).post("/konto/schluessel", data={"name": "x"})
    assert answer.headers["Cache-Control"] == "no-store"
