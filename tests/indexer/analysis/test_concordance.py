"""What is found in texts that are remembered is what is found by reading them."""

import gc
import threading

from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.concordance import Concordance
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.analysis.tokens import Token

WORDS = ("Kinder-", "und", "Jugendarbeit.", "Jugendtreffs", "Bewohner*innen,", "JMD-iQ", "6.", "November", "2018")
TERMS = frozenset({"jugendarbeit", "arbeit", "kinderarbeit", "bewohner", "jmd", "iq", "treff", "2018", "2018-11-06"})

texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(each=st.lists(texts, max_size=6))
def test_tokens_are_those_of_the_whole_text(each: list[str], analysis: GermanAnalysis) -> None:
    for chain in (analysis, PlainAnalysis()):
        concordance = Concordance(chain, remembered=5)
        for text in (*each, *each):
            expected = [token for token in chain.tokens(text) if token.term in TERMS]
            assert sorted(concordance.saying(text, TERMS), key=_place) == sorted(expected, key=_place)


def _place(token: Token) -> tuple[int, int, str]:
    return token.position, token.start, token.term


def test_terms_are_told_by_what_they_look_like(analysis: GermanAnalysis) -> None:
    found = Concordance(analysis).terms("Jugendtreffs und Jugendarbeit", lambda term: term.startswith("jugend"))
    assert found == {"jugend", "jugendtreff", "jugendarbeit"}


def test_threads_learn_side_by_side() -> None:
    concordance = Concordance(PlainAnalysis())
    each = [" ".join(f"wort{number % 50}" for number in range(start, start + 200)) for start in range(8)]
    threads = [threading.Thread(target=concordance.saying, args=(text, {"wort1"})) for text in each * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(concordance.saying(text, {"wort1"})) for text in each] == [4] * 8


def test_what_is_forgotten_is_given_back_at_once() -> None:
    concordance = Concordance(PlainAnalysis(), remembered=5)
    gc.collect()
    gc.disable()
    try:
        for number in range(20):
            concordance.saying(f"wort{number} und noch{number} mehr{number}", {"wort1"})
        assert gc.collect() == 0
    finally:
        gc.enable()
