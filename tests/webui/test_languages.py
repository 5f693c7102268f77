"""German first, English complete, the language kept in every link."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

import webui

ROOT = Path(webui.__file__).parent
ENGLISH = ROOT / "translations" / "en" / "LC_MESSAGES" / "messages.po"


def test_every_text_has_its_english(tmp_path: Path) -> None:
    """Extract the texts anew: what is not in the catalogue, or empty there, is missing."""
    template = tmp_path / "messages.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", "--keywords", "mark"]
    command += ["--mapping", "translations/babel.cfg", "--output-file", str(template), "."]
    subprocess.run(command, cwd=ROOT, check=True)
    with template.open("rb") as file:
        wanted = {message.id for message in read_po(file) if message.id}
    with ENGLISH.open("rb") as file:
        catalogue = read_po(file, locale="en")
    there = {message.id for message in catalogue if message.id and message.string and all(message.string)}
    assert wanted == there


def test_translations_keep_the_values_they_are_given() -> None:
    with ENGLISH.open("rb") as file:
        for message in read_po(file, locale="en"):
            assert _values(str(message.id)) == _values(str(message.string)), message.id


def test_the_browser_chooses_the_language(client: FlaskClient) -> None:
    assert '<html lang="de">' in client.get("/").text
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "en-GB,de;q=0.5"}).text
    assert '<html lang="de">' in client.get("/", headers={"Accept-Language": "fr"}).text


def test_the_address_overrules_the_browser(client: FlaskClient) -> None:
    page = client.get("/?lang=en", headers={"Accept-Language": "de"}).text
    assert "What are you looking for?" in page
    assert "Wonach suchen Sie?" not in page


def test_links_and_forms_keep_the_language_asked_for(client: FlaskClient) -> None:
    page = client.get("/suche?q=graffiti&lang=en").text
    links = re.findall(r'href="(/[^"]*)"', page)
    assert len(links) > 20
    kept = [link for link in links if not link.startswith("/static/") and "lang=de" not in link]
    assert all("lang=en" in link for link in kept)
    assert page.count('<input type="hidden" name="lang" value="en">') == page.count('method="get"')
    sent = re.findall(r'<form action="([^"]*)" method="post"', page)
    assert sent
    assert all("lang=en" in action for action in sent)


def test_an_unknown_language_is_not_kept(client: FlaskClient) -> None:
    page = client.get("/?lang=tlh").text
    assert "tlh" not in page.replace("lang=en", "")


def test_the_other_language_leads_to_the_same_page(client: FlaskClient) -> None:
    page = client.get("/suche?q=graffiti&standort=Hamburg&standort=Gotha").text
    assert 'href="/suche?q=graffiti&amp;standort=Hamburg&amp;standort=Gotha&amp;lang=en"' in page


@pytest.mark.parametrize("query", ["_external=1&_scheme=javascript", "endpoint=x", "_anchor=x&_method=POST", "code=x"])
def test_parameters_of_the_reader_never_become_those_of_the_program(client: FlaskClient, query: str) -> None:
    page = client.get(f"/hilfe?{query}")
    assert page.status_code == 200
    assert f'href="/hilfe?{query.replace("&", "&amp;")}&amp;lang=en"' in page.text
    assert "javascript:" not in page.text


def test_english_dates_read_english(client: FlaskClient) -> None:
    assert "3–4 April 2019" in client.get("/treffen/standorttreffen-hamburg-2019?lang=en").text


def _values(texts: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s", texts))
