"""How the interface refuses, and whom."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from archive.rights import Role
from archive.values import Visibility
from tests.webui.api.asking import ADDRESS, bearing, refused, token, told
from tests.webui.people import person, visitor
from webui.app import create_app
from webui.limits import LIMITS, Costly, Limit, Limits
from webui.services import Services


def test_nobody_but_a_token_is_believed(filled: Services, staff: FlaskClient) -> None:
    """Cookies do not count: whoever reads by a browser is a visitor here."""
    in_browser = person(filled, Role.STAFF)
    assert in_browser.get("/suche?q=fahrradwerkstatt").text.count("Bericht") > 0
    assert told(in_browser, "/search?q=fahrradwerkstatt")["total_documents"] == 0
    assert told(staff, "/search?q=fahrradwerkstatt")["total_documents"] > 0
    assert not in_browser.get(f"{ADDRESS}/documents").headers.getlist("Set-Cookie")


@pytest.mark.parametrize("sent", ["Bearer", "Bearer x", "Basic YTpi", "Bearer  ", "x"])
def test_what_is_no_token_is_refused(filled: Services, sent: str) -> None:
    answer = visitor(filled).get(f"{ADDRESS}/documents", headers={"Authorization": sent})
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert "Zugangsschlüssel" in answer.text


def test_rights_are_those_of_the_account(filled: Services) -> None:
    draft = next(each.code for each in filled.archive.descriptions() if each.visibility is Visibility.DRAFT)
    client = visitor(filled)
    seen = {
        role: client.get(f"{ADDRESS}/documents/{draft}", headers=bearing(token(filled, role))).status_code
        for role in Role
    }
    assert seen == {Role.STAFF: 404, Role.COORDINATION: 200, Role.PRIVACY: 200, Role.OPERATIONS: 404}


@pytest.mark.parametrize(
    ("path", "parameter", "said"),
    [
        ("/search?limit=0", "limit", "eine ganze Zahl von 1 bis 100"),
        ("/search?limit=viele", "limit", "eine ganze Zahl von 1 bis 100"),
        ("/search?limit=1&limit=2", "limit", "eine ganze Zahl von 1 bis 100"),
        ("/search?sort=beste", "sort", "newest"),
        ("/search?year=bald", "year", "eine Spanne wie 2018..2020"),
        ("/search?q=" + "x" * 501, "q", "höchstens 500 Zeichen"),
        ("/documents?kind=Roman", "kind", "Protokoll"),
        ("/documents?farbe=rot", "farbe", "gibt es hier nicht"),
        ("/coverage?year=0", "year", "von 1 bis 9999"),
    ],
)
def test_a_parameter_that_means_nothing_is_explained(staff: FlaskClient, path: str, parameter: str, said: str) -> None:
    answer = staff.get(ADDRESS + path)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.json
    (fault,) = answer.json["errors"]
    assert fault["parameter"] == parameter
    assert said in fault["detail"]
    assert said in answer.json["detail"]


@pytest.mark.parametrize("path", ["/nichts", "/documents/D-1999-0001", "/meetings/nichts", "/methods/D-1999-0001", ""])
def test_what_is_not_there_is_a_problem(staff: FlaskClient, path: str) -> None:
    answer = staff.get(ADDRESS + path)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.json
    assert answer.json["status"] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(staff: FlaskClient, method: str) -> None:
    answer = staff.open(f"{ADDRESS}/documents", method=method)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


def test_problems_speak_the_readers_language(staff: FlaskClient) -> None:
    assert refused(staff, "/nichts", 404)["title"] == "Das gibt es hier nicht."
    assert refused(staff, "/nichts?lang=en", 404)["title"] == "There is no such thing here."


def test_whoever_asks_too_often_waits(filled: Services) -> None:
    services = replace(filled, limits=Limits({**LIMITS, Costly.PROGRAM: Limit(3, 3)}))
    client = create_app(services).test_client()
    assert [client.get(f"{ADDRESS}/sites").status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = client.get(f"{ADDRESS}/sites")
    assert 1 <= int(answer.headers["Retry-After"]) <= 20
    assert "Warten Sie" in answer.text
    # A token has its own allowance, and pages need none.
    assert client.get(f"{ADDRESS}/sites", headers=bearing(token(filled, Role.STAFF))).status_code == 200
    assert client.get("/standorte").status_code == 200
