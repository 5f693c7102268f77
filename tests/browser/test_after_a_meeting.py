"""After a meeting: twelve files are dropped at once, looked through with the keyboard, published, and found by another.

A real server and worker do their part. `pytest -s` shows the seconds from the drop to the first search that finds.
"""

import base64
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.walk.server import NAME, PASSWORD, PATIENCE, Server, add_account

pytestmark = pytest.mark.browser

HOLDINGS = Path(__file__).parents[2] / "documents" / "holdings"
STAFF = "Mitarbeit Muster"

#: What the archive holds before: the first comes again as it is, the second with another end.
BEFORE = ("protokoll-standorttreffen-frankfurt-2018.pdf", "standorttreffen_digital_mai2020_mitschrift.txt")
NEW = (
    "protokoll-standorttreffen-gotha-2020.pdf",
    "protokoll-standorttreffen-trier-2021.docx",
    "protokoll-fachtag-antirassismus-2020.pdf",
    "programm-standorttreffen-hamburg-2019.pdf",
    "methode-ideenwerkstatt.md",
    "methode-world-cafe.odt",
    "praesentation-jugendkonferenz-dresden.pptx",
)
ATTENDANCE = """# Teilnahmeliste

Teilnahmeliste zum Standorttreffen Hamburg, 3. und 4. April 2019

| Name | Einrichtung | E-Mail | Unterschrift |
|---|---|---|---|
| Erika Beispiel | JMD Musterstadt | erika.beispiel@example.org | |
| Max Muster | JMD Beispielhausen | max.muster@example.org | |
"""

#: Puts files on the page as if someone had dropped them there.
DROP = """async (files) => {
    const transfer = new DataTransfer();
    for (const [name, content] of files) {
        const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
    }
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A running archive that holds two documents, with an account for each of two people."""
    home = tmp_path / "home"
    add_account(home)
    _run(home, "account", "add", STAFF, "--role", "Mitarbeitende", "--password-stdin", typed=PASSWORD)
    _run(home, "ingest", *(str(HOLDINGS / name) for name in BEFORE))
    running = Server(home, "--empty")
    yield running
    running.end(signal.SIGTERM)
    for pipe in (running.process.stdout, running.process.stderr):
        assert pipe
        pipe.close()


def test_what_is_dropped_is_looked_through_published_and_found(server: Server, browser: Browser) -> None:
    address = f"http://127.0.0.1:{server.port}"
    page, other = (_signed_in(browser, address, name) for name in (NAME, STAFF))
    page.goto(f"{address}/hochladen")
    began = time.monotonic()
    _drop(page)
    assert not _finds(other, address, "ideenwerkstatt")
    _look_through(page, address)
    until = time.monotonic() + PATIENCE
    while not _finds(other, address, "World-Café für viele"):
        assert time.monotonic() < until
        time.sleep(0.1)
    print(json.dumps({"seconds_from_drop_to_found": round(time.monotonic() - began, 1)}))  # noqa: T201 - shown by -s
    assert not _finds(other, address, "beispielhausen")


def _drop(page: Page) -> None:
    """Drop the twelve files, and wait until the table is filled."""
    page.evaluate(DROP, [[name, base64.b64encode(content).decode()] for name, content in _twelve()])
    page.wait_for_url(re.compile("/hochladen/.+"), timeout=PATIENCE * 1000)
    expect(page.locator("#waiting")).to_have_count(0, timeout=PATIENCE * 1000)
    expect(page.get_by_role("status").first).to_contain_text("12 Dateien angekommen")
    expect(page.get_by_role("status").first).to_contain_text("1 schon vorhanden, 2 nicht aufgenommen")
    expect(page.locator(".row")).to_have_count(9)


def _look_through(page: Page, address: str) -> None:
    """Decide on the new version, correct a title, and publish, all by the keyboard."""
    page.get_by_role("button", name="Als neue Fassung speichern").press("Enter")
    expect(page.get_by_role("heading", name="Neue Fassungen")).to_be_visible()
    page.goto(f"{address}/pruefen")
    page.get_by_role("link", name=re.compile("1[12] Dateien")).press("Enter")
    expect(page.locator(".row")).to_have_count(8)
    changed = page.locator(".row", has_text="methode-world-cafe")
    changed.locator("summary").first.press("Enter")
    changed.get_by_label("Titel").press("Control+a")
    page.keyboard.type("World-Café für viele")
    sites = changed.locator(".boxes", has_text="Standorte")
    sites.locator("summary").press("Enter")
    sites.get_by_label("Gotha").press("Space")
    attendance = page.locator(".row", has_text="teilnahmeliste.md")
    expect(attendance.get_by_label("Wer soll es finden?")).to_have_value("nur Koordination")
    page.get_by_role("button", name="Alle vollständigen veröffentlichen").press("Enter")
    expect(page.get_by_text(re.compile("Dokumente sind veröffentlicht"))).to_be_visible()


def _twelve() -> Iterator[tuple[str, bytes]]:
    yield "leer.pdf", b""
    yield "programm.exe", b"MZ\x90\x00"
    yield BEFORE[0], (HOLDINGS / BEFORE[0]).read_bytes()
    yield "mitschrift-neu.txt", (HOLDINGS / BEFORE[1]).read_bytes() + b"\n\nEnde der Mitschrift.\n"
    yield "teilnahmeliste.md", ATTENDANCE.encode()
    for name in NEW:
        yield name, (HOLDINGS / name).read_bytes()


def _finds(page: Page, address: str, words: str) -> bool:
    page.goto(f'{address}/suche?q="{words}"')
    return page.locator(".hit").count() > 0


def _signed_in(browser: Browser, address: str, name: str) -> Page:
    page = browser.new_context(locale="de-DE").new_page()
    page.goto(f"{address}/anmelden")
    page.get_by_label("Konto").fill(name)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Abmelden")).to_be_visible()
    return page


def _run(home: Path, *arguments: str, typed: str = "") -> None:
    command = [sys.executable, "-m", "webui", "--home", str(home), *arguments]
    subprocess.run(command, input=typed, text=True, timeout=PATIENCE, check=True, capture_output=True)
