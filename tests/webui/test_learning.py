"""The way in for whoever is new: paths, progress with and without an account, and one's own site."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.archive import Submission
from archive.learning.values import StepContent, StepKind
from archive.rights import Role
from archive.values import Details, DocumentKind, Visibility
from tests.webui.people import PASSWORD, Person, person, visitor
from tests.webui.uploading import read
from webui.services import Services

Offer = Callable[..., str]

SOMEONE = "agent"


@pytest.fixture
def offer(empty: Services, tmp_path: Path) -> Offer:
    """Return a function that offers a text to the empty archive and returns its document's code."""

    def offer(text: str, details: Details) -> str:
        path = tmp_path / "offered.txt"
        path.write_text(text, encoding="utf-8")
        return empty.archive.take_in(Submission(path, "offered.txt", details)).code

    return offer


@pytest.fixture
def path(empty: Services, offer: Offer) -> tuple[int, int, int]:
    """A published path "Erste Woche" of a method, a document for the signed-in and a note; their numbers."""
    method = offer("Nadeln", Details("Nadelmethode", DocumentKind.METHODENPAPIER, visibility=Visibility.PUBLIC))
    internal = offer("Bericht", Details("Bericht aus Peine", DocumentKind.BERICHT))
    learning = empty.archive.learning
    key = learning.paths.add("Erste Woche", "Fünf Methoden", SOMEONE)
    learning.paths.publish(key, SOMEONE)
    contents = (
        StepContent(StepKind.DOCUMENT, 15, "Leicht vorzubereiten", document=method),
        StepContent(StepKind.DOCUMENT, 50, "Nur für Peine", document=internal),
        StepContent(StepKind.NOTE, 10, "Zum Nachschlagen", "Das Glossar", link="/glossar"),
    )
    first, second, third = (learning.steps.add(key, content, SOMEONE) for content in contents)
    return first, second, third


def told(page: str) -> str:
    """Return what a page says of how far one has come."""
    found = re.search(r'<p class="told">(.*?)</p>', page, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split())


def document_of(services: Services, number: int) -> str:
    steps = services.archive.learning.paths.entry("erste-woche").steps
    return next(step.content.document for step in steps if step.number == number)


def test_ticks_are_kept_with_the_account_and_seen_by_nobody_else(empty: Services, path: tuple[int, int, int]) -> None:
    own, other = person(empty, Role.STAFF), person(empty, Role.COORDINATION)
    assert told(own.get("/einstieg/erste-woche").text) == "0 von 3 gelesen ca. 1 Std. 15 Min."
    answer = own.post(f"/einstieg/erste-woche/{path[0]}/gelesen")
    assert answer.location.endswith(f"/einstieg/erste-woche#schritt-{path[0]}")
    assert told(own.get("/einstieg/erste-woche").text) == "1 von 3 gelesen noch ca. 1 Std. von ca. 1 Std. 15 Min."
    assert told(other.get("/einstieg/erste-woche").text).startswith("0 von 3 gelesen")
    own.post(f"/einstieg/erste-woche/{path[0]}/ungelesen")
    assert told(own.get("/einstieg/erste-woche").text).startswith("0 von 3 gelesen")


def test_one_goes_on_where_one_stopped(empty: Services, path: tuple[int, int, int]) -> None:
    own = person(empty, Role.STAFF)
    assert "Weitermachen" not in own.get("/einstieg").text
    for number in path[:2]:
        own.post(f"/einstieg/erste-woche/{number}/gelesen")
    page = own.get("/einstieg").text
    assert "Weiter: Schritt 3" in page
    assert f"/einstieg/erste-woche#schritt-{path[2]}" in page
    own.post(f"/einstieg/erste-woche/{path[2]}/gelesen")
    assert "Weitermachen" not in own.get("/einstieg").text
    assert "alles gelesen" in own.get("/einstieg").text


def test_without_an_account_the_address_keeps_what_was_read(empty: Services, path: tuple[int, int, int]) -> None:
    client = visitor(empty)
    first = client.get("/einstieg/erste-woche")
    assert "Set-Cookie" not in first.headers
    assert told(first.text) == "0 von 2 gelesen ca. 25 Min."
    page = client.get(f"/einstieg/erste-woche?gelesen={path[0]}").text
    assert told(page) == "1 von 2 gelesen noch ca. 10 Min. von ca. 25 Min."
    assert f"gelesen={path[0]}.{path[2]}" in page  # ticks the note, too
    assert f'href="/einstieg?gelesen={path[0]}"' in page  # the way back carries it along
    start = client.get(f"/einstieg?gelesen={path[0]}").text
    assert "Weiter: Schritt 3" in start
    assert 'href="/einstieg/erste-woche?gelesen=1#' in start or f"gelesen={path[0]}" in start


@pytest.mark.parametrize("typed", ["", "x", "1..2", "-1", "9" * 40, "²", ".".join(["1"] * 5000)])
@pytest.mark.usefixtures("path")
def test_any_address_is_answered(empty: Services, typed: str) -> None:
    assert visitor(empty).get("/einstieg/erste-woche", query_string={"gelesen": typed}).status_code == 200


def test_a_step_that_is_withdrawn_is_explained_and_tells_nothing_of_its_document(
    empty: Services, path: tuple[int, int, int]
) -> None:
    own = person(empty, Role.STAFF)
    empty.archive.publishing.withdraw(document_of(empty, path[1]), SOMEONE)
    page = own.get("/einstieg/erste-woche").text
    assert told(page) == "0 von 2 gelesen ca. 25 Min."
    assert "Das Dokument wurde zurückgezogen oder gelöscht" in page
    for secret in ("Peine", document_of(empty, path[1])):
        assert secret not in page


def test_a_new_version_is_told_to_whoever_read_the_one_before(
    empty: Services, path: tuple[int, int, int], offer: Offer
) -> None:
    own = person(empty, Role.STAFF)
    own.post(f"/einstieg/erste-woche/{path[0]}/gelesen")
    assert "neue Fassung" not in own.get("/einstieg/erste-woche").text
    offer("Nadeln, neu", Details(version_of=document_of(empty, path[0])))
    page = own.get("/einstieg/erste-woche").text
    assert "Dieses Dokument hat eine neue Fassung" in page
    assert "Gelesen haben Sie eine frühere." in page
    own.post(f"/einstieg/erste-woche/{path[0]}/gelesen")
    assert "Gelesen haben Sie eine frühere." not in own.get("/einstieg/erste-woche").text


def test_a_step_that_came_later_is_called_new_to_whoever_had_begun(empty: Services, path: tuple[int, int, int]) -> None:
    own, other = person(empty, Role.STAFF), person(empty, Role.PRIVACY)
    own.post(f"/einstieg/erste-woche/{path[0]}/gelesen")
    empty.archive.learning.steps.add("erste-woche", StepContent(StepKind.NOTE, 5, "", "Nachtrag"), SOMEONE)
    assert "Neu seit" in own.get("/einstieg/erste-woche").text
    assert "Neu seit" not in other.get("/einstieg/erste-woche").text


def test_a_passage_that_is_gone_leads_to_its_document(empty: Services, offer: Offer) -> None:
    code = offer("Text", Details("Protokoll", visibility=Visibility.PUBLIC))
    learning = empty.archive.learning
    key = learning.paths.add("Stellen", "", SOMEONE)
    learning.paths.publish(key, SOMEONE)
    learning.steps.add(key, StepContent(StepKind.PASSAGE, 2, document=code, passage=f"{code}-nirgends"), SOMEONE)
    assert "Die Stelle steht" not in visitor(empty).get("/einstieg/stellen").text
    read(empty)
    page = visitor(empty).get("/einstieg/stellen").text
    assert "Die Stelle steht in der jetzigen Fassung nicht mehr" in page
    assert f'href="/dokumente/{code}"' in page


def test_progress_is_in_ones_own_account_and_can_be_deleted(empty: Services, path: tuple[int, int, int]) -> None:
    own = person(empty, Role.STAFF)
    own.post(f"/einstieg/erste-woche/{path[0]}/gelesen")
    own.post("/einstieg/standort", data={"standort": "gotha"})
    page = own.get("/konto").text
    assert "Erste Woche" in page
    assert "Nadelmethode" in page
    assert "Ihr Standort: Gotha" in page
    own.post("/einstieg/lernstand-loeschen")
    assert "Nadelmethode" not in own.get("/konto").text
    assert told(own.get("/einstieg/erste-woche").text).startswith("0 von 3")


def test_progress_goes_with_the_account(empty: Services, path: tuple[int, int, int]) -> None:
    person(empty, Role.COORDINATION)
    own = person(empty, Role.STAFF)
    own.post(f"/einstieg/erste-woche/{path[0]}/gelesen")
    assert own.post("/konto/loeschen", data={"passwort": PASSWORD}).status_code == 200
    again = person(empty, Role.STAFF)
    assert told(again.get("/einstieg/erste-woche").text).startswith("0 von 3")


def test_a_path_that_is_no_longer_offered_is_the_coordinations_own(empty: Services, path: tuple[int, int, int]) -> None:
    empty.archive.learning.paths.hide("erste-woche", SOMEONE)
    own = person(empty, Role.STAFF)
    assert "Erste Woche" not in own.get("/einstieg").text
    assert own.get("/einstieg/erste-woche").status_code == 404
    assert own.post(f"/einstieg/erste-woche/{path[0]}/gelesen").status_code == 404
    assert "noch nicht veröffentlicht" in person(empty, Role.COORDINATION).get("/einstieg/erste-woche").text


def test_steps_of_other_paths_are_none_of_this_one(empty: Services, path: tuple[int, int, int]) -> None:
    empty.archive.learning.paths.add("Leer", "", SOMEONE)
    empty.archive.learning.paths.publish("leer", SOMEONE)
    assert person(empty, Role.STAFF).post(f"/einstieg/leer/{path[0]}/gelesen").status_code == 404


def test_an_archive_without_paths_says_so(writer: Person) -> None:
    assert "noch keine Lernpfade" in writer.get("/einstieg").text
