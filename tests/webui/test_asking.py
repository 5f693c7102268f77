"""A question to the coordination: from every page, to the mailbox the carrier names."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.webui.people import visitor
from webui.services import Services
from webui.statements import FILE, mailbox


@pytest.fixture
def home(empty: Services) -> Path:
    (empty.archive.home.root / FILE).write_text('[fragen]\npostfach = "archiv@example.org"\n', encoding="utf-8")
    return empty.archive.home.root


def question(page: str) -> str:
    found = re.search(r'<a href="([^"]+)">Frage an die Koordination</a>', page)
    assert found
    return found[1].replace("&amp;", "&")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("path", ["/", "/suche?q=geheim", "/gibt-es-nicht", "/einladung/Zauberwort4711"])
def test_every_page_leads_to_a_mail_that_tells_nothing_of_the_address(empty: Services, path: str) -> None:
    assert question(visitor(empty).get(path).text) == "mailto:archiv@example.org?subject=Frage%20zum%20Wissensarchiv"


@pytest.mark.usefixtures("home")
def test_on_a_document_the_mail_names_it(empty: Services) -> None:
    asked = urlsplit(question(visitor(empty).get("/dokumente/D-2026-0001?q=geheim").text))
    parts = parse_qs(asked.query)
    assert parts["subject"] == ["Frage zu D-2026-0001"]
    assert parts["body"] == ["\r\n\r\nhttp://localhost/dokumente/D-2026-0001"]


@pytest.mark.parametrize(
    "written", ["", "[fragen]\npostfach = 3\n", '[fragen]\npostfach = "a@b?cc=c@d"\n', "fragen = 1\n", "[fragen\n"]
)
def test_without_a_mailbox_there_is_no_such_way(empty: Services, written: str) -> None:
    (empty.archive.home.root / FILE).write_text(written, encoding="utf-8")
    assert mailbox(empty.archive.home.root) == ""
    assert "mailto:" not in visitor(empty).get("/").text
