"""Many files at once: the table has pages, and each row offers the likeliest of many meetings."""

import re
from datetime import date, timedelta

from flask.testing import FlaskClient

from archive.entries import MeetingEntry
from archive.values import Visibility
from tests.webui.uploading import read, row, upload
from webui.drafting.choices import MOST_MEETINGS, NEAR_MEETINGS
from webui.services import Services
from webui.views.uploads import PER_PAGE

FILES = PER_PAGE + 5


def batch(writer: FlaskClient, services: Services) -> str:
    """Upload more files than a page has rows, have them read, and return the address of their table."""
    files = ((f"notiz-{number:02}.txt", f"Zettel {number}\n\nBeete im Hof".encode()) for number in range(FILES))
    address = upload(writer, *files).headers["Location"]
    read(services)
    return address


def codes(page: str) -> list[str]:
    return re.findall(r'name="(D-\d+-\d+)-titel"', page)


def add_meetings(services: Services, number: int) -> None:
    for each in range(number):
        day = date(2030, 1, 1) + timedelta(10 * each)
        services.archive.vocabularies.add_meeting(
            MeetingEntry(f"t{each}", f"Treffen {each}", "Fachtag", "Gotha", day, day)
        )


def offered(page: str, code: str) -> list[str]:
    found = re.search(rf'<select id="{code}-treffen".*?</select>', page, re.DOTALL)
    assert found
    return re.findall(r">(Treffen \d+)<", found[0])


def test_the_table_has_pages(writer: FlaskClient, empty: Services) -> None:
    address = batch(writer, empty)
    first, second = writer.get(address).text, writer.get(f"{address}?seite=2").text
    assert (len(codes(first)), len(codes(second))) == (PER_PAGE, 5)
    assert f"{FILES} noch anzusehen" in first
    assert "Alle vollständigen auf dieser Seite veröffentlichen" in first
    assert f'href="{address}?seite=2" rel="next"' in first
    assert f'href="{address}" rel="prev"' in second
    assert codes(writer.get(f"{address}?seite=99").text) == codes(second)


def test_only_rows_that_were_sent_are_saved_and_published(writer: FlaskClient, empty: Services) -> None:
    address = batch(writer, empty)
    (chosen, *_), later = codes(writer.get(address).text), codes(writer.get(f"{address}?seite=2").text)
    saved = writer.post(f"{address}?seite=2", data=row(later[0], titel="Hinten"))
    assert saved.location == f"{address}?seite=2"
    assert empty.archive.describe(later[0]).title == "Hinten"
    sent = row(chosen, titel="Vorn", art="Bericht", von="2030-05-01") | {"tat": "veroeffentlichen"}
    published = writer.post(f"{address}?seite=2", data=sent)
    assert published.location == f"{address}?neu=1"
    found = {each.code: each.visibility for each in empty.archive.descriptions()}
    assert [code for code, visibility in found.items() if visibility is not Visibility.DRAFT] == [chosen]
    assert f"{FILES - 1} noch anzusehen" in writer.get(published.location).text


def test_one_meeting_is_given_to_the_rows_of_the_page(writer: FlaskClient, empty: Services) -> None:
    add_meetings(empty, 1)
    address = batch(writer, empty)
    (chosen, *_) = codes(writer.get(address).text)
    given = writer.post(
        address, data=row(chosen, titel="Vorn") | {"tat": "treffen", "treffen-alle": "t0"}, follow_redirects=True
    )
    assert given.status_code == 200
    assert {each.code for each in empty.archive.descriptions() if each.meeting} == {chosen}


def test_what_is_wrong_is_shown_on_its_page(writer: FlaskClient, empty: Services) -> None:
    address = batch(writer, empty)
    (last, *_) = codes(writer.get(f"{address}?seite=2").text)
    answer = writer.post(f"{address}?seite=2", data=row(last, titel="Hinten", von="2030-13-45"))
    assert answer.status_code == 400
    assert last in codes(answer.text)
    assert 'value="2030-13-45"' in answer.text


def test_few_meetings_are_all_offered(writer: FlaskClient, empty: Services) -> None:
    add_meetings(empty, 5)
    page = writer.get(batch(writer, empty)).text
    assert offered(page, codes(page)[0]) == [f"Treffen {number}" for number in range(4, -1, -1)]
    assert "Ein anderes Treffen wählen" not in page


def test_of_many_meetings_those_near_in_time_are_offered(writer: FlaskClient, empty: Services) -> None:
    add_meetings(empty, NEAR_MEETINGS + 30)
    address = batch(writer, empty)
    (dated, far, *_) = codes(writer.get(address).text)
    writer.post(
        address, data=row(dated, titel="a", von="2030-04-11") | row(far, titel="b", von="2030-04-11", treffen="t30")
    )
    page = writer.get(address).text
    near = [f"Treffen {number}" for number in range(14, 6, -1)]
    assert offered(page, dated) == near
    assert len(near) == NEAR_MEETINGS
    assert offered(page, far) == ["Treffen 30", *near]
    edit = f"/dokumente/{dated}/angaben?stapel={address.rpartition('/')[2]}"
    assert f'href="{edit}"' in page
    assert len(offered(writer.get(edit).text, dated)) == NEAR_MEETINGS + 30


def test_of_very_many_meetings_those_near_in_time_are_offered_for_all_rows_and_the_others_on_demand(
    writer: FlaskClient, empty: Services
) -> None:
    add_meetings(empty, MOST_MEETINGS + 20)
    address = batch(writer, empty)
    page = writer.get(address).text
    assert for_all(page) == [f"Treffen {number}" for number in range(MOST_MEETINGS + 19, 19, -1)]
    assert f'href="{address}?treffenliste=alle"' in page
    every = writer.get(f"{address}?treffenliste=alle").text
    assert len(for_all(every)) == MOST_MEETINGS + 20
    assert "Treffen zur Auswahl stellen" not in every
    (dated, *_) = codes(page)
    sent = row(dated, titel="a") | {"tat": "treffen", "treffen-alle": "t0"}
    given = writer.post(address, data=sent, follow_redirects=True).text
    assert "Treffen 0" in for_all(given)
    assert len(for_all(given)) <= MOST_MEETINGS + 1


def test_a_row_holds_the_sites_and_topics_that_are_chosen_and_the_page_all_of_them_once(
    writer: FlaskClient, empty: Services
) -> None:
    address = batch(writer, empty)
    chosen, other, *_ = codes(writer.get(address).text)
    typed = row(chosen, titel="a") | {f"{chosen}-standort": ["gotha", "peine"], f"{chosen}-thema": ["Kultur"]}
    writer.post(address, data=typed)
    page = writer.get(address).text
    assert boxes(page, chosen, "standort") == ["gotha", "peine"]
    assert boxes(page, chosen, "thema") == ["Kultur"]
    assert boxes(page, other, "standort") == []
    edit = f"/dokumente/{chosen}/angaben?stapel={address.rpartition('/')[2]}"
    assert f'href="{edit}#{chosen}-standort"' in page
    sites = [each.key for each in empty.archive.vocabularies.sites()]
    every = re.search(r'<template id="standort-alle">(.*?)</template>', page, re.DOTALL)
    assert every
    assert re.findall(r'value="([^"]+)"', every[1]) == sites
    assert boxes(writer.get(edit).text, chosen, "standort") == sites


def boxes(page: str, code: str, name: str) -> list[str]:
    return re.findall(rf'<input type="checkbox" name="{code}-{name}" value="([^"]+)"', page)


def for_all(page: str) -> list[str]:
    found = re.search(r'<select id="treffen-alle".*?</select>', page, re.DOTALL)
    assert found
    return re.findall(r">(Treffen \d+)<", found[0])
