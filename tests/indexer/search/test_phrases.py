"""Phrases against a plain reading of the positions."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis.plain import PlainAnalysis
from indexer.index.bulk import open_writer
from indexer.index.schema import EXACT_FIELD, passage_schema
from indexer.index.view import IndexView
from indexer.search.phrases import occurrences
from tests.indexer.index.stock import WORDS

#: Few words in long passages: phrases stand often, overlap and repeat.
_FEW = WORDS[:3]
_passages = st.lists(st.sampled_from(_FEW), min_size=1, max_size=25)
#: Words at rising distances from the first: ("a", 0), ("b", 1), ("a", 4).
_phrases = st.lists(st.tuples(st.sampled_from(_FEW), st.integers(1, 3)), min_size=1, max_size=4)


def expected(passages: list[list[str]], phrase: list[tuple[str, int]]) -> dict[int, int]:
    """Count phrases by trying every place."""
    counts = {}
    for number, words in enumerate(passages):
        count = sum(
            all(start + offset < len(words) and words[start + offset] == word for word, offset in phrase)
            for start in range(len(words))
        )
        if count:
            counts[number] = count
    return counts


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_passages, min_size=1, max_size=6), min_size=1, max_size=3), _phrases)
def test_a_phrase_is_found_where_it_stands(batches: list[list[list[str]]], steps: list[tuple[str, int]]) -> None:
    offsets = [sum(step for _, step in steps[1 : at + 1]) for at in range(len(steps))]
    phrase = [(word, offset) for (word, _), offset in zip(steps, offsets, strict=True)]
    schema = passage_schema(PlainAnalysis(), PlainAnalysis())
    with tempfile.TemporaryDirectory() as folder:
        for batch in batches:
            writer = open_writer(Path(folder), schema)
            for words in batch:
                writer.add_document(id="-", document="d", **{EXACT_FIELD: " ".join(words)})
            writer.commit()
        view = IndexView(Path(folder), schema)
        found = occurrences(view, EXACT_FIELD, [word for word, _ in phrase], offsets)
        view.close()
    all_passages = [words for batch in batches for words in batch]
    assert dict(zip(found.ids.tolist(), found.counts.tolist(), strict=True)) == expected(all_passages, phrase)


def test_a_word_that_stands_nowhere_is_in_no_phrase(tmp_path: Path) -> None:
    schema = passage_schema(PlainAnalysis(), PlainAnalysis())
    writer = open_writer(tmp_path, schema)
    writer.add_document(id="-", document="d", **{EXACT_FIELD: "bb cc"})
    writer.commit()
    view = IndexView(tmp_path, schema)
    assert occurrences(view, EXACT_FIELD, ["bb", "zz"], [0, 1]).ids.tolist() == []
    view.close()
