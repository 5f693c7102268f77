"""How long, how many, how old: as Germans write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.structure.methods.durations import read_minutes
from indexer.structure.methods.spans import Span, read_ages, read_span
from indexer.structure.numerals import WORDS, value_of


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90 Min.", 90),
        ("90 Minuten", 90),
        ("1,5 Stunden", 90),
        ("1½ Std.", 90),
        ("anderthalb Stunden", 90),
        ("eine halbe Stunde", 30),
        ("eine Dreiviertel Stunde", 45),
        ("eine Viertelstunde", 15),
        ("eine Doppelstunde", 90),
        ("zwei Schulstunden", 90),
        ("2–3 Std.", 180),
        ("2 bis 3 Stunden", 180),
        ("20-30 min", 30),
        ("15 Minuten bis 2 Stunden", 120),
        ("1 Stunde 30 Minuten", 90),
        ("1 Std. und 15 Min.", 75),
        ("1:30 h", 90),
        ("halber Tag", 240),
        ("ein halber Tag", 240),
        ("halbtägig", 240),
        ("1 bis 2 Tage", 960),
        ("zweitägig", 960),
        ("zweimal 60 Minuten", 120),
        ("3 x 90 Minuten", 270),
        ("4 bis 6 Treffen zu je 2 Stunden", 720),
        ("keine", 0),
        ("10'", 10),
        ("3 Wochen", None),
        ("mehrere Monate", None),
        ("je nach Gruppe", None),
        ("8 bis 15 Personen", None),
    ],
)
def test_lengths_of_time_are_read_in_minutes(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


@given(st.integers(1, 600), st.sampled_from(["Min.", "min", "Minuten", "Minute"]))
def test_minutes_are_read_as_written(minutes: int, unit: str) -> None:
    assert read_minutes(f"ca. {minutes} {unit}") == minutes


@given(st.integers(1, 47), st.integers(1, 59))
def test_hours_and_minutes_add_up(hours: int, minutes: int) -> None:
    assert read_minutes(f"{hours} Std. {minutes} Min.") == 60 * hours + minutes


@given(st.integers(1, 20), st.integers(1, 20), st.sampled_from(["-", "–", " bis ", " - "]))
def test_of_a_range_the_longer_time_counts(low: int, more: int, sign: str) -> None:
    assert read_minutes(f"{low}{sign}{low + more} Stunden") == 60 * (low + more)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert (read_minutes(text) or 0) >= 0
    span = read_span(text)
    assert span.low is None or span.low >= 0


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("8 bis 15 Personen", 8, 15),
        ("8–15", 8, 15),
        ("acht bis zwölf Jugendliche", 8, 12),
        ("ab 6", 6, None),
        ("mindestens 10 Personen", 10, None),
        ("maximal 20", None, 20),
        ("max. 20 TN", None, 20),
        ("bis zu 30 Kinder", None, 30),
        ("mindestens 8, höchstens 20", 8, 20),
        ("ab 4 Personen, maximal 12", 4, 12),
        ("1 bis 60 Personen nacheinander, höchstens 4 gleichzeitig", 1, 60),
        ("12 Personen", 12, 12),
        ("ca. 20", 20, 20),
        ("12+", 12, None),
        ("alle", None, None),
        ("beliebig", None, None),
    ],
)
def test_sizes_of_groups_are_read(text: str, low: int | None, high: int | None) -> None:
    assert read_span(text) == Span(low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Jugendliche ab 12 Jahren", 12, None),
        ("14- bis 18-Jährige", 14, 18),
        ("junge Menschen von 12 bis 27 Jahren", 12, 27),
        ("unter 18 Jahren", None, 17),
        ("Klassen 8 bis 10", None, None),
        ("8 bis 15 Personen", None, None),
    ],
)
def test_ages_are_read_where_years_are_meant(text: str, low: int | None, high: int | None) -> None:
    assert read_ages(text) == Span(low, high)


@given(
    st.integers(1, 99),
    st.integers(1, 99),
    st.sampled_from(["-", "–", " bis ", " - ", " bis zu "]),
    st.sampled_from(["", " Personen", " TN", " Jugendliche", " Jahre"]),
)
def test_a_span_is_read_as_written(low: int, more: int, sign: str, noun: str) -> None:
    assert read_span(f"{low}{sign}{low + more}{noun}") == Span(low, low + more)


@given(st.sampled_from(sorted(WORDS)))
def test_every_word_for_a_number_has_its_value(word: str) -> None:
    assert value_of(word.upper()) == WORDS[word]
