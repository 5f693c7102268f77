"""Two people at the same rows: nobody takes back unseen what somebody else has entered."""

import re

import pytest
from flask.testing import FlaskClient

from archive.licences import Licence
from archive.values import Description, DocumentKind
from tests.webui.uploading import HERE, MINUTES, read, row, upload
from webui.services import Services

TOLD = "Hier wurde inzwischen etwas anderes eingetragen"


@pytest.fixture
def batch(writer: FlaskClient, empty: Services) -> str:
    """The address of a batch of two drafts that are read."""
    address = upload(writer, ("a.md", MINUTES), ("b.txt", b"Zwei")).headers["Location"]
    read(empty)
    return address


def form_of(page: str, code: str, **changed: str) -> dict[str, str | list[str]]:
    """Return what a browser sends of a row as the page shows it, but for what somebody changes."""
    stamp = re.search(rf'name="{code}-gezeigt" value="([^"]+)"', page)
    title = re.search(rf'id="{code}-titel"[^>]* value="([^"]*)"', page)
    kind = re.search(rf'id="{code}-art".*?</select>', page, re.DOTALL)
    meeting = re.search(rf'id="{code}-treffen".*?</select>', page, re.DOTALL)
    assert stamp
    assert title
    assert kind
    assert meeting
    typed = {
        name: re.findall(rf'id="{code}-{name}"[^>]* value="([^"]*)"', page)[0] for name in ("von", "bis", "schlagworte")
    }
    shown = {"titel": title[1], "art": _chosen(kind[0]), "treffen": _chosen(meeting[0]), "gezeigt": stamp[1], **typed}
    licence = re.search(rf'id="{code}-lizenz".*?</select>', page, re.DOTALL)
    assert licence
    shown["lizenz"] = _chosen(licence[0])
    boxes = {
        f"{code}-{name}": re.findall(rf'name="{code}-{name}" value="([^"]+)" checked', page)
        for name in ("standort", "thema")
    }
    return {**row(code, **{**shown, **changed}), **boxes}


def _chosen(select: str) -> str:
    """Return what a browser sends: the value of an option, which is its text where it has none."""
    found = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', select)
    return (found[2] if found[1] is None else found[1]) if found else ""


def described(services: Services, number: int) -> Description:
    return services.archive.descriptions()[number]


def test_what_somebody_else_entered_stays_where_a_row_was_not_touched(
    writer: FlaskClient, empty: Services, batch: str
) -> None:
    first, second = (each.code for each in empty.archive.descriptions())
    before = writer.get(batch).text
    mine = form_of(before, first, titel="Mein Titel", schlagworte="Wand", art="Bericht", treffen="", lizenz="CC0 1.0")
    writer.post(batch, data={**mine, f"{first}-standort": ["gotha"]}, headers=HERE)
    theirs = {**form_of(before, first), **form_of(before, second, titel="Anderes")}
    assert writer.post(batch, data=theirs, headers=HERE).status_code == 303
    kept = described(empty, 0)
    assert (kept.title, kept.kind, kept.meeting) == ("Mein Titel", DocumentKind.BERICHT, None)
    assert (kept.sites, kept.keywords, kept.licence) == (("Gotha",), ("Wand",), Licence.CC0)
    assert described(empty, 1).title == "Anderes"


def test_both_entering_something_is_told_and_the_second_has_the_last_word(
    writer: FlaskClient, empty: Services, batch: str
) -> None:
    first = described(empty, 0).code
    before = writer.get(batch).text
    writer.post(batch, data=form_of(before, first, titel="Eins", art="Bericht"), headers=HERE)
    answer = writer.post(batch, data=form_of(before, first, titel="Zwei", art="Bericht"), headers=HERE)
    assert (answer.status_code, answer.text.count(f">{first}: {TOLD}")) == (400, 1)
    assert described(empty, 0).title == "Eins"
    again = form_of(answer.text, first)
    assert again[f"{first}-titel"] == "Zwei"
    assert writer.post(batch, data=again, headers=HERE).status_code == 303
    assert described(empty, 0).title == "Zwei"


def test_a_row_that_is_sent_as_it_was_shown_enters_what_was_proposed(
    writer: FlaskClient, empty: Services, batch: str
) -> None:
    first = described(empty, 0).code
    writer.post(batch, data=form_of(writer.get(batch).text, first), headers=HERE)
    kept = described(empty, 0)
    assert (kept.kind, kept.meeting and kept.meeting.key) == (DocumentKind.PROTOKOLL, "standorttreffen-hamburg-2019")


def test_what_was_taken_away_stays_away(writer: FlaskClient, empty: Services, batch: str) -> None:
    first = described(empty, 0).code
    before = writer.get(batch).text
    assert form_of(before, first)[f"{first}-standort"] == ["hamburg"]
    writer.post(batch, data={**form_of(before, first), f"{first}-standort": []}, headers=HERE)
    shown = writer.get(batch).text
    writer.post(batch, data={**form_of(shown, first), f"{first}-standort": ["hamburg"]}, headers=HERE)
    writer.post(batch, data={**form_of(shown, first), f"{first}-standort": []}, headers=HERE)
    assert described(empty, 0).sites == ("Hamburg",)
