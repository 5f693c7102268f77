"""The judged queries, asked of the search over the sample holdings."""

from collections.abc import Iterator

import pytest

from tests.relevance import judged
from tests.relevance.asking import SampleSearch, Verdict, sample_search
from tests.relevance.summary import summary

#: What the search has to reach: share of queries answered among the first three documents, and mean nDCG@10.
SUCCESS, NDCG = 0.9, 0.8


@pytest.fixture(scope="module")
def search() -> Iterator[SampleSearch]:
    """The search over the sample holdings."""
    with sample_search() as opened:
        yield opened


@pytest.fixture(scope="module")
def verdicts(search: SampleSearch) -> list[Verdict]:
    """How the search did on every judged query."""
    return [search.judge(query) for query in judged.queries()]


def test_what_answers_say_stands_in_the_documents(search: SampleSearch) -> None:
    """Otherwise a judgement could never come true."""
    assert [answer for query in judged.queries() for answer in search.unheard(query)] == []


def test_answers_stand_among_the_first_documents(verdicts: list[Verdict]) -> None:
    missed = [(verdict.query.text, verdict.grades[:10]) for verdict in verdicts if not verdict.is_answered]
    assert summary(verdicts)["all"].success >= SUCCESS, missed


def test_better_answers_stand_before_others(verdicts: list[Verdict]) -> None:
    worst = sorted((round(verdict.ndcg, 2), verdict.query.text) for verdict in verdicts)[:10]
    assert summary(verdicts)["all"].ndcg >= NDCG, worst


def test_misspelt_queries_are_understood(verdicts: list[Verdict]) -> None:
    assert [(each.query.text, each.wording) for each in verdicts if not each.is_understood] == []


@pytest.mark.parametrize("trap", judged.traps(), ids=lambda trap: trap.text or "nothing")
def test_traps(search: SampleSearch, trap: judged.Trap) -> None:
    assert search.complaints(trap) == [], trap.why
