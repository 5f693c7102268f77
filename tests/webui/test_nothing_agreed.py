"""Decisions and tasks that are asked for and that there are none of."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

SAID = re.compile(r'<p class="notice"><strong>(K[^<]+)</strong>\s*<a href="([^"]+)">([^<]+)</a>')


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("q=fahrradwerkstatt&abschnitt=Beschluss", "Kein Beschluss gefunden."),
        ("q=fahrradwerkstatt&abschnitt=Aufgabe", "Keine Aufgabe gefunden."),
        ("q=fahrradwerkstatt&abschnitt=Aufgabe&abschnitt=Beschluss", "Kein Beschluss und keine Aufgabe gefunden."),
        ("q=beschluss+fahrradwerkstatt", "Kein Beschluss gefunden."),
        ("q=was+wurde+zur+fahrradwerkstatt+beschlossen", "Kein Beschluss gefunden."),
    ],
)
def test_it_is_said_and_leads_to_what_was_discussed(client: FlaskClient, asked: str, said: str) -> None:
    found = SAID.search(client.get(f"/suche?{asked}").text)
    assert found
    assert found[1] == said
    number = re.search(r"\d+", found[3])
    assert number
    assert f"{number[0]} Treffer in" in client.get(unescape(found[2])).text


@pytest.mark.parametrize(
    "asked",
    [
        "q=graffiti&abschnitt=Beschluss",
        "q=beschluss+graffiti",
        "q=fahrradwerkstatt",
        "q=fahrradwerkstatt&abschnitt=Ergebnis",
        "q=xyzzyq&abschnitt=Beschluss",
        "q=beschluss",
        "abschnitt=Beschluss&jahr=1999",
        "q=wer+soll+was+bis+wann+tun",
    ],
)
def test_it_is_not_said_otherwise(client: FlaskClient, asked: str) -> None:
    page = client.get(f"/suche?{asked}").text
    assert not SAID.search(page)
    assert "Diskussionsabschnitt" not in page
