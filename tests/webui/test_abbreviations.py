"""Abbreviations explained, and passages to be quoted."""

import re

import pytest
from flask.testing import FlaskClient

from tests.webui.people import visitor
from webui.abbreviations import Explaining, abbreviations_in
from webui.services import Services


def pieces(explaining: Explaining, text: str, leaf: int = 1) -> list[tuple[str, bool]]:
    return [(piece.text, piece.explanation is not None) for piece in explaining.pieces(text, leaf)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das QM lädt ein", [("Das ", False), ("QM", True), (" lädt ein", False)]),
        ("QM-Büro", [("QM", True), ("-Büro", False)]),
        ("JMD-iQ", [("JMD-iQ", True)]),
        ("qm, QMs, AQM und LQ-QM", [("qm, QMs, AQM und LQ-QM", False)]),
        ("", []),
    ],
)
def test_abbreviations_are_found_as_they_are_written(text: str, expected: list[tuple[str, bool]]) -> None:
    assert pieces(Explaining(), text) == expected


def test_an_abbreviation_is_explained_once_a_leaf() -> None:
    explaining = Explaining()
    assert pieces(explaining, "QM und QM") == [("QM", True), (" und QM", False)]
    assert pieces(explaining, "QM") == [("QM", False)]
    assert pieces(explaining, "QM", leaf=2) == [("QM", True)]
    assert {piece.number for piece in Explaining().pieces("QM JMD", 1)} == {0, 1, 2}


def test_both_meanings_are_told() -> None:
    (found,) = abbreviations_in(["Das QM"])
    assert set(found.meanings) >= {"Quartiersmanagement", "Qualitätsmanagement"}


def test_a_document_explains_and_lists_its_abbreviations(client: FlaskClient, filled: Services) -> None:
    code = next(each.code for each in filled.archive.descriptions() if each.title == "Protokoll Hamburg")
    page = client.get(f"/dokumente/{code}").text
    described = set(re.findall(r'aria-describedby="(abbr-\d+)"', page))
    assert described == set(re.findall(r'role="tooltip" id="(abbr-\d+)"', page))
    listed = abbreviations_in(each.text for each in filled.texts.passages(code))
    assert bool(listed) == ("Abkürzungen in diesem Dokument" in page)
    assert len(described) >= bool(listed)


def test_a_passage_is_quoted_with_where_it_stands(client: FlaskClient, filled: Services) -> None:
    code = next(each.code for each in filled.archive.descriptions() if each.title == "Protokoll Hamburg")
    passage = next(each for each in filled.texts.passages(code) if "legale Wand" in each.text)
    whole = client.get(f"/dokumente/{code}").text
    address = f"/dokumente/{code}/zitat/{passage.id}"
    assert f'href="{address}"' in whole
    page = client.get(address).text
    text = page[page.index("<textarea") : page.index("</textarea>")]
    for told in (
        "legale Wand",
        "Beispieldokument (erfunden): Protokoll Hamburg",
        "Standorttreffen Hamburg",
        "3.–4. April 2019",
        f"Seite {passage.page_label}",
        code,
        f"http://localhost/dokumente/{code}#{passage.id}",
    ):
        assert told in text
    assert client.get(f"/dokumente/{code}/zitat/D-0-unbekannt").status_code == 404
    assert client.get(f"{address}?fassung=7").status_code == 404
    assert visitor(filled).get(address).status_code == 404


def test_each_agenda_item_has_one_anchor(client: FlaskClient, filled: Services) -> None:
    code = next(each.code for each in filled.archive.descriptions() if each.title == "Protokoll Hamburg")
    page = client.get(f"/dokumente/{code}").text
    anchors = re.findall(r'id="(top-[^"]+)"', page)
    assert anchors == ["top-1", "top-2", "top-3"]
    for anchor in anchors:
        assert page.count(f'href="#{anchor}"') == 1
