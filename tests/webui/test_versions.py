"""The versions of a document: listed, read, compared, and found under the codes of drafts that became one."""

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from archive.archive import Submission
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.extraction.isolation import Extractor
from tests.webui.people import person, visitor
from webui.compose import open_holdings
from webui.services import Services

FIRST = ["Protokoll", "Die Wand wird grün.", *(f"Punkt {at} bleibt, wie er ist." for at in range(9)), "Nur früher."]
SECOND = ["Protokoll", "Die Wand wird bunt.", *FIRST[2:-1], "<b>Nur</b> später."]


def written(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def take(services: Services, folder: Path, name: str, content: bytes, details: Details) -> str:
    (folder / name).write_bytes(content)
    return services.archive.take_in(Submission(folder / name, name, details)).code


@pytest.fixture
def held(empty: Services, tmp_path: Path) -> str:
    """The code of an internal document; a draft has become its second version, in another format."""
    details = Details("Protokoll", visibility=Visibility.INTERNAL)
    code = take(empty, tmp_path, "alt.txt", "\n\n".join(FIRST).encode(), details)
    draft = take(empty, tmp_path, "neu.docx", written(SECOND), replace(details, visibility=Visibility.DRAFT))
    with open_holdings(empty.archive.home.root) as holdings, Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
        empty.archive.succession.make_version(draft, code)
        holdings.indexing(extractor).catch_up()
    return code


def test_all_versions_are_listed_with_their_files(empty: Services, held: str) -> None:
    page = person(empty, Role.STAFF).get(f"/dokumente/{held}/fassungen").text
    assert page.index("Fassung 2 (aktuell)") < page.index("Fassung 1<")
    for name, address in (("alt.txt", f"{held}/original?fassung=1"), ("neu.docx", f'{held}/original"')):
        assert name in page
        assert address in page


def test_who_brought_a_version_is_told_to_those_who_may_know(empty: Services, held: str) -> None:
    page = person(empty, Role.COORDINATION).get(f"/dokumente/{held}/fassungen").text
    assert page.count("(Das Archiv)") == 2
    assert "(Das Archiv)" not in person(empty, Role.STAFF).get(f"/dokumente/{held}/fassungen").text


def test_an_erased_version_leaves_the_others_to_compare(empty: Services, held: str, tmp_path: Path) -> None:
    take(empty, tmp_path, "noch-neuer.txt", b"Noch neuer", Details(version_of=held))
    empty.archive.erasure.erase_version(held, 1, "koo")
    page = person(empty, Role.STAFF).get(f"/dokumente/{held}/fassungen").text
    assert "Fassung 1" not in page
    assert "Fassung 3 (aktuell)" in page


def test_the_newest_two_are_compared_word_by_word(empty: Services, held: str) -> None:
    page = person(empty, Role.STAFF).get(f"/dokumente/{held}/fassungen").text
    assert "3 Absätze sind anders." in page
    assert "Die Wand wird <del>grün</del>." in page
    assert "Die Wand wird <ins>bunt</ins>." in page
    assert "<del>Nur früher.</del>" in page or "<del>früher</del>" in page
    assert "&lt;b&gt;" in page
    assert "<b>Nur" not in page
    assert "7 unveränderte Absätze (Seite 1)" in page


def test_versions_can_be_chosen_in_any_order_and_unknown_ones_are_not_there(empty: Services, held: str) -> None:
    reader = person(empty, Role.STAFF)
    address = f"/dokumente/{held}/fassungen"
    for chosen in ("alt=2&neu=1", "alt=1&neu=2"):
        assert "<del>grün</del>" in reader.get(f"{address}?{chosen}").text
    assert "Der Text beider Fassungen ist gleich." in reader.get(f"{address}?alt=1&neu=1").text
    assert {reader.get(f"{address}?alt={number}").status_code for number in ("0", "3", "x", "")} == {404}


def test_an_older_version_can_be_read_and_says_that_it_is_replaced(empty: Services, held: str) -> None:
    reader = person(empty, Role.STAFF)
    older, newer = reader.get(f"/dokumente/{held}?fassung=1").text, reader.get(f"/dokumente/{held}").text
    assert "Diese Fassung ist ersetzt." in older
    assert "Zur aktuellen Fassung" in older
    assert "Die Wand wird grün." in older
    assert f"/dokumente/{held}/original?fassung=1" in older
    assert "Diese Fassung ist ersetzt." not in newer
    assert "Die Wand wird bunt." in newer
    assert reader.get(f"/dokumente/{held}?fassung=3").status_code == 404
    assert reader.get(f"/dokumente/{held}?fassung=1&q=gr%C3%BCn").text.count("<mark>") == 1


def test_the_code_of_the_draft_leads_to_the_document(empty: Services, held: str) -> None:
    draft = held[:-1] + "2"
    reader = person(empty, Role.STAFF)
    for path in ("", "/original", "/fassungen"):
        answer = reader.get(f"/dokumente/{draft}{path}")
        assert (answer.status_code, answer.location) == (302, f"/dokumente/{held}{path}")
    assert person(empty, Role.COORDINATION).post(f"/dokumente/{draft}/erneut-lesen").status_code == 404


def test_who_may_not_see_a_document_learns_nothing_of_its_versions(empty: Services, held: str) -> None:
    stranger = visitor(empty)
    draft = held[:-1] + "2"
    for path in (f"{held}/fassungen", f"{held}?fassung=1", draft, f"{draft}/original", f"{draft}/fassungen"):
        assert stranger.get(f"/dokumente/{path}").status_code == 404


def test_a_single_version_is_compared_with_nothing(empty: Services, tmp_path: Path) -> None:
    code = take(empty, tmp_path, "a.txt", b"Text", Details())
    page = person(empty, Role.STAFF).get(f"/dokumente/{code}/fassungen").text
    assert not re.search("Vergleich(en)?<", page)


def test_versions_that_are_not_read_yet_say_so(empty: Services, tmp_path: Path) -> None:
    code = take(empty, tmp_path, "a.txt", b"Text", Details())
    take(empty, tmp_path, "b.txt", b"Anderes", Details(version_of=code))
    page = person(empty, Role.STAFF).get(f"/dokumente/{code}/fassungen").text
    assert "ist noch nicht gelesen" in page
