"""Turning the pages of a document as it is printed."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations
from webui.compose import Holdings

pytestmark = pytest.mark.browser


@pytest.fixture
def printed(holdings: Holdings) -> str:
    """The path of a public PDF with several pages."""
    return next(
        f"/dokumente/{each.code}"
        for each in holdings.archive.descriptions()
        if each.media_type == "application/pdf" and each.title.startswith("JMDiQ Regionaltreffen Ost")
    )


def test_the_words_are_marked_where_they_stand(page: Page, printed: str) -> None:
    page.goto(f"{printed}?q=jugendliche")
    page.get_by_role("link", name=re.compile("Seitenbild.*Seite 1")).click()
    marks = page.locator("rect.mark")
    expect(marks).to_have_count(5)
    picture = page.locator(".sheet svg").bounding_box()
    mark = marks.first.bounding_box()
    assert picture
    assert mark
    assert picture["x"] < mark["x"] < picture["x"] + picture["width"]
    assert page.evaluate("document.querySelector('.sheet image').getBBox().height") > 1000


def test_arrows_turn_the_pages_and_lead_from_match_to_match(page: Page, printed: str) -> None:
    page.goto(f"{printed}/seiten/1?q=jugendliche")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/seiten/2?*")
    page.keyboard.press("Shift+ArrowLeft")
    page.wait_for_url("**/seiten/1?*")
    page.locator("#q").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("/seiten/1"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_no_barriers_a_machine_can_find(page: Page, printed: str, scheme: Any) -> None:  # noqa: ANN401 - a literal
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{printed}/seiten/1?q=jugendliche")
    assert violations(page) == []


@pytest.mark.parametrize("size", ["", "&groesse=gross"])
def test_a_narrow_page_scrolls_one_way_only(page: Page, printed: str, size: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{printed}/seiten/1?q=jugendliche{size}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
