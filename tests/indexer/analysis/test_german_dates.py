"""One day, however it is written."""

from datetime import date

import pytest

from indexer.analysis.dates import dates, spoken_date
from indexer.analysis.german import GermanAnalysis


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6.11.2018", ["2018-11-06"]),
        ("06.11.18", ["2018-11-06"]),
        ("6. 11. 2018", ["2018-11-06"]),
        ("6. November 2018", ["2018-11-06"]),
        ("2018-11-06", ["2018-11-06"]),
        ("6.-7.11.2018", ["2018-11-06", "2018-11-07"]),
        ("6./7.11.2018", ["2018-11-06", "2018-11-07"]),
        ("6. und 7. November 2018", ["2018-11-06", "2018-11-07"]),
        ("30.11. – 1.12.2018", ["2018-11-30", "2018-12-01"]),
        ("3. jänner 2019", ["2019-01-03"]),
        ("6. Nov. 2018", ["2018-11-06"]),
        ("6. nov 2018", ["2018-11-06"]),
        ("6.–7. Sept. 2018", ["2018-09-06", "2018-09-07"]),
    ],
)
def test_days(text: str, days: list[str]) -> None:
    (span,) = dates(f"am {text}, in Gotha")
    assert span.days == tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize(
    "text", ["31.2.2018", "6.13.2018", "14.30", "1.2.3.2018", "2018-13-01", "Version 1.2", "45/2018"]
)
def test_what_is_no_date(text: str) -> None:
    assert not list(dates(text))


def test_a_range_over_two_months_speaks_both() -> None:
    (span,) = dates("30.12.-2.1.2019")
    assert list(spoken_date(span)) == ["2018-12-30", "2019-01-02", "dezember", "januar", "2018", "2019"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("6.11.2018", ["2018-11-06"]),
        ("am 6. Nov. 2018 in Gotha", ["2018-11-06", "gotha"]),
        ("6.-7.11.2018", ["2018-11-06", "2018-11-07"]),
        ("November 2018", ["novemb", "2018"]),
    ],
)
def test_who_asks_for_a_day_asks_for_no_other_of_the_month(german: GermanAnalysis, text: str, terms: list[str]) -> None:
    assert [token.term for token in german.query_tokens(text)] == terms
