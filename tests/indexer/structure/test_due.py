"""Due dates as minutes word them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.structure.due import Due, find_due, read_due

MEETING = date(2019, 4, 3)


@pytest.mark.parametrize(
    ("text", "wording", "day"),
    [
        ("klärt das bis 30.06.", "bis 30.06.", date(2019, 6, 30)),
        ("bis zum 15.12.2019 an alle", "bis zum 15.12.2019", date(2019, 12, 15)),
        ("bis Ende Juni", "bis Ende Juni", date(2019, 6, 30)),
        ("bis Mitte März 2020", "bis Mitte März 2020", date(2020, 3, 20)),
        ("bis KW 24", "bis KW 24", date(2019, 6, 14)),
        ("in KW 24", "in KW 24", date(2019, 6, 14)),
        ("fertig in Q3/2019", "Q3/2019", date(2019, 9, 30)),
        ("bis Ende Q3", "bis Ende Q3", date(2019, 9, 30)),
        ("bis Jahresende", "bis Jahresende", date(2019, 12, 31)),
        ("bis Freitag, 5.4.", "bis Freitag, 5.4.", date(2019, 4, 5)),
        ("Frist: 30. September 2019.", "30. September 2019", date(2019, 9, 30)),
        ("Frist ist der 26.02.2021", "26.02.2021", date(2021, 2, 26)),
        # without a year it is the first such day from the meeting on
        ("bis 15.2.", "bis 15.2.", date(2020, 2, 15)),
        ("(bis Ende März)", "bis Ende März", date(2020, 3, 31)),
        # wordings that name no day are kept
        ("bis zum nächsten Standorttreffen", "bis zum nächsten Standorttreffen", None),
        ("bis zum Standorttreffen im Mai", "bis zum Standorttreffen im Mai", None),
        ("bis Freitag nächster Woche", "bis Freitag nächster Woche", None),
        ("beim nächsten Mal", "beim nächsten Mal", None),
        ("wird zeitnah erledigt", "zeitnah", None),
        ("laufend", "laufend", None),
        # the last one counts
        ("meldet es für die Tagung bis 1.5. an (bis 01.06.2019)", "bis 01.06.2019", date(2019, 6, 1)),
    ],
)
def test_a_due_date_is_resolved_and_its_wording_kept(text: str, wording: str, day: date | None) -> None:
    assert find_due(text, MEETING) == Due(day, wording)


@pytest.mark.parametrize(
    "text", ["18 bis 20 Uhr", "am 21. bis 22. April 2021", "zehn bis zwölf Jahre", "Sie blieb bis zuletzt.", ""]
)
def test_spans_are_no_due_dates(text: str) -> None:
    assert find_due(text, MEETING) is None


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("12.04.", Due(date(2019, 4, 12), "12.04.")),
        ("Ende Juli", Due(date(2019, 7, 31), "Ende Juli")),
        ("KW 35", Due(date(2019, 8, 30), "KW 35")),
        ("KW 60", Due(None, "KW 60")),
        ("3. Quartal 2020", Due(date(2020, 9, 30), "3. Quartal 2020")),
        ("zum Regionaltreffen Süd", Due(None, "zum Regionaltreffen Süd")),
        ("–", None),
        (" ", None),
    ],
)
def test_a_cell_is_a_due_date_as_a_whole(cell: str, due: Due | None) -> None:
    assert read_due(cell, MEETING) == due


def test_without_a_meeting_a_day_without_a_year_stays_open() -> None:
    assert find_due("bis 30.06.", None) == Due(None, "bis 30.06.")
    assert find_due("bis 30.06.2019", None) == Due(date(2019, 6, 30), "bis 30.06.2019")


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_year_is_never_before_the_meeting(meeting: date, month: int, day: int) -> None:
    due = find_due(f"bis {day}.{month}.", meeting)
    assert due
    assert due.day
    assert 0 <= (due.day - meeting).days <= 366


@given(st.text("0123456789. KWQ/bisEndJuzFrt:", max_size=40))
def test_no_wording_is_too_odd(text: str) -> None:
    for due in (find_due(text, MEETING), read_due(text, MEETING)):
        assert due is None or due.wording
