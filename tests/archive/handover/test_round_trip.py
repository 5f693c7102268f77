"""Whatever is held, hand-over and take-over change nothing of it."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.archive import Archive
from archive.corrections import Anchor, Said
from archive.entries import KeywordEntry
from archive.erasure import ErasureReason
from archive.errors import NameTakenError, UnusableLabelError
from archive.handover.taking import take_over
from archive.home import Home
from archive.seeding import seeded_meetings, seeded_sites, seeded_topics
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility
from tests.archive.handover.bags import give, is_valid, payload
from tests.archive.handover.filling import take_in

TEXT = st.text(st.characters(codec="utf-8"), max_size=100)


def _some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


DETAILS = st.builds(
    Details,
    title=TEXT,
    kind=st.sampled_from(DocumentKind),
    date=st.none()
    | st.builds(DocumentDate, st.dates(), st.dates(), st.sampled_from(DatePrecision), st.sampled_from(DateSource)),
    meeting=st.sampled_from(["", *(each.key for each in seeded_meetings())]),
    sites=_some([each.key for each in seeded_sites()]),
    topics=_some([each.label for each in seeded_topics()]),
    visibility=st.sampled_from(Visibility),
    is_sample=st.booleans(),
)


@dataclass(frozen=True)
class Story:
    """What happens to one document."""

    details: Details
    versions: int
    correction: str
    day: date | None
    keyword: str
    is_erased: bool


STORIES = st.lists(
    st.builds(Story, DETAILS, st.integers(1, 3), TEXT, st.none() | st.dates(), TEXT, st.booleans()), max_size=5
)


@given(STORIES)
@settings(max_examples=12, deadline=None)
def test_what_comes_back_is_handed_over_alike(stories: list[Story]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = Archive.open(Home(folder / "first"))
        for number, story in enumerate(stories):
            _tell(first, folder, number, story)
        give(first, folder / "bag")
        held = first.descriptions()
        first.close()
        assert is_valid(folder / "bag")
        take_over(folder / "bag", folder / "second")
        second = Archive.open(Home(folder / "second"))
        assert second.descriptions() == held
        give(second, folder / "again")
        second.close()
        assert payload(folder / "again") == payload(folder / "bag")


def _tell(archive: Archive, folder: Path, number: int, story: Story) -> None:
    """Let a story happen in an archive."""
    code = take_in(archive, folder, f"{number}/1", story.details)
    for version in range(2, story.versions + 1):
        take_in(archive, folder, f"{number}/{version}", Details(version_of=code))
    archive.corrections.enter(code, Anchor(story.correction), Said("Aufgabe", due_day=story.day, due="bald"), "koo")
    with suppress(UnusableLabelError, NameTakenError):
        archive.curation.add(KeywordEntry("", story.keyword))
    if story.is_erased:
        archive.erase(code, "koo", ErasureReason.REQUESTED)
