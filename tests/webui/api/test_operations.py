"""The interface: what every operation answers."""

import io
import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.archive import Submission
from archive.experiences import Told
from archive.methods import Note
from archive.rights import Role
from archive.values import Details, DocumentKind, Visibility
from tests.webui.api.asking import ADDRESS, bearing, token, told
from tests.webui.people import Person, visitor
from webui.app import create_app
from webui.interface import ROOT
from webui.services import Services
from webui.views.api import OPERATIONS


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


def test_what_did_not_change_is_not_sent_again(staff: FlaskClient, filled: Services) -> None:
    first = staff.get(f"{ADDRESS}/sites")
    assert (first.headers["Cache-Control"], "Authorization" in first.headers["Vary"]) == ("no-cache, private", True)
    again = staff.get(f"{ADDRESS}/sites", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert visitor(filled).get(f"{ADDRESS}/sites").headers["Cache-Control"] == "no-cache"
    assert "no-store" in staff.get(f"{ADDRESS}/search?q=x").headers["Cache-Control"]


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
