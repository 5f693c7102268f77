"""What must always answer, whatever happens to the disk, the catalogue or the index."""

import time
from collections.abc import Callable

from tests.walk.server import Server

TEXT = "Wir beschließen die Fahrradwerkstatt am Graffiti."

#: Seconds after which search has to answer again.
PATIENCE = 180

#: Browsing and downloading, as the coordination sees them.
ALWAYS = ("/", "/treffen", "/standorte", "/dokumente/D-{year}-0001", "/dokumente/D-{year}-0001/original", "/hochladen")

#: Words that stand in many places of an index.
QUERIES = ("graffiti", "fahrradwerkstatt", "beschlie%C3%9Fen", "wir", "werkstatt", "%22am+Graffiti%22", "")


def upload(server: Server, number: int) -> tuple[int, str]:
    """Send a small file of its own."""
    return server.upload(f"datei-{number}.txt", f"{TEXT} Nummer {number}.".encode())


def browse(server: Server) -> dict[str, int]:
    """Return the pages that do not answer, with their status."""
    pages = [each.format(year=time.gmtime().tm_year) for each in ALWAYS]
    answers = {page: server.get(page)[0] for page in pages}
    return {page: status for page, status in answers.items() if status != 200}


def finds(server: Server, number: int) -> bool:
    """Tell whether a file that was sent is found."""
    status, page = server.get(f"/suche?q=%22Nummer+{number}%22")
    return status == 200 and "/dokumente/D-" in page


def wait_until(is_so: Callable[[], bool]) -> None:
    """Return as soon as something is so, or fail."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, "it never comes back"
        time.sleep(0.2)
