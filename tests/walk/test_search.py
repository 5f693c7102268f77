"""Searching on the command line."""

import json

import pytest

from archive.rights import STAFF
from tests.walk.terminal import Terminal
from webui.compose import open_existing

RESULT_KEYS = {"total_passages", "total_documents", "took_ms", "corrected", "facets", "hits"}
HIT_KEYS = {"document", "title", "kind", "meeting", "sites", "topics", "keywords", "date", "is_sample", "passages"}
PASSAGE_KEYS = {"id", "kind", "page", "heading", "snippet", "score", "url", "is_sample"}


def test_graffiti_in_hamburg_is_answered_first(terminal: Terminal) -> None:
    found = terminal.json("search", "graffiti hamburg")
    assert found.keys() >= RESULT_KEYS
    hits = found["hits"][:3]
    assert all(hit.keys() >= HIT_KEYS for hit in hits)
    passages = [passage for hit in hits for passage in hit["passages"]]
    assert all(passage.keys() >= PASSAGE_KEYS for passage in passages)
    assert any(hit["meeting"] and hit["meeting"]["place"].startswith("Hamburg") for hit in hits)
    assert all(passage["page"] >= 1 for passage in passages)


@pytest.mark.parametrize(
    ("options", "facet", "value"),
    [
        (("--site", "HH"), "sites", "Hamburg"),
        (("--site", "hamburg"), "sites", "Hamburg"),
        (("--topic", "Kultur"), "topics", "Kultur"),
        (("--kind", "Methodenpapier"), "kind", "Methodenpapier"),
        (("--kind", "programm"), "kind", "Tagesordnung/Programm"),
    ],
)
def test_filters_take_labels_and_aliases(terminal: Terminal, options: tuple[str, str], facet: str, value: str) -> None:
    hits = terminal.json("search", "", *options, "--limit", "50")["hits"]
    assert hits
    assert all(value in hit[facet] for hit in hits)


def test_the_meeting_filter(terminal: Terminal) -> None:
    hits = terminal.json("search", "", "--meeting", "standorttreffen-hamburg-2019")["hits"]
    assert {hit["meeting"]["title"] for hit in hits} == {"Standorttreffen Hamburg 2019"}


def test_filters_of_several_facets_are_wanted_together(terminal: Terminal) -> None:
    found = terminal.json("search", "", "--year", "2018..2019", "--passage-kind", "Beschluss", "--sort", "oldest")
    dates = [hit["date"] for hit in found["hits"]]
    assert dates == sorted(dates)
    assert all("2018" <= date[:4] <= "2019" for date in dates)
    assert {passage["kind"] for hit in found["hits"] for passage in hit["passages"]} == {"Beschluss"}


def test_every_sample_says_that_it_is_one(terminal: Terminal) -> None:
    hits = terminal.json("search", "", "--limit", "100")["hits"]
    assert len(hits) > 40
    assert all(hit["is_sample"] and all(each["is_sample"] for each in hit["passages"]) for hit in hits)


def test_drafts_and_papers_of_the_coordination_are_not_found(terminal: Terminal) -> None:
    with open_existing(terminal.home) as holdings:
        hidden = {each.code for each in holdings.archive.descriptions() if not STAFF.may_see(each.visibility)}
    found = {hit["document"] for hit in terminal.json("search", "", "--limit", "100")["hits"]}
    assert hidden
    assert not hidden & found


@pytest.mark.parametrize("query", ["x" * 10_000, '"', "*", "AND", "@", "", "-", "(", '"" OR *', "\x00", "😀"])
def test_no_query_breaks_the_search(terminal: Terminal, query: str) -> None:
    assert terminal.json("search", query).keys() >= RESULT_KEYS


@pytest.mark.parametrize("year", ["neunzehn", "2018..2020..2022", "20191"])
def test_a_year_that_is_none_is_wrong_use(terminal: Terminal, year: str) -> None:
    result = terminal.run("search", "fest", "--year", year)
    assert result.exit_code == 2
    assert "kein Jahr" in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--site", "Atlantis"), ["Standort „Atlantis“: Dazu gibt es kein Dokument.", "Es gibt:", "Gotha"]),
        (("--site", "Hmburg"), ["Standort „Hmburg“", "Meinten Sie: Hamburg."]),
        (("--passage-kind", "Beschlsus"), ["Abschnittsart „Beschlsus“", "Beschluss"]),
    ],
)
def test_a_filter_that_nothing_has_is_wrong_use(terminal: Terminal, options: tuple[str, str], said: list[str]) -> None:
    result = terminal.run("search", "graffiti", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(part in result.stderr for part in said), result.stderr


def test_words_that_stand_in_no_document_are_said(terminal: Terminal) -> None:
    result = terminal.run("search", "xqzvbt")
    assert (result.exit_code, result.stdout) == (0, "0 Treffer in 0 Dokumenten\n")
    assert "Dieses Wort steht in keinem Dokument: „xqzvbt“. Prüfen Sie die Schreibweise" in result.stderr
    phrase = terminal.run("search", '"xqzvbt wrtzlpf"')
    assert "in keinem Dokument: „xqzvbt wrtzlpf“." in phrase.stderr
    both = terminal.run("search", "xqzvbt wrtzlpf graffiti", "--json")
    assert json.loads(both.stdout).keys() >= RESULT_KEYS
    assert "Diese Wörter stehen in keinem Dokument: „xqzvbt“, „wrtzlpf“." in both.stderr
    assert terminal.run("search", "graffiti").stderr == ""


def test_hits_are_told_in_words_too(terminal: Terminal) -> None:
    result = terminal.run("search", "grafitti prävenzion")
    assert "Treffer in" in result.stdout
    assert "Gesucht wurde nach „graffiti prävention“." in result.stdout
    assert "Beispiel" in result.stdout


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("graffiti grafitti", "Meinten Sie „graffiti graffiti“?"),
        ("graffiti gotha", "Erkannt: Standort „Gotha“."),
        ("was bedeutet BAMF", "Aus dem Glossar: BAMF (Bundesamt für Migration und Flüchtlinge): "),
    ],
)
def test_it_is_told_how_a_query_was_understood(terminal: Terminal, query: str, said: str) -> None:
    assert said in terminal.run("search", query).stdout


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("gr*", "„gr*“: Ein Stern steht am Ende eines Wortanfangs von mindestens 3 Buchstaben"),
        ("der die das", "Damit ist noch nichts gesagt, wonach gesucht werden soll."),
    ],
)
def test_it_is_told_why_nothing_could_be_looked_for(terminal: Terminal, query: str, said: str) -> None:
    result = terminal.run("search", query)
    assert said in result.stderr
    assert "Schreibweise" not in result.stderr


def test_older_versions_are_found_where_they_are_asked_for(terminal: Terminal) -> None:
    def older(*options: str) -> set[int | None]:
        found = terminal.json("search", "Nadelmethode", "--kind", "Methodenpapier", "--limit", "100", *options)
        return {hit["older_version"] for hit in found["hits"]}

    assert older() == {None}
    assert older("--older-versions") == {None, 1}
