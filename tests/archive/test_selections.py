"""Documents selected and counted by what they are about, as the reader may see them."""

from pathlib import Path

import pytest

from archive.archive import Archive, Submission
from archive.selections import Aspect
from archive.values import Details, DocumentKind, Visibility

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


def test_documents_are_counted_once_for_each_thing_they_are_about(filled: Archive) -> None:
    counts = filled.tally(PUBLISHED)
    assert (counts.total, counts.meetings, counts.topics) == (2, {MEETING: 1}, {"Kultur": 1})
    assert counts.sites == {"Hamburg": 2, "Gotha": 1}
    assert filled.tally().sites == {"Hamburg": 2, "Gotha": 2}
    assert filled.tally(frozenset()).total == 0
