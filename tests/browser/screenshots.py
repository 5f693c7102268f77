"""Takes pictures of the main pages, wide and narrow, from a real server: `make screenshots`.

    python -m tests.browser.screenshots FOLDER

Twelve pages are taken at 1280 and at 360 pixels. Three of the wide ones stand in the README and are written to
`docs/images` as well, cut to what is seen first; so are the pictures of the user's guide. The browser has to speak
German: its own words stand in date fields (Debian: apt install chromium-l10n).
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Playwright, sync_playwright

from archive.accounts.values import Credentials
from archive.rights import Role
from tests.browser import guide_pictures
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from webui.compose import open_holdings

#: Name of a picture → path of the page.
PAGES = {
    "start": "/",
    "search": "/suche?q=graffiti+hamburg",
    "nothing": "/suche?q=xyzzyq&jahr=2019",
    "meetings": "/treffen",
    "meeting": "/treffen/standorttreffen-hamburg-2019",
    "agreements": "/aufgaben",
    "site": "/standorte/gotha",
    "topic": "/themen/kultur",
    "matrix": "/themen/matrix",
    "methods": "/methoden",
    "paths": "/einstieg",
    "timeline": "/treffen/zeitleiste",
}

#: Width of the window → height of its first view.
SIZES = {1280: 900, 360: 740}

#: Pictures of the README.
README = ("search", "meeting", "agreements")
IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"

#: Pixels across, so that a picture of the README stays small.
README_WIDTH = 960


def main() -> None:
    """Start a server on the samples, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, served(Path(home)) as address, sync_playwright() as playwright:
        browser = german_browser(playwright)
        for width, height in SIZES.items():
            _take(browser, address, folder, width, height)
        guide_pictures.take(browser, address, _coordination(Path(home)))
        browser.close()
    for name in README:
        with Image.open(folder / f"{name}-1280.png") as taken:
            first = taken.crop((0, 0, taken.width, SIZES[1280]))
            first.thumbnail((README_WIDTH, README_WIDTH))
            first.convert("P", palette=Image.Palette.ADAPTIVE).save(IMAGES / f"{name}.png", optimize=True)


def german_browser(playwright: Playwright) -> Browser:
    """Start a browser whose own words, as in an empty date field, are German.

    Raises:
        SystemExit: It has no German words.
    """
    environment: dict[str, str | float | bool] = {**os.environ, "LANGUAGE": "de"}
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS, env=environment)
    page = browser.new_page()
    page.set_content("<input required>")
    said = page.evaluate("document.querySelector('input').validationMessage")
    page.close()
    if "Feld" not in said:
        browser.close()
        raise SystemExit(f"Chromium says “{said}”: install its German words (Debian: apt install chromium-l10n).")
    return browser


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Serve the sample holdings on a free port; yield the address."""
    command = [str(Path(sys.executable).with_name("wissensarchiv")), "--home", str(home), "start", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        line = ""
        while not line.startswith("Bereit:"):
            line = server.stdout.readline()
            if server.poll() is not None:
                raise SystemExit(server.returncode)
        yield line.split()[1].rstrip("/")
        server.send_signal(signal.SIGTERM)


def _coordination(home: Path) -> Credentials:
    with open_holdings(home) as holdings:
        return next(each for each in holdings.archive.sample_accounts.credentials() if each.role is Role.COORDINATION)


def _take(browser: Browser, address: str, folder: Path, width: int, height: int) -> None:
    page = browser.new_page(locale="de-DE", viewport={"width": width, "height": height})
    for name, path in PAGES.items():
        page.goto(address + path, wait_until="networkidle")
        page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)
    page.close()


if __name__ == "__main__":
    main()
