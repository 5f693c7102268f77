"""One meeting for all files that were brought together."""

from dataclasses import replace

from flask.testing import FlaskClient

from archive.values import Details
from indexer.structure.proposals.proposal import Field
from tests.webui.uploading import HERE, row, upload
from webui.drafting.choices import Choices
from webui.drafting.contents import Contents
from webui.drafting.fields import RowField, Sureness
from webui.drafting.one_meeting import OneMeeting, guesses
from webui.drafting.rows import rows
from webui.services import Services

HAMBURG = "standorttreffen-hamburg-2019"


def test_one_meeting_can_be_given_to_all(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei")).headers["Location"]
    codes = [each.code for each in empty.archive.descriptions()]
    rows = {name: value for code in codes for name, value in row(code, titel=code, von="4.4.2019").items()}
    rows |= {f"{codes[1]}-von": "", "treffen-alle": HAMBURG, "tat": "treffen"}
    page = writer.post(address, data=rows, headers=HERE, follow_redirects=True).text
    assert "steht jetzt bei 2 Dokumenten." in page
    assert [each.meeting and each.meeting.key for each in empty.archive.descriptions()] == [HAMBURG, HAMBURG]
    dates = [each.date and each.date.start.isoformat() for each in empty.archive.descriptions()]
    assert dates == ["2019-04-04", "2019-04-03"]


def test_a_meeting_for_all_takes_the_place_of_no_other_and_contradicts_no_date(
    writer: FlaskClient, empty: Services
) -> None:
    address = upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei"), ("c.txt", b"Drei")).headers["Location"]
    one, two, three = (each.code for each in empty.archive.descriptions())
    rows = {
        **row(one, titel="A", treffen="standorttreffen-frankfurt-2018"),
        **row(two, titel="B", von="1.2.2018"),
        **row(three, titel="C"),
        "treffen-alle": HAMBURG,
        "tat": "treffen",
    }
    page = writer.post(address, data=rows, headers=HERE, follow_redirects=True).text
    assert "steht jetzt bei 1 Dokument. 2 wurden übersprungen:" in page
    assert "gehört schon zu „Standorttreffen Frankfurt 2018“" in page
    assert "ist vom 1. Februar 2018, das Treffen war 3.–4. April 2019" in page
    writer.post(address, data={**rows, "trotzdem": two}, headers=HERE)
    first, second, third = empty.archive.descriptions()
    assert first.meeting
    assert first.meeting.key == "standorttreffen-frankfurt-2018"
    assert second.meeting == third.meeting
    assert second.date
    assert second.date.start.isoformat() == "2018-02-01"


def test_a_meeting_that_was_only_guessed_gives_way(writer: FlaskClient, empty: Services) -> None:
    field = RowField(("standorttreffen-frankfurt-2018",), Sureness.CHECK, ())
    upload(writer, ("a.txt", b"Eins"))
    (document,) = empty.archive.descriptions()
    code, contents = document.code, Contents.of(empty.texts, [document])
    (before,) = rows(empty.archive, [document], contents, Choices.of(empty.archive).describer())
    guessed = guesses([replace(before, fields={**before.fields, Field.MEETING: field})])
    (hamburg,) = (each for each in empty.archive.vocabularies.meetings() if each.key == HAMBURG)
    change = OneMeeting(hamburg, guessed, ())
    assert change(code, Details(meeting="standorttreffen-frankfurt-2018")).meeting == HAMBURG
    assert change("D-2026-9999", Details(meeting="standorttreffen-frankfurt-2018")).meeting != HAMBURG


def test_no_meeting_for_all_is_said_beside_the_choice(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins")).headers["Location"]
    (code,) = (each.code for each in empty.archive.descriptions())
    answer = writer.post(address, data={**row(code, titel="Neu"), "tat": "treffen"}, headers=HERE)
    assert (answer.status_code, "Bitte wählen Sie ein Treffen aus." in answer.text) == (400, True)
    assert empty.archive.describe(code).title == "Neu"
