"""Older versions on the page of hits: only where they are asked for, and never taken for the newest."""

import pytest

from archive.rights import Role
from tests.webui.people import person
from tests.webui.test_versions import held
from webui.services import Services

__all__ = ["held"]

MARKED = "Ältere Fassung vom"
ASKED = "/suche?q=%22nur+fr%C3%BCher%22&fassungen=alle"


def test_older_versions_are_found_only_where_they_are_asked_for(empty: Services, held: str) -> None:
    staff = person(empty, Role.STAFF)
    without = staff.get("/suche?q=%22nur+fr%C3%BCher%22").text
    assert "Keine Treffer" in without
    assert 'href="/suche?q=%22nur+fr%C3%BCher%22&amp;fassungen=alle">Auch ältere Fassungen durchsuchen' in without
    page = staff.get(ASKED).text
    assert MARKED in page
    assert "in 1 Fassung<" in page
    (passage,) = {each.id for each in empty.texts.passages(f"{held}.1") if "Nur früher" in each.text}
    assert f'href="/dokumente/{held}?q=%22nur+fr%C3%BCher%22&amp;fassung=1#{passage}"' in page
    assert f'href="/dokumente/{held}?q=%22nur+fr%C3%BCher%22">Zur aktuellen Fassung' in page
    assert f'href="/dokumente/{held}/original?fassung=1">' in page
    assert f'id="{passage}"' in staff.get(f"/dokumente/{held}?q=fr%C3%BCher&fassung=1").text


@pytest.mark.usefixtures("held")
def test_the_newest_version_is_not_marked_and_comes_first(empty: Services) -> None:
    page = person(empty, Role.STAFF).get("/suche?q=Wand+Punkt&fassungen=alle").text
    assert page.count(MARKED) == 1
    newest, older = page.split('<article class="hit">')[1:]
    assert MARKED not in newest
    assert MARKED in older
    assert MARKED not in person(empty, Role.STAFF).get("/suche?q=Wand+Punkt").text


@pytest.mark.usefixtures("held")
def test_the_choice_is_kept_and_can_be_taken_back(empty: Services) -> None:
    page = person(empty, Role.STAFF).get(ASKED + "&sortierung=titel").text
    assert '<input type="checkbox" name="fassungen" value="alle" checked>' in page
    assert '<input type="hidden" name="fassungen" value="alle">' in page
    assert 'href="/suche?q=%22nur+fr%C3%BCher%22&amp;sortierung=titel"><span>Auch ältere Fassungen</span>' in page
