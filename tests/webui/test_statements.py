"""What only the carrier can say: read from a file of the home, and never invented."""

import re
from pathlib import Path

import pytest

from archive.rights import Role
from tests.webui.people import Person, person, visitor
from webui.services import Services
from webui.statements import FILE, SECTIONS, statements

MISSING = "Noch auszufüllen"


@pytest.fixture
def home(empty: Services) -> Path:
    return empty.archive.home.root


@pytest.mark.parametrize("page", SECTIONS)
def test_what_is_missing_is_visibly_missing(empty: Services, page: str) -> None:
    shown = visitor(empty).get(f"/{page}").text
    assert shown.count(MISSING) == len(SECTIONS[page])
    assert FILE not in shown


def test_what_the_carrier_says_is_shown_as_text(empty: Services, home: Path) -> None:
    (home / FILE).write_text(
        '[impressum]\nanbieter = """\nBeispielträger e. V.\nBeispielstraße 1\n\n<b>Ort</b>\n"""\nvertretung = 3\n',
        encoding="utf-8",
    )
    page = visitor(empty).get("/impressum").text
    assert '<p lang="de">Beispielträger e. V. Beispielstraße 1</p>' in page
    assert "&lt;b&gt;Ort&lt;/b&gt;" in page
    assert page.count(MISSING) == len(SECTIONS["impressum"]) - 1
    assert visitor(empty).get("/datenschutz").text.count(MISSING) == len(SECTIONS["datenschutz"])


@pytest.mark.parametrize("page", SECTIONS)
def test_a_page_that_is_filled_in_asks_for_nothing(empty: Services, home: Path, page: str) -> None:
    lines = "\n".join(f'{section} = "Angabe zu {section}"' for section in SECTIONS[page])
    (home / FILE).write_text(f"[{page}]\n{lines}\n", encoding="utf-8")
    shown = visitor(empty).get(f"/{page}").text
    assert "auszufüllen" not in shown
    assert all(f"Angabe zu {section}" in shown for section in SECTIONS[page])


def test_whoever_runs_the_archive_is_told_how_to_fill_it_in(empty: Services, home: Path) -> None:
    operations: Person = person(empty, Role.OPERATIONS)
    page = operations.get("/impressum").text
    assert FILE in page
    assert all(f'<code>{section} = "…"</code>' in page for section in SECTIONS["impressum"])
    assert FILE not in person(empty, Role.STAFF).get("/impressum").text
    (home / FILE).write_text("[impressum\n", encoding="utf-8")
    assert "Diese Datei lässt sich nicht lesen" in operations.get("/impressum").text


@pytest.mark.parametrize(
    "written", [b"[impressum\n", b"\xff\xfe", b"impressum = 3\n", b'[impressum]\nanbieter = " "\n']
)
def test_a_file_that_says_nothing_breaks_no_page(home: Path, written: bytes) -> None:
    (home / FILE).write_bytes(written)
    said = statements(home, "impressum")
    assert not said.is_complete
    assert set(said.paragraphs.values()) == {()}


def test_help_is_in_plain_language(empty: Services) -> None:
    page = visitor(empty).get("/hilfe").text
    article = page[page.index("<article") : page.index("</article>")]
    text = re.sub(r"<[^>]+>", " ", article.replace("</li>", ".").replace("</h2>", ".").replace("</p>", "."))
    sentences = [len(each.split()) for each in re.split(r"[.?!]", text) if each.strip()]
    assert sum(sentences) <= 300
    assert max(sentences) <= 15
    assert sum(sentences) / len(sentences) <= 8
    assert article.count('href="/suche?') == 3
