"""Tells pages that are pictures, by what was read of them: without the libraries that read files."""

from indexer.extraction.pages import Outcome, Page, Reading, TextOrigin

#: A page with fewer characters is a scan with a stamp or page number at most.
FEWEST_CHARACTERS = 20
PDF = "application/pdf"


def needs_recognition(reading: Reading) -> bool:
    """Tell whether a file may have text in pictures that has not been looked for."""
    if reading.outcome not in (Outcome.TEXT, Outcome.NO_TEXT):
        return False
    if reading.media_type.startswith("image/"):
        return not reading.pages
    return reading.media_type == PDF and any(map(is_scan, reading.pages))


def is_scan(page: Page) -> bool:
    """Tell whether text has not been looked for in the picture of a page."""
    return page.origin is TextOrigin.LAYER and len(page.text.strip()) < FEWEST_CHARACTERS
