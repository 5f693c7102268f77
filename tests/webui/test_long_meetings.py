"""A meeting that came to more than fits on one page: everything is there, page by page."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from archive.archive import Submission
from archive.rights import Role
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind
from indexer.extraction.isolation import Extractor
from tests.webui.people import Person, person
from webui.compose import open_holdings
from webui.services import Services
from webui.views.meetings import AGREED_PER_PAGE, BEFORE_PER_PAGE

MUCH, NEXT = "standorttreffen-hamburg-2019", "standorttreffen-gotha-2020"

DECISIONS = AGREED_PER_PAGE + 5


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Somebody who reads the minutes of a meeting with many decisions, and those of the next one."""
    folder = tmp_path_factory.mktemp("meetings")
    decided = "\n\n".join(f"Beschluss: Die Wand {number} wird gestrichen." for number in range(1, DECISIONS + 1))
    with open_holdings(folder / "home") as holdings, Extractor() as extractor:
        minutes = ((MUCH, date(2019, 4, 3), decided), (NEXT, date(2020, 11, 25), "Es wurde gekocht."))
        for meeting, day, text in minutes:
            path = folder / f"{meeting}.md"
            path.write_text(f"# Protokoll\n\n## TOP 1: Wände\n\n{text}\n", encoding="utf-8")
            when = DocumentDate(day, day, DatePrecision.DAY, DateSource.ENTRY)
            details = Details(f"Protokoll {meeting}", DocumentKind.PROTOKOLL, when, meeting)
            holdings.archive.take_in(Submission(path, path.name, details))
        holdings.indexing(extractor).catch_up()
        yield person(Services(holdings.archive, holdings.searcher(), holdings.texts), Role.STAFF)


def link(page: str, rel: str) -> str:
    """Return the address of the next or previous page of a list; the ways to other meetings have a language."""
    found = re.search(rf'<a href="([^"]+)" rel="{rel}">', page)
    assert found
    return found[1].replace("&amp;", "&")


def decisions(page: str) -> list[int]:
    """Return the numbers of the decisions in the box of decisions."""
    box = page.partition('id="decisions"')[2].partition("</section>")[0]
    return [int(each) for each in re.findall(r"<p lang=\"de\">Die Wand (\d+) wird", box)]


def test_the_pages_together_show_every_decision_once(reader: Person) -> None:
    first = reader.get(f"/treffen/{MUCH}").text
    second = reader.get(link(first, "next")).text
    assert f"Beschlüsse ({DECISIONS})" in first
    assert f"1 bis {AGREED_PER_PAGE} von {DECISIONS}" in first
    assert f'<ol start="{AGREED_PER_PAGE + 1}">' in second
    assert [*decisions(first), *decisions(second)] == list(range(1, DECISIONS + 1))


def test_what_is_left_out_is_in_the_register_at_once(reader: Person) -> None:
    page = reader.get(f"/treffen/{MUCH}").text
    found = re.search(r'href="(/aufgaben\?[^"]+)">Alle im Verzeichnis', page)
    assert found
    register = reader.get(found[1].replace("&amp;", "&")).text
    assert "Die Wand 1 wird gestrichen." in register
    assert f">{DECISIONS}<" in register or f"{DECISIONS} " in register


def test_what_was_agreed_before_is_shown_page_by_page(reader: Person) -> None:
    page = reader.get(f"/treffen/{NEXT}").text
    assert f"1 bis {BEFORE_PER_PAGE} von {DECISIONS}" in page
    assert f"{BEFORE_PER_PAGE + 1} bis {2 * BEFORE_PER_PAGE} von {DECISIONS}" in reader.get(link(page, "next")).text


def test_turning_one_list_leaves_the_others(reader: Person) -> None:
    page = reader.get(f"/treffen/{MUCH}?beschluesse=2&ergebnisse=1").text
    assert "ergebnisse=1" in link(page, "prev")
    assert "beschluesse" not in link(page, "prev")


def test_behind_the_last_page_is_the_last_page(reader: Person) -> None:
    answer = reader.get(f"/treffen/{MUCH}?beschluesse=99")
    assert (answer.status_code, answer.headers["Location"].partition("?")[2]) == (302, "beschluesse=2#documents")


def test_few_decisions_are_seen_at_once(reader: Person) -> None:
    assert 'rel="next">Nächste' not in reader.get(f"/treffen/{NEXT}?vorher=3").text
