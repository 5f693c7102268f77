"""What words mean, on the pages."""

import re

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("query", ["was ist eine Verstetigung?", "verstetigung", "Verstetigung Bedeutung"])
def test_a_word_is_explained_above_the_hits(client: FlaskClient, query: str) -> None:
    page = client.get("/suche", query_string={"q": query}).text
    assert '<dfn lang="de">Verstetigung</dfn>' in page
    assert "Herkunft: öffentliche Seiten" in page


def test_a_word_that_means_two_things_has_two_explanations(client: FlaskClient) -> None:
    page = client.get("/suche?q=was+bedeutet+QM").text
    assert page.index("Quartiersmanagement</span>") < page.index("Qualitätsmanagement</span>")


def test_it_says_how_often_the_reader_finds_the_word(client: FlaskClient) -> None:
    page = client.get("/suche?q=was+ist+die+AWO").text
    assert "Kommt in den Dokumenten nicht vor" in page
    found = client.get("/suche?q=was+ist+ein+TOP").text
    assert "Kommt an " in found
    assert '<a href="/suche?q=TOP">' in found


def test_documents_to_read_on_in_are_named(client: FlaskClient) -> None:
    page = client.get("/suche?q=was+ist+ein+TOP").text
    assert re.search(r'Zum Weiterlesen: <a href="/dokumente/D-\d+-0001\?q=TOP" lang="de">Protokoll Hamburg</a>', page)
    assert "Zum Weiterlesen" not in client.get("/suche?q=was+ist+die+AWO").text


def test_words_are_explained_in_the_language_of_the_page(client: FlaskClient) -> None:
    page = client.get("/suche?q=was+ist+ISEK&lang=en").text
    assert "The municipality&#39;s plan" in page
    assert "Origin: public pages" in page


def test_nothing_is_explained_that_nobody_asked_for(client: FlaskClient) -> None:
    assert "Aus dem Glossar" not in client.get("/suche?q=graffiti").text


def test_the_glossary_lists_every_term_in_the_order_of_the_alphabet(client: FlaskClient) -> None:
    page = client.get("/glossar").text
    assert page.count("<dfn") > 100
    assert page.index(">Aktivierung<") < page.index(">AWO<") < page.index(">Verstetigung<")
