"""Dates in German text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.values import DatePrecision
from indexer.structure.dates import find_dates

Days = tuple[date, date]

NOVEMBER: Days = (date(2018, 11, 6), date(2018, 11, 7))
APRIL: Days = (date(2019, 4, 3), date(2019, 4, 4))


def days(text: str, year: int | None = None) -> list[Days]:
    return [(found.start, found.end) for found in find_dates(text, year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.-4.04.2019", APRIL),
        ("3. und 4. April 2019", APRIL),
        ("03./04.04.19", APRIL),
        ("Mi 3.4. bis Do 4.4.2019", APRIL),
        ("2019-04-03 bis 2019-04-04", APRIL),
        ("6./7. November 2018", NOVEMBER),
        ("6.\u20137.\u00a0November\u00a02018", NOVEMBER),
        ("6. − 7. 11. 2018", NOVEMBER),
        ("25.–26.11.20", (date(2020, 11, 25), date(2020, 11, 26))),
        ("vom 30. März bis zum 2. April 2019", (date(2019, 3, 30), date(2019, 4, 2))),
        ("28.12.-3.1.2020", (date(2019, 12, 28), date(2020, 1, 3))),
        ("29.2.-1.3.2020", (date(2020, 2, 29), date(2020, 3, 1))),
        ("3., 4. und 5. April 2019", (date(2019, 4, 3), date(2019, 4, 5))),
    ],
)
def test_a_range_is_read_in_every_notation(text: str, expected: Days) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mittwoch, 12. September 2018", date(2018, 9, 12)),
        ("am 3.4.2019 um 19.30 Uhr", date(2019, 4, 3)),
        ("14.01.18 um 18:30", date(2018, 1, 14)),
        ("3. 4. 2019", date(2019, 4, 3)),
        ("22-11-2017", date(2017, 11, 22)),
        ("Juni 18, 2013", date(2013, 6, 18)),
        ("3. April 19, Hamburg", date(2019, 4, 3)),
        ("1. Jänner 2020", date(2020, 1, 1)),
        ("12. Sept. 2018", date(2018, 9, 12)),
        ("RT-Ost_Neubrandenburg_2020-02-12.pdf", date(2020, 2, 12)),
        ("Mumble_20170424.md", date(2017, 4, 24)),
        ("2017_01_05", date(2017, 1, 5)),
        ("3.4.98", date(1998, 4, 3)),
        # what is no part of a range stays outside
        ("TOP 31 - 3.4.2019", date(2019, 4, 3)),
    ],
)
def test_a_day_is_read_in_every_notation(text: str, expected: date) -> None:
    assert days(text) == [(expected, expected)]


@pytest.mark.parametrize("text", ["3.4.", "5./6. November", "3. April", "3.4. 19 Uhr", "am 3. April 18:30 Uhr"])
def test_a_day_without_a_year_needs_one_from_its_context(text: str) -> None:
    assert days(text) == []
    assert days(text, 2019)[0][0].year == 2019


@pytest.mark.parametrize(
    "text",
    [
        "1.2.3.2019",
        "10.7.0.10",
        "Version 1.2.19.5",
        "31.02.2019",
        "Beschluss 04/2019",
        "19:30",
        "TOP 3.1",
        "1.080 Euro",
        "",
    ],
)
def test_numbers_are_no_dates(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("im April 2019", DatePrecision.MONTH, date(2019, 4, 1), date(2019, 4, 30)),
        ("Stand: 02/2020", DatePrecision.MONTH, date(2020, 2, 1), date(2020, 2, 29)),
        ("im Jahr 2019", DatePrecision.YEAR, date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_months_and_years_are_read_with_their_precision(
    text: str, precision: DatePrecision, first: date, last: date
) -> None:
    (found,) = find_dates(text)
    assert (found.precision, found.start, found.end) == (precision, first, last)


def test_days_that_do_not_follow_each_other_are_two() -> None:
    assert days("3. und 10. April 2019") == [(date(2019, 4, 3),) * 2, (date(2019, 4, 10),) * 2]


def test_a_date_says_where_it_stands() -> None:
    text = "Hamburg, 3.-4.04.2019, Harburg"
    (found,) = find_dates(text)
    assert text[found.text_start : found.text_end] == "3.-4.04.2019"


MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))


@given(DAYS)
def test_every_day_is_read_back_from_every_notation(day: date) -> None:
    month = MONTHS[day.month - 1]
    for written in (
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%d.%m.%y}",
        f"{day:%d.%m.%Y}",
        f"{day.day}. {month} {day.year}",
        f"{day.day}.\u00a0{month[:3]}. {day.year}",
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%d-%m-%Y}",
    ):
        assert days(f"Am {written}, in Hamburg") == [(day, day)], written


@given(DAYS, st.integers(1, 27), st.sampled_from(["-", "–", " – ", " bis ", " bis zum "]))
def test_every_range_is_read_back(first: date, length: int, link: str) -> None:
    last = first + timedelta(length)
    texts = [f"{first:%d.%m.%Y}{link}{last:%d.%m.%Y}", f"{first:%d.%m.}{link}{last:%d.%m.%Y}"]
    if first.month == last.month:
        texts += [
            f"{first.day}.{link}{last:%d.%m.%Y}",
            f"{first.day}.{link}{last.day}. {MONTHS[last.month - 1]} {last.year}",
        ]
    for text in texts:
        assert days(text) == [(first, last)], text


@given(st.text("0123456789./-– undbisMaiApr", max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    for found in find_dates(text, 2019):
        assert found.start <= found.end
        assert 0 <= found.text_start < found.text_end <= len(text)
