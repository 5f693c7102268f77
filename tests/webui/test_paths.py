"""The desk on which learning paths are put together."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.archive import Submission
from archive.learning.values import StepContent, StepEntry, StepKind
from archive.rights import Role
from archive.values import Details, DocumentKind, Visibility
from tests.webui.people import Person, person
from tests.webui.uploading import read
from webui.services import Services

Offer = Callable[..., str]

DESK = "/verwaltung/lernpfade"


@pytest.fixture
def offer(empty: Services, tmp_path: Path) -> Offer:
    """Return a function that offers a text to the empty archive and returns its document's code."""

    def offer(text: str, details: Details) -> str:
        path = tmp_path / "offered.txt"
        path.write_text(text, encoding="utf-8")
        return empty.archive.take_in(Submission(path, "offered.txt", details)).code

    return offer


@pytest.fixture
def builder(writer: Person) -> Person:
    """Someone of the coordination who has begun a path."""
    answer = writer.post(DESK, data={"titel": "Erste Woche"})
    assert answer.location == f"{DESK}/erste-woche"
    return writer


def steps(services: Services) -> tuple[StepEntry, ...]:
    return services.archive.learning.paths.entry("erste-woche").steps


def wrong(page: str) -> str:
    found = re.search(r'role="alert"[^>]*>([^<]*)<', page)
    return found[1] if found else ""


def test_a_path_is_built_described_published_and_withdrawn(empty: Services, builder: Person, offer: Offer) -> None:
    code = offer("Nadeln", Details("Nadelmethode", DocumentKind.METHODENPAPIER))
    path = f"{DESK}/erste-woche"
    for form in (
        {"dokument": code, "text": "Leicht vorzubereiten", "minuten": "15"},
        {"titel": "Das Glossar", "link": "/glossar", "minuten": "5"},
        {"dokument": f"http://localhost/dokumente/{code}?q=nadel#{code}-abcdefgh", "minuten": "2"},
    ):
        assert builder.post(f"{path}/schritte", data=form).status_code == 303
    kinds = [step.content.kind for step in steps(empty)]
    assert kinds == [StepKind.DOCUMENT, StepKind.NOTE, StepKind.PASSAGE]
    assert steps(empty)[2].content.passage == f"{code}-abcdefgh"
    builder.post(path, data={"titel": "Woche eins", "text": "Zum Ankommen"})
    staff = person(empty, Role.STAFF)
    assert staff.get("/einstieg/erste-woche").status_code == 404
    builder.post(f"{path}/veroeffentlichen")
    page = staff.get("/einstieg/erste-woche").text
    for expected in ("Woche eins", "Zum Ankommen", "Nadelmethode", "Leicht vorzubereiten", "Das Glossar"):
        assert expected in page
    builder.post(f"{path}/zurueckziehen")
    assert "Woche eins" not in staff.get("/einstieg").text
    builder.post(f"{path}/loeschen")
    assert builder.get(path).status_code == 404


def test_steps_are_moved_changed_and_removed_by_buttons(empty: Services, builder: Person) -> None:
    path = f"{DESK}/erste-woche/schritte"
    for title in ("A", "B", "C"):
        builder.post(path, data={"titel": title, "minuten": "5"})
    first, _, third = (step.number for step in steps(empty))
    assert builder.post(f"{path}/{third}/hoch").location.endswith(f"#schritt-{third}")
    builder.post(f"{path}/{first}/runter")
    assert [step.content.title for step in steps(empty)] == ["C", "A", "B"]
    builder.post(f"{path}/{first}", data={"titel": "Neu", "text": "Mehr", "minuten": "7", "link": "/hilfe"})
    assert steps(empty)[1].content == StepContent(StepKind.NOTE, 7, "Mehr", "Neu", link="/hilfe")
    builder.post(f"{path}/{first}/entfernen")
    assert [step.content.title for step in steps(empty)] == ["C", "B"]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"titel": "", "minuten": "5"}, "Bitte geben Sie einen Titel ein"),
        ({"titel": "A", "minuten": "bald"}, "Bitte geben Sie die Minuten"),
        ({"titel": "A", "minuten": "9999999999999999999"}, "Bitte geben Sie die Minuten"),
        ({"titel": "A", "minuten": "²"}, "Bitte geben Sie die Minuten"),
        ({"titel": "A", "minuten": "5", "text": "x" * 1001}, "Der Text ist zu lang"),
        ({"titel": "A", "minuten": "5", "link": "https://example.org"}, "Der Link muss im Archiv bleiben"),
        ({"dokument": "D-1999-0001"}, "Dieses Dokument gibt es nicht"),
        ({"dokument": "Nadelmethode"}, "Dieses Dokument gibt es nicht"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    empty: Services, builder: Person, form: dict[str, str], said: str
) -> None:
    answer = builder.post(f"{DESK}/erste-woche/schritte", data=form)
    assert answer.status_code == 400
    assert wrong(answer.text).startswith(said)
    assert all(f'value="{value}"' in answer.text for name, value in form.items() if value and name != "text")
    assert steps(empty) == ()


def test_without_minutes_the_length_of_the_text_tells_them(filled: Services) -> None:
    builder = person(filled, Role.COORDINATION)
    key = filled.archive.learning.paths.add("Nach Länge", "", "agent")
    code = next(each.code for each in filled.archive.descriptions() if each.title == "Protokoll Hamburg")
    passage = filled.texts.passages(code)[0].id
    for led in (code, passage):
        assert builder.post(f"{DESK}/{key}/schritte", data={"dokument": led}).status_code == 303
    minutes = [step.content.minutes for step in filled.archive.learning.paths.entry(key).steps]
    assert minutes == [1, 1]
    page = builder.get(f"{DESK}/{key}?suche=graffiti").text
    assert "Nur diese Stelle hinzufügen" in page
    assert "Nichts gefunden" in builder.get(f"{DESK}/{key}?suche=xyzzyq").text
    filled.archive.learning.paths.remove(key, "agent")


def test_broken_steps_are_told_and_readers_never(empty: Services, builder: Person, offer: Offer) -> None:
    withdrawn = offer("eins", Details("Zurückgezogenes"))
    erased = offer("zwei", Details("Gelöschtes", is_sample=True))
    renewed = offer("drei", Details("Erneuertes", visibility=Visibility.PUBLIC))
    path = f"{DESK}/erste-woche"
    for led in (withdrawn, erased, renewed, f"{renewed}-abcdefgh"):
        builder.post(f"{path}/schritte", data={"dokument": led, "minuten": "5"})
    builder.post(f"{path}/veroeffentlichen")
    person(empty, Role.STAFF).post(f"/einstieg/erste-woche/{steps(empty)[2].number}/gelesen")
    empty.archive.publishing.withdraw(withdrawn, "agent")
    empty.archive.discard_samples()
    offer("drei, neu", Details(version_of=renewed))
    # While nothing of it is read, nobody can tell whether the passage is still there.
    assert "steht in der jetzigen Fassung nicht mehr" not in builder.get(path).text
    read(empty)
    assert "3 Schritte mit Problem" in builder.get(DESK).text
    page = builder.get(path).text
    for said in ("ist zurückgezogen oder nur für die Koordination", "gibt es nicht mehr", "hat eine neue Fassung",
                 "Diese Stelle steht in der jetzigen Fassung nicht mehr"):  # fmt: skip
        assert said in page
    assert "Mitarbeitende Muster" not in page
    assert "gelesen" not in re.sub(r"<[^>]+>", "", page[page.index("<main") :]).casefold()
    builder.post(f"{path}/schritte/{steps(empty)[2].number}/geprueft")
    assert builder.get(path).text.count("hat eine neue Fassung") == page.count("hat eine neue Fassung") - 1


def test_what_was_done_is_in_the_journal(builder: Person) -> None:
    builder.post(f"{DESK}/erste-woche/veroeffentlichen")
    page = builder.get("/verwaltung/ereignisse").text
    assert "hat einen Lernpfad angelegt: erste-woche" in page
    assert "hat einen Lernpfad veröffentlicht: erste-woche" in page


@pytest.mark.parametrize("address", ["nirgends", "nirgends/schritte", "nirgends/loeschen", "nirgends/schritte/1/hoch"])
def test_paths_that_are_gone_are_not_found(writer: Person, address: str) -> None:
    assert writer.post(f"{DESK}/{address}", data={"titel": "A", "minuten": "5"}).status_code == 404


def test_a_step_that_somebody_else_removed_is_told(builder: Person) -> None:
    answer = builder.post(f"{DESK}/erste-woche/schritte/99/hoch")
    assert answer.status_code == 400
    assert wrong(answer.text).startswith("Diesen Lernpfad oder Schritt gibt es nicht mehr")


def test_an_unusable_title_is_told(writer: Person) -> None:
    answer = writer.post(DESK, data={"titel": " "})
    assert (answer.status_code, wrong(answer.text)[:20]) == (400, "Bitte geben Sie eine")
