"""Measures what each weight of the ranking is good for: nDCG@10 on judged sets with one weight changed.

    python -m tests.benchmarks.ablation FOLDER… [--json]

The last lines tell whether a setting that suits some sets suits another: for each set, the setting that is best on the
others is asked of it.
"""

import statistics
import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.analysis.german import GermanAnalysis
from indexer.evaluation import JudgedIndex, ndcg
from indexer.judged_set import JudgedSet
from indexer.search.planner import Planner
from indexer.search.ranking import RANKING, Bm25, Ranking
from tests.benchmarks.judged_sets import print_measured

CHOSEN = "as chosen"


@dataclass(frozen=True, slots=True)
class Setting:
    """A way to rank."""

    ranking: Ranking = RANKING
    #: In place of those that are known.
    fillers: frozenset[str] | None = None

    def planner(self, planner: Planner) -> Planner:
        """Return what plans queries for it."""
        return planner if self.fillers is None else replace(planner, fillers=self.fillers)


def _with_title(weight: float) -> Ranking:
    return replace(RANKING, field_weights=tuple({**dict(RANKING.field_weights), "title": weight}.items()))


SETTINGS: Mapping[str, Setting] = {
    CHOSEN: Setting(),
    "k1 1.2": Setting(replace(RANKING, weighting=Bm25(k1=1.2))),
    "k1 2.0": Setting(replace(RANKING, weighting=Bm25(k1=2.0))),
    "b .6": Setting(replace(RANKING, weighting=Bm25(b=0.6))),
    "b .9": Setting(replace(RANKING, weighting=Bm25(b=0.9))),
    "title 0": Setting(_with_title(0.0)),
    "title .25": Setting(_with_title(0.25)),
    "title 1": Setting(_with_title(1.0)),
    "parts together 1": Setting(replace(RANKING, parts_weight=1.0)),
    "parts together 1.8": Setting(replace(RANKING, parts_weight=1.8)),
    "parts .8 each": Setting(replace(RANKING, parts_weight=99.0)),
    "no parts": Setting(replace(RANKING, parts_weight=0.0)),
    "proximity .5": Setting(replace(RANKING, proximity_weight=0.5)),
    "proximity 1.5": Setting(replace(RANKING, proximity_weight=1.5)),
    "no proximity": Setting(replace(RANKING, proximity_weight=0.0)),
    "no heading of all words": Setting(replace(RANKING, headed_weight=0.0)),
    "kin .1": Setting(replace(RANKING, kin_weight=0.1)),
    "kin .4": Setting(replace(RANKING, kin_weight=0.4)),
    "no kin": Setting(replace(RANKING, kin_weight=0.0)),
    "no fillers": Setting(fillers=frozenset()),
    "none of the last three": Setting(replace(RANKING, proximity_weight=0.0, kin_weight=0.0), frozenset()),
}

#: From a setting to nDCG@10.
Figures = dict[str, float]


def measured(judged: JudgedSet, german: GermanAnalysis) -> Figures:
    """Return nDCG@10 of a set with every setting."""
    with tempfile.TemporaryDirectory() as folder, closing(JudgedIndex(judged.texts, german, Path(folder))) as index:
        return {name: _asked(judged, index, setting) for name, setting in SETTINGS.items()}


def _asked(judged: JudgedSet, index: JudgedIndex, setting: Setting) -> float:
    planner = setting.planner(index.planner)
    return statistics.fmean(
        ndcg(index.ranked(judged.queries[query], setting.ranking, planner), answers)
        for query, answers in judged.judgements.items()
    )


def best_elsewhere(sets: Mapping[str, Figures], held_out: str) -> str:
    """Return the setting that is best on all sets but one."""
    others = [figures for name, figures in sets.items() if name != held_out]
    return max(SETTINGS, key=lambda setting: statistics.fmean(figures[setting] for figures in others))


def table(sets: Mapping[str, Figures]) -> str:
    """Return the figures as a table in Markdown, with the means; then the sets that were held out."""
    lines = [f"| setting | {' | '.join(sets)} | mean |", "|---" * (len(sets) + 2) + "|"]
    for setting in SETTINGS:
        each = [figures[setting] for figures in sets.values()]
        lines.append(f"| {setting} | {' | '.join(f'{one:.4f}' for one in each)} | {statistics.fmean(each):.4f} |")
    for name in sets if len(sets) > 1 else ():
        setting = best_elsewhere(sets, name)
        lines.append(f"held out {name}: best elsewhere “{setting}”, here {sets[name][setting]:.4f}")
    return "\n".join(lines)


if __name__ == "__main__":
    print_measured(__doc__, measured, table)
