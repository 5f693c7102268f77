"""Words gathered as numbers stand in the index where the analysis finds them in the text."""

import tempfile
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.util.numeric import byte_to_length, length_to_byte

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.analysis.tokens import Stretch
from indexer.index import stretch_table
from indexer.index.bulk import open_writer
from indexer.index.occurrences import Occurrences
from indexer.index.schema import passage_schema
from indexer.index.stretch_table import ReadStretches
from indexer.index.view import IndexView
from tests.indexer.index.stock import opened

PIECES = (
    *("Kinder-", "und", "Jugendarbeit.", "-tandems", "Sprachkurse", "Bewohner*innen,", "JMD-iQ", "6.", "November"),
    *("2018", "§", "13", "JMD/iQ", "i.Q.", "der", "arbeit", "Arbeit", "•"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join)
Places = dict[str, dict[int, list[int]]]


@settings(max_examples=60, deadline=None)
@given(each=st.lists(texts, min_size=1, max_size=5))
def test_every_word_stands_where_the_analysis_finds_it(each: list[str], german: GermanAnalysis) -> None:
    schema = passage_schema(german, PlainAnalysis())
    with tempfile.TemporaryDirectory() as folder:
        for begin in range(0, len(each), 3):
            writer = open_writer(Path(folder), schema)
            for number, text in enumerate(each[begin : begin + 3], begin):
                writer.add_document(id=str(number), document=str(number), body=text, exact=text, title=each[0])
            writer.commit()
        view = IndexView(Path(folder), schema)
        for field, chain in (("body", german), ("exact", PlainAnalysis())):
            expected: defaultdict[str, dict[int, list[int]]] = defaultdict(dict)
            for number, text in enumerate(each):
                for token in chain.tokens(text):
                    expected[token.term].setdefault(number, []).append(token.position)
            assert _places(view, field) == expected
            lengths = [byte_to_length(length_to_byte(len(chain.tokens(text)))) for text in each]
            assert view.lengths(field).tolist() == lengths
        view.close()


def _places(view: IndexView, field: str) -> Places:
    """Return the positions of every term in every passage."""
    found: Places = {}
    for term in view.terms_beginning(field, ""):
        passages, places = view.places(field, term)
        bounds = zip(passages.tolist(), places.starts[:-1], places.starts[1:], strict=True)
        found[term] = {number: places.positions[begin:end].tolist() for number, begin, end in bounds}
    return found


@pytest.mark.parametrize("times", [1, 246, 247, 300])
@pytest.mark.parametrize("gap", [1, 255, 256])
def test_words_far_apart_and_often_repeated_are_read_by_whoosh(tmp_path: Path, times: int, gap: int) -> None:
    writer = open_writer(tmp_path, passage_schema(PlainAnalysis(), PlainAnalysis()))
    text = (" anders" * (gap - 1) + " wort") * times
    for number in range(2):
        writer.add_document(id=str(number), document=str(number), body=text + " nur" * number)
    writer.commit()
    with opened(tmp_path).reader() as reader:
        matcher = reader.postings("body", "wort")
        positions = [place * gap + gap - 1 for place in range(times)]
        assert [(matcher.value_as("positions"), matcher.next()) for _ in range(2)] == [
            (positions, False),
            (positions, True),
        ]
        assert reader.postings("body", "nur").value_as("positions") == [gap * times]


def test_what_did_not_come_again_is_forgotten_between_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = PlainAnalysis()
    read = ReadStretches((plain,))
    table = read.table()
    assert table.numbers("ein Wort, ein Wort.") == [0, 1, 0, 2]
    assert read.table() is table
    written = Occurrences(table, plain)
    written.add(0, ("JMD-iQ ein", "ein ein"))
    written.add(1, ("JMD-iQ ein selten",))
    assert written.postings().terms == [b"ein", b"iq", b"jmd", b"jmdiq", b"selten"]
    monkeypatch.setattr(stretch_table, "MOST_KEPT", 4)
    later = read.table()
    assert list(later) == ["ein", "JMD-iQ"]
    assert table.numbers("ein Wort.") == [0, 2]
    written = Occurrences(later, plain)
    written.add(0, ("ein JMD-iQ Wort",))
    assert written.postings().terms == [b"ein", b"iq", b"jmd", b"jmdiq", b"wort"]
    monkeypatch.setattr(stretch_table, "MOST_KEPT", 2)
    assert not read.table()


def test_texts_are_read_once_for_all_chains(german: GermanAnalysis) -> None:
    plain = PlainAnalysis()
    table = ReadStretches((german, plain)).table()
    assert table.numbers("Jugendarbeit") == table.saying(plain, "Jugendarbeit") == table.saying(german, "Jugendarbeit")
    # The words that lack a part are read with their neighbours in one chain, and as they stand in the other.
    assert len(table.saying(german, "Kinder- und Jugendarbeit")) == 1
    assert len(table.saying(plain, "Kinder- und Jugendarbeit")) == 3
    for chain in (german, plain):
        written = Occurrences(table, chain)
        written.add(0, ("Kinder- und Jugendarbeit",))
        terms = {each.term.encode() for each in chain.tokens("Kinder- und Jugendarbeit")}
        assert set(written.postings().terms) == terms


def test_a_failure_while_reading_leaves_the_table_as_it_was() -> None:
    plain = PlainAnalysis()
    table = ReadStretches((plain, Failing())).table()
    table.numbers("ein Wort")
    with pytest.raises(MemoryError):
        table.numbers("noch ein böses Wort")
    assert table.numbers("Wort ein neues noch") == [1, 0, 3, 2]
    assert len(table.readings[plain].starts) == 4


class Failing(PlainAnalysis):
    """Fails at one word."""

    def stretch(self, text: str) -> Stretch:
        """Read a stretch."""
        if text == "böses":
            raise MemoryError
        return super().stretch(text)


def test_adding_and_merging_are_two_commits(tmp_path: Path) -> None:
    schema = passage_schema(PlainAnalysis(), PlainAnalysis())
    for _ in range(2):
        writer = open_writer(tmp_path, schema)
        writer.add_document(id="1", document="1", body="ein Wort")
        writer.commit()
    writer = open_writer(tmp_path, schema)
    writer.add_document(id="2", document="2", body="ein Wort")
    with pytest.raises(ValueError, match="two commits"):
        writer.add_segment(writer.segments[0])
    writer.cancel()
