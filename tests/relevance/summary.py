"""Figures over many judged queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from tests.relevance.asking import Verdict


@dataclass(frozen=True, slots=True)
class Summary:
    """How the search did on several queries."""

    #: Share of the queries with an answer among the first three documents.
    success: float
    #: Mean of the queries.
    ndcg: float
    queries: int


def summary(verdicts: Iterable[Verdict]) -> dict[str, Summary]:
    """Return the figures of each group of queries, and of all."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(verdict.query.group, []).append(verdict)
        groups.setdefault("all", []).append(verdict)
    return {
        group: Summary(fmean(each.is_answered for each in some), fmean(each.ndcg for each in some), len(some))
        for group, some in sorted(groups.items())
    }
