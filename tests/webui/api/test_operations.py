"""The interface: what every operation answers, and how it refuses."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from archive.accounts.values import TokenPurpose
from archive.archive import Submission
from archive.experiences import Told
from archive.methods import Note
from archive.rights import Role
from archive.values import Details, DocumentKind, Visibility
from tests.webui.people import Person, person, visitor
from webui.app import create_app
from webui.interface import ROOT
from webui.limits import LIMITS, Costly, Limit, Limits
from webui.services import Services
from webui.views.api import OPERATIONS

ADDRESS = "/api/v1"


def token(services: Services, role: Role) -> str:
    person(services, role)
    return services.archive.accounts.tokens.make(f"{role.value} Muster", TokenPurpose.API, "Test").secret


def bearing(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


@pytest.fixture
def staff(filled: Services) -> FlaskClient:
    client = create_app(filled).test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token(filled, Role.STAFF)}"
    return client


def told(client: FlaskClient, path: str) -> Any:  # noqa: ANN401 - JSON
    answer = client.get(ADDRESS + path)
    assert (answer.status_code, answer.mimetype) == (200, "application/json"), answer.text
    return answer.json


def refused(client: FlaskClient, path: str, status: int, **headers: str) -> Any:  # noqa: ANN401 - JSON
    answer = client.get(ADDRESS + path, headers=headers)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), answer.text
    return answer.json


@pytest.fixture
def minutes(filled: Services) -> str:
    return next(each.code for each in filled.archive.descriptions() if each.title == "Protokoll Hamburg")


def test_a_search_tells_what_the_page_tells(staff: FlaskClient, minutes: str) -> None:
    found = told(staff, "/search?q=graffiti&site=Hamburg&sort=newest")
    assert found["total_documents"] == len(found["hits"]) == 1
    (hit,) = found["hits"]
    assert (hit["document"], hit["title"], hit["kind"]) == (minutes, "Protokoll Hamburg", "Protokoll")
    assert hit["meeting"]["title"] == "Standorttreffen Hamburg 2019"
    assert any(part["matched"] for part in hit["passages"][0]["snippet"])
    assert found["facets"]["site"] == [{"value": "Hamburg", "count": 1, "selected": True}]
    assert (found["next"], found["previous"], found["unknown"]) == (None, None, [])


def test_filters_may_stand_in_the_query(staff: FlaskClient) -> None:
    assert told(staff, "/search?q=graffiti+-standort:Hamburg")["total_documents"] == 0
    assert told(staff, "/search?site=Atlantis")["unknown"][0]["value"] == "Atlantis"
    assert told(staff, "/search?q=jahr:bald")["unknown"] == [{"facet": "year", "value": "bald", "offered": []}]
    assert told(staff, "/search?year=2018..")["total_documents"] == 1


def test_long_lists_are_told_in_portions_that_lead_on(staff: FlaskClient) -> None:
    for path, items in (("/search?q=fahrradwerkstatt&limit=5", "hits"), ("/documents?limit=5", "items")):
        found = told(staff, path)
        seen = [each["document"] for each in found[items]]
        while found["next"]:
            found = told(staff, found["next"].removeprefix(ADDRESS))
            seen += [each["document"] for each in found[items]]
        assert len(seen) == len(set(seen)) == found.get("total", found.get("total_documents"))
        assert told(staff, found["previous"].removeprefix(ADDRESS))


def test_a_portion_may_begin_anywhere(staff: FlaskClient) -> None:
    whole = [each["document"] for each in told(staff, "/search?q=fahrradwerkstatt&limit=100")["hits"]]
    part = [each["document"] for each in told(staff, "/search?q=fahrradwerkstatt&limit=4&offset=3")["hits"]]
    assert part == whole[3:7]


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("kind=Protokoll", {"Protokoll Hamburg"}),
        ("site=hamburg", {"Protokoll Hamburg"}),
        ("site=Hamburg&site=Gotha", {"Protokoll Hamburg", "Nadelmethode"}),
        ("meeting=standorttreffen-hamburg-2019&year=2019", {"Protokoll Hamburg"}),
        ("topic=Wohnen+und+Wohnumfeld", {"Protokoll Hamburg"}),
        ("keyword=nichts", set()),
        ("year=1999", set()),
    ],
)
def test_documents_are_chosen(staff: FlaskClient, asked: str, titles: set[str]) -> None:
    found = told(staff, f"/documents?{asked}")
    assert {each["title"] for each in found["items"]} == titles
    assert found["total"] == len(titles)


def test_a_document_is_told_whole(staff: FlaskClient, filled: Services, minutes: str) -> None:
    found = told(staff, f"/documents/{minutes}")
    assert found["description"]["date"] == "2019-04-03"
    assert found["reading"]["outcome"] == "text"
    for name in ("reading", "pages", "versions", "related"):
        assert staff.get(found["links"][name]).status_code == 200
    with staff.get(found["links"]["original"]) as sent:
        assert sent.data == filled.archive.path(filled.archive.describe(minutes).checksum).read_bytes()


def test_the_lesefassung_has_every_passage(staff: FlaskClient, filled: Services, minutes: str) -> None:
    found = told(staff, f"/documents/{minutes}/reading")
    passages = [each for page in found["pages"] for section in page["sections"] for each in section["passages"]]
    assert [each["id"] for each in passages] == [each.id for each in filled.texts.passages(minutes)]
    tasks = [each["id"] for each in passages if each["kind"] in ("Aufgabe", "Beschluss")]
    assert tasks
    assert set(found["agreements"]) == set(tasks)
    texts = [page["text"] for page in told(staff, f"/documents/{minutes}/pages")["items"]]
    assert all(any(each["text"] in text for text in texts) for each in passages)


def test_the_register_lists_decisions_and_tasks(staff: FlaskClient, minutes: str) -> None:
    whole = told(staff, "/documents/" + minutes + "/reading")
    for path, kind in (("/decisions", "Beschluss"), ("/tasks", "Aufgabe"), ("/results", "Ergebnis")):
        found = told(staff, f"{path}?meeting=Standorttreffen+Hamburg+2019")
        expected = [
            passage["id"]
            for page in whole["pages"]
            for section in page["sections"]
            for passage in section["passages"]
            if passage["kind"] == kind
        ]
        assert [each["passage"]["id"] for each in found["items"]] == expected
        assert found["total"] == len(expected)
        assert all((each["agreement"] is None) is (kind == "Ergebnis") for each in found["items"])
    assert told(staff, "/tasks?site=Gotha&q=graffiti")["total"] == 0


def test_a_meeting_leads_to_what_came_of_it(staff: FlaskClient) -> None:
    found = told(staff, "/meetings/standorttreffen-hamburg-2019")
    assert found["head"]["documents"] == 1
    assert found["agenda"]
    for name in ("documents", "decisions", "tasks"):
        assert told(staff, found["links"][name].removeprefix(ADDRESS))["total"] > 0


def test_vocabularies_are_told(staff: FlaskClient, filled: Services) -> None:
    assert [each["key"] for each in told(staff, "/topics")["items"]] == [
        each.key for each in filled.archive.vocabularies.topics()
    ]
    assert told(staff, "/sites/gotha")["documents"] == 1
    assert {"site": "Hamburg", "topic": "Wohnen und Wohnumfeld", "documents": 1} in told(staff, "/coverage")["items"]
    assert told(staff, "/vocabulary")["document_kinds"] == list(DocumentKind)
    assert any(each["term"] for each in told(staff, "/glossary?limit=100")["items"])
    (method,) = told(staff, "/methods")["items"]
    assert method["card"]["steps"] or method["card"]["material"]


@pytest.mark.parametrize(
    ("role", "told_to"),
    [
        (None, ["Beete"]),
        (Role.STAFF, ["Beete", "Leerstand"]),
        (Role.PRIVACY, ["Beete", "Leerstand", "Nachlass"]),
        (Role.COORDINATION, ["Beete", "Leerstand", "Nachlass", "Ohne Dokument"]),
    ],
)
def test_a_keyword_is_told_to_who_sees_a_document_that_has_it(
    empty: Services, tmp_path: Path, role: Role | None, told_to: list[str]
) -> None:
    labels = ("Beete", "Leerstand", "Nachlass", "Ohne Dokument")
    keys = empty.archive.curation.keys_of_keywords(labels, "agent")
    hidden = (Visibility.PUBLIC, Visibility.INTERNAL, Visibility.DRAFT)
    for key, visibility in zip(keys, hidden, strict=False):
        (tmp_path / key).write_text(key)
        details = Details(key, keywords=(key,), visibility=visibility)
        empty.archive.take_in(Submission(tmp_path / key, f"{key}.txt", details))
    client = create_app(empty).test_client()
    if role:
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token(empty, role)}"
    assert [each["label"] for each in told(client, "/vocabulary")["keywords"]] == told_to


def test_a_method_is_told_as_its_page_shows_it(staff: FlaskClient, filled: Services) -> None:
    (code,) = [each.code for each in filled.archive.titles() if each.title == "Nadelmethode"]
    archive = filled.archive
    archive.card_facts.say(code, {"duration": "45 Minuten", "phase": "Quartier erkunden"}, "agent")
    archive.methods.say(code, Note(is_core=True))
    for site, year in (("gotha", 2019), ("peine", 2021), ("trier", 2020)):
        archive.experiences.offer(code, Told(site, year, "Viele kamen.", "Der Wind.", "Klammern"))
    for each in archive.experiences.waiting()[:2]:
        archive.experiences.release(each.number)
    (found,) = told(staff, "/methods")["items"]
    assert found == told(staff, f"/methods/{code}")
    assert found["card"]["duration"] == {"text": "45 Minuten", "page": 0}
    assert found["card"]["duration_minutes"] == 45
    assert found["card"]["phase"]["text"] == "Quartier erkunden"
    assert found["card"]["group"]["page"] == 1
    assert found["is_core"] is True
    assert [(each["site"], each["year"]) for each in found["experiences"]] == [("Peine", 2021), ("Gotha", 2019)]
    archive.card_facts.say(code, {"duration": None, "phase": None}, "agent")
    archive.methods.say(code, Note())
    for each in (*archive.experiences.released(code), *archive.experiences.waiting()):
        archive.experiences.remove(each.number)


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


def test_what_did_not_change_is_not_sent_again(staff: FlaskClient, filled: Services) -> None:
    first = staff.get(f"{ADDRESS}/sites")
    assert (first.headers["Cache-Control"], "Authorization" in first.headers["Vary"]) == ("no-cache, private", True)
    again = staff.get(f"{ADDRESS}/sites", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert visitor(filled).get(f"{ADDRESS}/sites").headers["Cache-Control"] == "no-cache"
    assert "no-store" in staff.get(f"{ADDRESS}/search?q=x").headers["Cache-Control"]


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


def test_the_coordinations_papers_are_not_read_unseen(writer: Person, empty: Services) -> None:
    writer.post("/hochladen", data={"dateien": (io.BytesIO(b"Ein Papier."), "papier.txt")})
    (paper,) = empty.archive.descriptions()
    empty.archive.publishing.publish(paper.code, Visibility.COORDINATION, "")
    client = visitor(empty)
    assert client.get(f"{ADDRESS}/documents/{paper.code}", headers=bearing(token(empty, Role.COORDINATION))).json
    assert writer.get("/verwaltung/ereignisse/zugriffe").text.count(paper.code) > 0


def test_the_page_explains_every_operation(filled: Services) -> None:
    page = visitor(filled).get("/api").text
    assert not [each.template for each in OPERATIONS if f"{ROOT}{each.template}" not in page]
    assert json.loads(visitor(filled).get("/openapi.json").text)["openapi"] == "3.1.0"
