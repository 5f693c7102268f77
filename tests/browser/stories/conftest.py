"""Whoever plays a story."""

import pytest
from playwright.sync_api import Page

from tests.browser.stories.hands import Hand, Keyboard, Mouse


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keyboard"])
def hand(request: pytest.FixtureRequest, quiet: Page) -> Hand:
    """Somebody who handles a page, once by mouse and once by keyboard alone."""
    made: Hand = request.param(quiet)
    return made
