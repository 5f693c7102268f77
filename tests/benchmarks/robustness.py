"""Measures what is lost when queries and texts are written otherwise.

    python -m tests.benchmarks.robustness FOLDER… [--json]

Each folder holds a judged set in BEIR's layout. Prints nDCG@10 as it stands and with every change, the mean over the
sets last. "Corrected" asks what "Meinten Sie" offers, where it offers something.
"""

import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.evaluation import JudgedIndex, entry, ndcg
from indexer.index.texts import Texts
from indexer.judged_set import JudgedSet, Record
from indexer.search.correction import Corrector
from indexer.search.written import WrittenForms
from tests.benchmarks.judged_sets import print_measured
from tests.benchmarks.variants import TEXT_CHANGES, Change, misspelt, query_changes

CLEAN = "as it stands"
MISSPELT, CORRECTED = "one misspelling", "one misspelling, corrected"

#: From a change to nDCG@10.
Figures = dict[str, float]


def measured(judged: JudgedSet, german: GermanAnalysis) -> Figures:
    """Return nDCG@10 of a set with every change."""
    with _index(judged.texts, german) as (index, corrector):
        changes: dict[str, Change] = {
            CLEAN: lambda text: text,
            **query_changes(german),
            MISSPELT: misspelt,
            CORRECTED: lambda text: corrector.correct(misspelt(text)) or misspelt(text),
        }
        figures = {name: _asked(judged, index, change) for name, change in changes.items()}
    for name, change in TEXT_CHANGES.items():
        texts = tuple({**each, "text": change(each["text"])} for each in judged.texts)
        with _index(texts, german) as (index, _):
            figures[name] = _asked(judged, index, changes[CLEAN])
    return figures


@contextmanager
def _index(texts: tuple[Record, ...], german: GermanAnalysis) -> Iterator[tuple[JudgedIndex, Corrector]]:
    """Yield an index of texts and what corrects queries to it."""
    with tempfile.TemporaryDirectory() as folder:
        beside = Texts(Path(folder, "texts.sqlite"))
        (index_folder := Path(folder, "index")).mkdir()
        for each in texts:
            beside.add_passages(entry(each).passages)
        with closing(JudgedIndex(texts, german, index_folder)) as index:
            yield index, Corrector(index.view, german, WrittenForms(index.view, beside, PlainAnalysis()))


def _asked(judged: JudgedSet, index: JudgedIndex, change: Callable[[str], str]) -> float:
    return statistics.fmean(
        ndcg(index.ranked(change(judged.queries[query])), answers) for query, answers in judged.judgements.items()
    )


def table(sets: Mapping[str, Figures]) -> str:
    """Return the figures as a table in Markdown, with the means and what is lost of them."""
    lines = [f"| change | {' | '.join(sets)} | mean | lost |", "|---" * (len(sets) + 3) + "|"]
    clean = statistics.fmean(figures[CLEAN] for figures in sets.values())
    for change in next(iter(sets.values())):
        each = [figures[change] for figures in sets.values()]
        mean = statistics.fmean(each)
        lines.append(
            f"| {change} | {' | '.join(f'{figure:.3f}' for figure in each)} | {mean:.3f} | {clean - mean:.3f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print_measured(__doc__, measured, table)
