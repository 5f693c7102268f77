"""Passages are noted by the worker, and what is noted is what reading them would tell."""

import itertools
from pathlib import Path

from archive.rights import Reader, Role
from archive.values import Visibility
from indexer.extraction.isolation import Extractor
from indexer.passages import Passage
from indexer.said import MATTERS, TELLING_KINDS, said_in
from indexer.search.following import FollowUpProposal
from webui import samples
from webui.compose import Holdings, open_holdings
from webui.holdings import newest_meetings

COORDINATION = Reader(Role.COORDINATION)


def test_over_the_samples_what_is_noted_is_what_reading_tells_and_the_same_is_proposed(tmp_path: Path) -> None:
    with open_holdings(tmp_path / "home") as holdings, Extractor() as extractor:
        list(samples.take_in(holdings.archive))
        while holdings.indexing(extractor).catch_up():
            pass
        before = _proposed(holdings)
        noting = holdings.noting()
        assert noting.next()
        while noting.next():
            pass
        codes = [each.code for each in holdings.archive.titles()]
        telling = [each for each in holdings.texts.passages_of(codes) if each.kind in TELLING_KINDS]
        noted = holdings.texts.said.of(each.id for each in telling)
        assert noted == {each.id: said_in(each, noting.german.every_term) for each in telling}
        assert before
        assert _proposed(holdings) == before
        assert _proposed(holdings, terms_are_read=False) == before


def _proposed(holdings: Holdings, *, terms_are_read: bool = True) -> dict[str, tuple[FollowUpProposal, ...]]:
    """Return what is proposed for all that was agreed at each meeting, out of the minutes of the one after it."""
    searcher = holdings.searcher()
    if not terms_are_read:
        searcher._highlighter = None  # type: ignore[assignment] # noqa: SLF001 - nothing is left that could read
    found: dict[str, tuple[FollowUpProposal, ...]] = {}
    meetings = newest_meetings(holdings.archive.vocabularies.meetings())
    for later, earlier in itertools.pairwise(meetings):
        own = {each.key: _of_meeting(holdings, each.key) for each in (earlier, later)}
        agreed = [each for each in own[earlier.key] if each.kind in MATTERS]
        found |= searcher.follow_ups(agreed, own[later.key], COORDINATION)
    return found


def _of_meeting(holdings: Holdings, key: str) -> list[Passage]:
    documents = holdings.archive.documents_of_meetings([key], set(Visibility))
    return [each for each in holdings.texts.passages_of(each.code for each in documents) if each.text]
