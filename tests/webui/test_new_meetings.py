"""A meeting the archive does not know yet is entered where its documents are looked through; nothing typed is lost."""

from datetime import date

from flask.testing import FlaskClient

from tests.webui.uploading import HERE, row, upload
from webui.services import Services

NEW = {
    "neu-name": "Standorttreffen Gotha 2022",
    "neu-art": "Standorttreffen",
    "neu-ort": "Gotha",
    "neu-beginn": "2022-05-18",
    "neu-ende": "2022-05-19",
    "tat": "neues-treffen",
}


def test_a_new_meeting_is_entered_and_given_to_all_with_what_was_typed(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei")).headers["Location"]
    one, two = (each.code for each in empty.archive.descriptions())
    rows = {**row(one, titel="Bericht"), **row(two, titel="Notiz")}
    page = writer.post(address, data={**rows, **NEW}, headers=HERE, follow_redirects=True).text
    assert "„Standorttreffen Gotha 2022“ steht jetzt bei 2 Dokumenten." in page
    documents = empty.archive.descriptions()
    assert [each.title for each in documents] == ["Bericht", "Notiz"]
    for each in documents:
        assert each.meeting
        assert (each.meeting.title, each.meeting.place) == (NEW["neu-name"], "Gotha")
        assert (each.meeting.start, each.meeting.end) == (date(2022, 5, 18), date(2022, 5, 19))
        assert page.count(f'<option value="{each.meeting.key}"') == 1 + len(documents)


def test_what_cannot_be_a_meeting_is_told_and_stays_in_its_fields(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins")).headers["Location"]
    (code,) = (each.code for each in empty.archive.descriptions())
    before = empty.archive.vocabularies.meetings()
    for change, advice in (
        ({"neu-name": " "}, "Ein Name hat 1 bis 120 Zeichen"),
        ({"neu-beginn": ""}, "an welchem Tag das Treffen beginnt"),
        ({"neu-ende": "2022-05-01"}, "Das Treffen endet, bevor es beginnt."),
        ({"neu-art": "Kaffeerunde"}, "Den Eintrag „Kaffeerunde“ gibt es nicht."),
        ({"neu-name": "standorttreffen hamburg 2019"}, "gibt es schon. Bitte wählen Sie es oben in der Liste aus."),
    ):
        answer = writer.post(address, data={**row(code, titel="Bericht"), **NEW, **change}, headers=HERE)
        assert (answer.status_code, advice in answer.text) == (400, True), advice
        assert '<details class="more new-meeting" open>' in answer.text
        assert f'name="neu-name" value="{(NEW | change)["neu-name"]}"' in answer.text
        (document,) = empty.archive.descriptions()
        assert (document.title, document.meeting) == ("Bericht", None)
    assert empty.archive.vocabularies.meetings() == before


def test_a_meeting_entered_beside_a_faulty_row_is_there_and_chosen(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins")).headers["Location"]
    (code,) = (each.code for each in empty.archive.descriptions())
    answer = writer.post(address, data={**row(code, titel="Bericht", von="31.2.2022"), **NEW}, headers=HERE)
    assert answer.status_code == 400
    (key,) = (each.key for each in empty.archive.vocabularies.meetings() if each.title == NEW["neu-name"])
    assert f'<option value="{key}" selected>' in answer.text
    assert '<details class="more new-meeting">' in answer.text


def test_the_days_of_documents_without_a_meeting_are_proposed(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei")).headers["Location"]
    one, two = (each.code for each in empty.archive.descriptions())
    rows = {**row(one, titel="A", von="18.5.2022", bis="19.5.2022"), **row(two, titel="B")}
    page = writer.post(address, data={**rows, "tat": "speichern"}, headers=HERE, follow_redirects=True).text
    assert 'name="neu-beginn" value="2022-05-18"' in page
    assert 'name="neu-ende" value="2022-05-19"' in page


def test_the_days_of_most_of_them_are_proposed(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins"), ("b.txt", b"Zwei"), ("c.txt", b"Drei")).headers["Location"]
    codes = [each.code for each in empty.archive.descriptions()]
    days = [("3.2.2022", ""), ("14.6.2022", "15.6.2022"), ("14.6.2022", "15.6.2022")]
    rows = {
        name: value
        for code, (first, last) in zip(codes, days, strict=True)
        for name, value in row(code, titel="A", von=first, bis=last).items()
    }
    page = writer.post(address, data={**rows, "tat": "speichern"}, headers=HERE, follow_redirects=True).text
    assert 'name="neu-beginn" value="2022-06-14"' in page
    assert 'name="neu-ende" value="2022-06-15"' in page


def test_a_meeting_that_is_sent_twice_is_entered_once(writer: FlaskClient, empty: Services) -> None:
    address = upload(writer, ("a.txt", b"Eins")).headers["Location"]
    (code,) = (each.code for each in empty.archive.descriptions())
    form = {**row(code, titel="Bericht"), **NEW}
    answers = [writer.post(address, data=form, headers=HERE) for _ in range(2)]
    assert [(each.status_code, each.location) for each in answers] == [(303, answers[0].location)] * 2
    assert [each.title for each in empty.archive.vocabularies.meetings()].count(NEW["neu-name"]) == 1
