"""Two ways to handle a page: by mouse, and by keyboard alone."""

from abc import ABC, abstractmethod

import pytest
from playwright.sync_api import Locator, Page, expect

#: More presses of the tab key than any page needs from its beginning to its end.
MOST_PRESSES = 500

#: CSS pixels of outline by which one sees what has the focus.
SEEN = 2


class Hand(ABC):
    """Somebody who handles a page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @abstractmethod
    def press(self, wanted: Locator) -> None:
        """Press a button, or follow a link."""

    @abstractmethod
    def tick(self, box: Locator) -> None:
        """Tick a check box, or take the tick away."""

    @abstractmethod
    def write(self, field: Locator, text: str) -> None:
        """Write into a field, in place of what stands there."""

    @abstractmethod
    def choose(self, field: Locator, text: str) -> None:
        """Choose the option of a list that begins with a text."""

    @abstractmethod
    def point_at(self, wanted: Locator) -> None:
        """Come to something that says more to whoever does."""

    def search(self, query: str) -> None:
        """Ask the search box."""
        self.write(self.page.get_by_label("Wonach suchen Sie?"), query)
        self.press(self.page.get_by_role("search").get_by_role("button", name="Suchen"))


class Mouse(Hand):
    """Points and clicks; types where there is something to write."""

    def press(self, wanted: Locator) -> None:
        wanted.click()

    def tick(self, box: Locator) -> None:
        box.click()

    def write(self, field: Locator, text: str) -> None:
        field.click(click_count=3)
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def choose(self, field: Locator, text: str) -> None:
        field.select_option(field.locator("option", has_text=text).first.get_attribute("value"))

    def point_at(self, wanted: Locator) -> None:
        wanted.hover()


class Keyboard(Hand):
    """Has no mouse: comes to everything with the tab key, and sees where it is."""

    def press(self, wanted: Locator) -> None:
        self._reach(wanted)
        self.page.keyboard.press("Enter")

    def tick(self, box: Locator) -> None:
        self._reach(box)
        self.page.keyboard.press("Space")

    def write(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.type(text)
        expect(field.locator("option:checked")).to_contain_text(text)

    def point_at(self, wanted: Locator) -> None:
        self._reach(wanted)

    def _reach(self, wanted: Locator) -> None:
        expect(wanted).to_have_count(1)
        for _ in range(MOST_PRESSES):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("element => element === document.activeElement"):
                break
        else:
            pytest.fail(f"no way by keyboard to {wanted}")
        outline = wanted.evaluate("element => parseFloat(getComputedStyle(element).outlineWidth)")
        assert outline >= SEEN, f"the focus on {wanted} is not seen"
