"""Documents selected and counted by what they are about, as the reader may see them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from archive.archive import Archive, Submission
from archive.selections import Aspect
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility

MEETING = "standorttreffen-hamburg-2019"
PUBLISHED = frozenset({Visibility.INTERNAL, Visibility.PUBLIC})


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    for title, details in {
        "eins": Details("eins", DocumentKind.PROTOKOLL, meeting=MEETING, sites=("hamburg", "gotha")),
        "zwei": Details("zwei", DocumentKind.METHODENPAPIER, sites=("hamburg",), topics=("Kultur",)),
        "drei": Details("drei", meeting=MEETING, sites=("gotha",), visibility=Visibility.DRAFT),
    }.items():
        path = tmp_path / f"{title}.txt"
        path.write_text(title, encoding="utf-8")
        archive.take_in(Submission(path, path.name, details))
    return archive


@pytest.mark.parametrize(
    ("aspect", "value", "expected"),
    [
        (Aspect.MEETING, MEETING, ["eins"]),
        (Aspect.SITE, "Hamburg", ["eins", "zwei"]),
        (Aspect.SITE, "Gotha", ["eins"]),
        (Aspect.TOPIC, "Kultur", ["zwei"]),
        (Aspect.KIND, DocumentKind.METHODENPAPIER, ["zwei"]),
        (Aspect.SITE, "Nirgends", []),
    ],
)
def test_documents_are_selected_by_what_they_are_about(
    filled: Archive, aspect: Aspect, value: str, expected: list[str]
) -> None:
    assert [each.title for each in filled.documents_about(aspect, value, PUBLISHED)] == expected


def test_whoever_may_see_everything_is_shown_everything(filled: Archive) -> None:
    assert [each.title for each in filled.documents_about(Aspect.SITE, "Gotha")] == ["eins", "drei"]


def test_the_newest_come_last_in_first_out(filled: Archive) -> None:
    assert [each.title for each in filled.newest(2)] == ["drei", "zwei"]
    assert [each.title for each in filled.newest(2, PUBLISHED)] == ["zwei", "eins"]
    assert [each.title for each in filled.newest(2, PUBLISHED, DocumentKind.PROTOKOLL)] == ["eins"]


def test_sites_and_topics_are_counted_together_in_all_and_by_year(archive: Archive, tmp_path: Path) -> None:
    day = DocumentDate(date(2019, 4, 3), date(2019, 4, 3), DatePrecision.DAY, DateSource.ENTRY)
    both = Details("a", sites=("hamburg", "gotha"), topics=("Kultur", "Sport"))
    for title, details in {
        "eins": replace(both, date=day),
        "zwei": replace(both, sites=("gotha",), topics=("Kultur",)),
        "drei": replace(both, date=day, visibility=Visibility.DRAFT),
        "vier": Details("d", topics=("Kultur",), date=replace(day, start=date(2018, 12, 31))),
    }.items():
        path = tmp_path / title
        path.write_text(title, encoding="utf-8")
        archive.take_in(Submission(path, f"{title}.txt", details))
    found = archive.coverage(visible=PUBLISHED)
    assert found.years == (2018, 2019)
    assert found.counts == {
        ("Hamburg", "Kultur"): 1,
        ("Hamburg", "Sport"): 1,
        ("Gotha", "Kultur"): 2,
        ("Gotha", "Sport"): 1,
    }
    assert archive.coverage(2019, PUBLISHED).counts["Gotha", "Kultur"] == 1
    assert not archive.coverage(2018, PUBLISHED).counts
    assert archive.coverage(2019).counts["Hamburg", "Sport"] == 2


def test_documents_are_counted_once_for_each_thing_they_are_about(filled: Archive) -> None:
    counts = filled.tally(PUBLISHED)
    assert (counts.total, counts.meetings, counts.topics) == (2, {MEETING: 1}, {"Kultur": 1})
    assert counts.sites == {"Hamburg": 2, "Gotha": 1}
    assert filled.tally().sites == {"Hamburg": 2, "Gotha": 2}
    assert filled.tally(frozenset()).total == 0
