"""Measures of retrieval, and a judged set asked as a whole."""

import json
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.evaluation import JudgedIndex, evaluate, ndcg, recall, reciprocal_rank, success
from indexer.judged_set import Record, read_judged_set


@pytest.mark.parametrize(
    ("hits", "answers", "figures"),
    [
        (["a", "b"], {"a": 1}, (1.0, 1.0, 1.0, 1.0)),
        (["b", "a"], {"a": 1}, (0.631, 0.5, 1.0, 1.0)),
        (["x"], {"a": 1}, (0.0, 0.0, 0.0, 0.0)),
        (["a"], {"a": 2, "b": 1}, (0.760, 1.0, 0.5, 1.0)),
        (["b", "a"], {"a": 2, "b": 1}, (0.860, 1.0, 1.0, 1.0)),
        ([*"0123456789", "a"], {"a": 1}, (0.0, 0.0, 1.0, 0.0)),
    ],
)
def test_measures(hits: list[str], answers: Mapping[str, int], figures: tuple[float, ...]) -> None:
    measured = ndcg(hits, answers), reciprocal_rank(hits, answers), recall(hits, answers), success(hits, answers)
    assert measured == pytest.approx(figures, abs=0.001)


def test_a_judged_set_is_asked_as_a_whole(tmp_path: Path, german: GermanAnalysis) -> None:
    texts = [
        {"_id": "1", "title": "Nadelmethode", "text": "Orte werden markiert."},
        {"id": "2", "title": "", "text": "Jugendliche gestalten eine Wand mit Graffiti."},
    ]
    queries = [{"_id": "q1", "text": "Wie geht die Nadelmethode?"}, {"_id": "q2", "text": "Graffitis an der Wand"}]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\t1\t1\nq2\t2\t1\nq2\t1\t0\n", encoding="utf-8")
    (tmp_path / "index").mkdir()
    figures = evaluate(read_judged_set(tmp_path), german, tmp_path / "index")
    assert (figures.ndcg, figures.mrr, figures.recall, figures.queries, figures.documents) == (1.0, 1.0, 1.0, 2, 2)


def test_queries_are_read_as_the_result_page_reads_them(tmp_path: Path, german: GermanAnalysis) -> None:
    texts: list[Record] = [
        {"_id": "answer", "title": "", "text": "Der Markt ist am ersten Samstag im Mai."},
        {"_id": "words", "title": "", "text": "Statt Pizza gab es Suppe."},
    ]
    with closing(JudgedIndex(texts, german, tmp_path)) as index:
        assert index.ranked("Wann findet der Markt statt?") == ["answer"]
        assert index.ranked("Pizza statt Suppe Markt") == ["words", "answer"]
