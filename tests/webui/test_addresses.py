"""The address of a search and the request it stands for."""

import pytest
from werkzeug.datastructures import MultiDict

from indexer.index.view import Versions
from indexer.search.request import SearchRequest, Sort, Spelling
from webui.addresses import LONGEST_QUERY, on_page, read_request, without_filter, write_request

REQUESTS = [
    SearchRequest(),
    SearchRequest("graffiti hamburg"),
    SearchRequest("a", {"site": ("Hamburg", "Gotha"), "year": ("2019",)}),
    SearchRequest("a", {"passage_kind": ("Beschluss",), "kind": ("Protokoll",), "topic": ("Kultur",)}),
    SearchRequest("a", {"site": ("Gotha",)}, excluded={"site": ("Hamburg", "Peine"), "year": ("2019",)}),
    SearchRequest("graffiti hamburg 2019", literal=("hamburg", "2019")),
    SearchRequest("a", {"meeting": ("Standorttreffen Hamburg 2019",)}, Sort.OLDEST, Spelling.EXACT, 3),
    SearchRequest("a", {"site": ("Gotha",)}, page=2, versions=Versions.ALL),
]


@pytest.mark.parametrize("request_", REQUESTS)
def test_writing_and_reading_undo_each_other(request_: SearchRequest) -> None:
    assert read_request(MultiDict(write_request(request_))) == request_


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"seite": "0"}, SearchRequest()),
        ({"seite": "-3"}, SearchRequest()),
        ({"seite": "drei"}, SearchRequest()),
        ({"seite": "9" * 5000}, SearchRequest()),
        ({"seite": "²"}, SearchRequest()),
        ({"sortierung": "zufall"}, SearchRequest()),
        ({"fassungen": "keine"}, SearchRequest()),
        ({"sortierung": "titel"}, SearchRequest(sort=Sort.TITLE)),
        ({"standort": ["", " Gotha ", "Gotha"]}, SearchRequest(filters={"site": ("Gotha",)})),
        ({"q": "  zwei \n Wörter "}, SearchRequest("zwei Wörter")),
        ({"fremd": "x", "visible": "Entwurf", "limit": "1000"}, SearchRequest()),
    ],
)
def test_what_makes_no_sense_is_left_out(address: dict[str, str | list[str]], expected: SearchRequest) -> None:
    assert read_request(MultiDict(address)) == expected


def test_a_pasted_text_is_cut() -> None:
    assert len(read_request(MultiDict({"q": "x" * 10_000})).query) == LONGEST_QUERY


def test_a_removed_filter_leads_back_to_the_first_page() -> None:
    asked = on_page(SearchRequest("a", {"site": ("Hamburg", "Gotha"), "year": ("2019",)}), 4)
    left = without_filter(asked, "site", "Hamburg")
    assert left == SearchRequest("a", {"site": ("Gotha",), "year": ("2019",)})
    assert without_filter(left, "site", "Gotha") == SearchRequest("a", {"year": ("2019",)})
