"""Turning the pages of a document as it is printed."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

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
    sheet = page.locator(".sheet img")
    sheet.evaluate("image => image.decode()")  # waits until it has come
    assert sheet.evaluate("image => image.naturalHeight") > 1000


def test_arrows_turn_the_pages_and_lead_from_match_to_match(page: Page, printed: str) -> None:
    page.goto(f"{printed}/seiten/1?q=jugendliche")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/seiten/2?*")
    page.keyboard.press("Shift+ArrowLeft")
    page.wait_for_url("**/seiten/1?*")
    expect(page.locator(".hits strong")).to_have_text(re.compile("Fundstelle 4 von 5"))
    page.locator("#q").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("/seiten/1"))


def test_the_next_hit_is_there_before_it_is_asked_for(page: Page, printed: str) -> None:
    page.goto(f"{printed}?q=jugendliche")
    page.get_by_role("link", name=re.compile("Auf der Seite zeigen")).first.click()
    total = int(page.locator(".hits strong").inner_text().split()[-1])
    assert total > 2
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stays = true")
    page.evaluate(
        "window.moved = 0; new PerformanceObserver((list) => { for (const each of list.getEntries())"
        " window.moved += each.value; }).observe({type: 'layout-shift', buffered: true})"
    )
    # What was fetched ahead is shown without a request: none is answered any more.
    page.context.set_offline(offline=True)
    page.get_by_role("link", name=re.compile("Nächste Fundstelle")).click()
    expect(page.locator(".hits strong")).to_have_text(f"Fundstelle 2 von {total}")
    assert page.evaluate("document.querySelector('.print img').complete")
    expect(page.get_by_role("link", name=re.compile("Nächste Fundstelle"))).to_be_focused()
    page.context.set_offline(offline=False)
    assert page.evaluate("window.stays")
    assert "stelle=2" in page.url
    page.go_back()
    expect(page.locator(".hits strong")).to_have_text(f"Fundstelle 1 von {total}")
    assert page.evaluate("window.moved") == 0


def test_hits_are_walked_by_key_from_the_first_to_the_last(page: Page, printed: str) -> None:
    page.goto(f"{printed}/seiten/1?q=jugendliche&stelle=1")
    total = int(page.locator(".hits strong").inner_text().split()[-1])
    for hit in range(2, total + 1):
        page.keyboard.press("Shift+ArrowRight")
        expect(page.locator(".hits strong")).to_have_text(f"Fundstelle {hit} von {total}")
        expect(page.locator(".passage.current")).to_have_count(1)
        assert page.locator("rect.mark").count() > 0
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".hits strong")).to_have_text(f"Fundstelle {total} von {total}")


def test_hits_are_walked_by_key_in_the_text(page: Page, printed: str) -> None:
    page.goto(f"{printed}?q=jugendliche")
    first, second = (each.get_attribute("id") for each in page.locator(".passage[data-hit]").all()[:2])
    page.keyboard.press("Shift+ArrowRight")
    expect(page).to_have_url(re.compile(f"#{first}$"))
    page.keyboard.press("Shift+ArrowRight")
    expect(page).to_have_url(re.compile(f"#{second}$"))
    page.keyboard.press("Shift+ArrowLeft")
    expect(page).to_have_url(re.compile(f"#{first}$"))


def test_without_scripts_hits_are_walked_by_links(browser: Browser, browser_context_args: Any, printed: str) -> None:  # noqa: ANN401 - a dictionary
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{printed}/seiten/1?q=jugendliche")
    page.get_by_role("link", name=re.compile("Nächste Fundstelle")).click()
    expect(page.locator(".hits strong")).to_have_text(re.compile("Fundstelle 2 von"))
    context.close()


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
