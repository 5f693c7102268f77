"""The executor against Whoosh's own searcher: with its weighting the same hits, totals and scores."""

import math
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.scoring import BM25F

from indexer.analysis.plain import PlainAnalysis
from indexer.index.bulk import open_writer
from indexer.index.schema import passage_schema
from indexer.index.state import Floats, Postings
from indexer.index.view import IndexView
from indexer.search.executor import Execution
from indexer.search.plan import Alternative, Plan, Want, Word
from indexer.search.ranking import Ranking
from tests.indexer.index.stock import WORDS, opened

FIELDS = (("body", 1.0), ("title", 2.0), ("heading", 0.5))


@dataclass(frozen=True)
class StockBm25F:
    """BM25F as Whoosh has it: over passages that are deleted, too."""

    def term_scores(self, view: IndexView, field: str, term: str, postings: Postings) -> Floats:
        rarity = math.log(view.size / (view.frequency(field, term) + 1)) + 1
        relative = view.lengths(field)[postings.ids] / (view.total_length(field) / view.size or 1)
        scores = rarity * postings.weights * 2.2 / (postings.weights + 1.2 * (0.25 + 0.75 * relative))
        return scores.astype(np.float32)


STOCK = Ranking(weighting=StockBm25F(), field_weights=FIELDS, kind_weights=())


@dataclass(frozen=True)
class Asked:
    """A query for both sides."""

    #: At least one word of each must be there; in each, words add up.
    wanted: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]

    def plan(self) -> Plan:
        wants = tuple(Want((Alternative((Word(words, ()),)),), is_required=True) for words in self.wanted)
        return Plan(wants, tuple(Alternative((Word((word,), ()),)) for word in self.excluded))

    def query(self) -> query.Query:
        return query.And([_any(words) for words in self.wanted])


def _any(words: Iterable[str]) -> query.Query:
    return query.Or([query.Term(field, word, boost=weight) for word in words for field, weight in FIELDS])


words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(tuple)
questions = st.builds(
    Asked,
    st.lists(words, min_size=1, max_size=3).map(tuple),
    st.lists(st.sampled_from(WORDS), max_size=1).map(tuple),
)

#: What is searched, and no more.
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
passages = st.fixed_dictionaries({"document": st.just("d"), **{name: texts for name, _ in FIELDS}})


@dataclass(frozen=True)
class Shelf:
    """An index as it came to be."""

    batches: list[list[dict[str, object]]]
    #: Numbers of passages deleted at last.
    deleted: set[int]

    def write(self, folder: Path) -> None:
        schema = passage_schema(PlainAnalysis(), PlainAnalysis())
        for batch in self.batches:
            writer = open_writer(folder, schema)
            for passage in batch:
                writer.add_document(**passage)
            writer.commit()
        writer = open_writer(folder, schema)
        for number in self.deleted & set(range(sum(map(len, self.batches)))):
            writer.delete_document(number)
        writer.commit()


shelves = st.builds(
    Shelf, st.lists(st.lists(passages, min_size=1, max_size=10), min_size=1, max_size=4), st.sets(st.integers(0, 40))
)


@settings(max_examples=80, deadline=None)
@given(shelves, st.lists(questions, min_size=1, max_size=6))
def test_hits_totals_and_scores_are_those_of_whoosh(shelf: Shelf, asked: list[Asked]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shelf.write(Path(folder))
        view = IndexView(Path(folder), passage_schema(PlainAnalysis(), PlainAnalysis()))
        with opened(Path(folder)).searcher(weighting=BM25F()) as searcher:
            for each in asked:
                mask = _any(each.excluded) if each.excluded else None
                results = searcher.search(each.query(), limit=None, mask=mask)
                theirs = {hit.docnum: hit.score for hit in results}
                matches = Execution(view, STOCK).run(each.plan())
                ours = dict(zip(matches.ids.tolist(), matches.scores.tolist(), strict=True))
                assert len(ours) == len(results)
                assert ours == pytest.approx(theirs, abs=1e-5)
        view.close()
