"""Completions as the search box gets them."""

import pytest
from flask.testing import FlaskClient


def options(client: FlaskClient, typed: str) -> dict[str, list[dict[str, str]]]:
    answer = client.get("/vorschlaege", query_string={"q": typed})
    assert answer.headers["Cache-Control"] == "no-store"
    return {group["label"]: group["options"] for group in answer.get_json()["groups"]}


def test_words_and_names_stand_under_their_kinds(client: FlaskClient) -> None:
    found = options(client, "nadel")
    assert {"text": "Nadelmethode"} in found["Suchbegriffe"]
    (method,) = found["Methoden"]
    assert method["text"] == "Nadelmethode"
    assert client.get(method["address"]).status_code == 200
    assert list(found) == ["Suchbegriffe", "Methoden"]


def test_meetings_sites_and_topics_lead_to_their_pages(client: FlaskClient) -> None:
    assert options(client, "hamburg")["Standorte"] == [{"text": "Hamburg", "address": "/standorte/hamburg"}]
    (meeting,) = options(client, "standorttreffen hamb")["Treffen"]
    assert meeting["address"] == "/treffen/standorttreffen-hamburg-2019"
    assert options(client, "wohnumf")["Handlungsfelder"][0]["address"].startswith("/themen/")


def test_drafts_are_not_offered(client: FlaskClient) -> None:
    assert options(client, "entwurf") == {}


def test_nothing_is_offered_without_an_index(writer: FlaskClient) -> None:
    assert options(writer, "hamburg") == {}


def test_a_long_text_is_no_trouble(client: FlaskClient) -> None:
    assert [each["text"] for each in options(client, "nadel " * 1000)["Methoden"]] == ["Nadelmethode"]


def test_english_pages_have_english_kinds_and_keep_the_language(client: FlaskClient) -> None:
    answer = client.get("/vorschlaege", query_string={"q": "nadel", "lang": "en"}).get_json()
    assert [group["label"] for group in answer["groups"]] == ["Search terms", "Methods"]
    assert answer["groups"][1]["options"][0]["address"].endswith("?lang=en")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("standort:ha", ["standort:Hamburg"]),
        ("graffiti -Standort:ha", ["graffiti -Standort:Hamburg"]),
        ("treffen:hamb", ['treffen:"Standorttreffen Hamburg 2019"']),
        ('treffen:"standorttreffen h', ['treffen:"Standorttreffen Hamburg 2019"']),
        ("thema:umfeld", ['thema:"Wohnen und Wohnumfeld"']),
        ("abschnitt:besch", ["abschnitt:Beschluss"]),
        ("jahr:201", ["jahr:2019"]),
    ],
)
def test_after_a_filter_its_values_are_offered(client: FlaskClient, typed: str, offered: list[str]) -> None:
    found = options(client, typed)
    assert list(found) == ["Filter"]
    assert [each["text"] for each in found["Filter"]] == offered
    (value,) = offered
    assert "Dazu gibt es kein Dokument" not in client.get("/suche", query_string={"q": value}).text


@pytest.mark.parametrize("typed", ["thema:nadel", "standort:xyz", "abschnitt:spä"])
def test_after_a_filter_no_other_word_is_offered(client: FlaskClient, typed: str) -> None:
    assert options(client, typed) == {}


def test_behind_a_filter_words_are_offered_again(client: FlaskClient) -> None:
    assert "Filter" not in options(client, "standort:Hamburg nadel")
