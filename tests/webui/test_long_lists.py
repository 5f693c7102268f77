"""Lists that grow with the years: no page shows hundreds of meetings at once, and each is found."""

import re
from datetime import date, timedelta

import pytest

from archive.entries import MeetingEntry
from archive.rights import Role
from indexer.search.request import FacetValue
from tests.webui.people import Person, person
from webui.services import Services
from webui.views.search import MOST_OTHERS, SHOWN_VALUES, arranged

#: More than fit on a page of any list.
MEETINGS = 110

DESK = "/verwaltung/vokabulare/treffen"


@pytest.fixture
def reader(empty: Services) -> Person:
    """The coordination of an archive that knows many meetings, one every ten days from 2030 on."""
    for number in range(MEETINGS):
        day = date(2030, 1, 1) + timedelta(10 * number)
        empty.archive.vocabularies.add_meeting(
            MeetingEntry(f"t{number}", f"Treffen {number}", "Fachtag", "Gotha", day, day)
        )
    return person(empty, Role.COORDINATION)


def titles(page: str) -> list[str]:
    return re.findall(r'lang="de">(Treffen \d+)<', page)


def link(page: str, rel: str) -> str:
    found = re.search(rf'<a href="([^"]+)" rel="{rel}"', page)
    assert found
    return found[1].replace("&amp;", "&")


def test_meetings_are_listed_page_by_page(reader: Person) -> None:
    first = reader.get("/treffen").text
    assert titles(first) == [f"Treffen {number}" for number in range(109, 49, -1)]
    second = reader.get(link(first, "next")).text
    assert titles(second) == [f"Treffen {number}" for number in range(49, -1, -1)]


def test_meetings_of_a_year(reader: Person) -> None:
    page = reader.get("/treffen?jahr=2031").text
    assert titles(page) == [f"Treffen {number}" for number in range(72, 36, -1)]
    assert re.search(r'jahr=2031" aria-current="page">2031', page)
    assert len(titles(reader.get("/treffen?jahr=1901").text)) == len(titles(reader.get("/treffen?jahr=x").text)) == 60


def test_few_meetings_are_seen_at_once(client: Person) -> None:
    page = client.get("/treffen").text
    assert "jahr=" not in page
    assert 'rel="next"' not in page


def test_a_vocabulary_is_listed_page_by_page_and_searched(reader: Person) -> None:
    first = reader.get(DESK).text
    assert len(titles(first)) < MEETINGS
    found = titles(first) + titles(reader.get(link(first, "next")).text)
    assert {f"Treffen {number}" for number in range(MEETINGS)} <= set(found)
    assert titles(reader.get(f"{DESK}?q=treffen+10").text) == ["Treffen 10", *(f"Treffen {n}" for n in range(100, 110))]
    nothing = reader.get(f"{DESK}?q=nirgends").text
    assert "Kein Eintrag heißt so." in nothing
    assert 'value="nirgends"' in nothing


def test_pages_of_what_was_searched_stay_narrowed(reader: Person) -> None:
    page = reader.get(f"{DESK}?q=t&_anchor=x&endpoint=y").text
    assert "q=t" in link(page, "next")


def facet_values(number: int, selected: int) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(f"Treffen {each}", number - each, each == selected) for each in range(number))


def test_the_most_frequent_values_of_a_facet_are_offered() -> None:
    found = arranged("meeting", facet_values(100, selected=99))
    assert [each.value for each in found.first] == [*(f"Treffen {each}" for each in range(SHOWN_VALUES)), "Treffen 99"]
    assert len(found.others) == MOST_OTHERS
    assert found.left == 100 - SHOWN_VALUES - MOST_OTHERS - 1
    few = arranged("meeting", facet_values(SHOWN_VALUES + 1, selected=0))
    assert ([each.value for each in few.others], few.left) == ([f"Treffen {SHOWN_VALUES}"], 0)
