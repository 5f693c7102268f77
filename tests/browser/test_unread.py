"""Who waits for a document to be read sees it without loading the page anew."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from archive.accounts.values import Credentials
from archive.archive import Submission
from archive.erasure import ErasureReason
from archive.values import Details, Visibility
from indexer.extraction.isolation import Extractor
from tests.browser.conftest import sign_in
from webui.compose import Holdings

pytestmark = pytest.mark.browser


#: Address below that of a document → what stands on its page once it is read.
PAGES = {"": "Säge und Hammer", "/personenangaben": "Weiteres schwärzen"}


@pytest.mark.parametrize("below", PAGES)
def test_a_page_follows_once_its_document_is_read(
    quiet: Page, holdings: Holdings, coordination: Credentials, tmp_path: Path, below: str
) -> None:
    code = _take_in(holdings, tmp_path, f"Säge und Hammer liegen bereit. {below}", Visibility.INTERNAL)
    sign_in(quiet, coordination)
    quiet.goto(f"/dokumente/{code}{below}")
    expect(quiet.get_by_text("wird gerade gelesen")).to_be_visible()
    with Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
    expect(quiet.locator("main").get_by_text(PAGES[below]).first).to_be_visible(timeout=20_000)
    holdings.archive.erase(code, "", ErasureReason.DISCARDED)


@pytest.mark.parametrize("below", PAGES)
def test_what_is_recorded_when_it_is_opened_is_not_opened_by_itself(
    quiet: Page, holdings: Holdings, coordination: Credentials, tmp_path: Path, below: str
) -> None:
    code = _take_in(holdings, tmp_path, f"Nur für die Koordination. {below}", Visibility.COORDINATION)
    sign_in(quiet, coordination)
    quiet.goto(f"/dokumente/{code}{below}")
    expect(quiet.get_by_text("wird gerade gelesen")).to_be_visible()
    expect(quiet.locator("[data-unread]")).to_have_count(0)
    holdings.archive.erase(code, "", ErasureReason.DISCARDED)


def _take_in(holdings: Holdings, folder: Path, text: str, visibility: Visibility) -> str:
    (folder / "zettel.txt").write_text(text, encoding="utf-8")
    submission = Submission(folder / "zettel.txt", "zettel.txt", Details("Zettel", visibility=visibility))
    return holdings.archive.take_in(submission).code
