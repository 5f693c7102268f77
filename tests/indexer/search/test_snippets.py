"""What is shown of a hit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.search.plan import Plan
from indexer.search.planner import Planner
from indexer.search.query import parse
from indexer.search.snippets import LONGEST_SNIPPET, Highlighter

PIECES = (
    *("Kinder-", "und", "Jugendarbeit.", "Jugendtreffs", "Bewohner*innen,", "Bewohnerinnen", "JMD-iQ", "JMD", "iQ"),
    *("(Wand)", "6.", "November", "2018", "Treff/", "-innen"),
)


@pytest.fixture(scope="module")
def planner(german: GermanAnalysis) -> Planner:
    return Planner.load(german, PlainAnalysis())


@pytest.fixture(scope="module")
def highlighter(german: GermanAnalysis) -> Highlighter:
    return Highlighter(german, PlainAnalysis())


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("prävention", "Graffitiprävention im Quartier.", "Graffiti[prävention] im Quartier."),
        ("bewohner", "Alle Bewohner*innen kamen.", "Alle [Bewohner*innen] kamen."),
        ('"im quartier"', "Feste im Quartier und im Park.", "Feste [im] [Quartier] und im Park."),
        ("quart*", "Das Quartier.", "Das [Quartier]."),
        ("haus", "Kein Treffer hier.", "Kein Treffer hier."),
    ],
)
def test_matches_are_marked_inside_words(
    planner: Planner, highlighter: Highlighter, query: str, text: str, shown: str
) -> None:
    parts = highlighter.whole(text, planner.plan(parse(query)))
    assert "".join(f"[{part.text}]" if part.matched else part.text for part in parts) == shown


def test_the_sentence_that_answers_is_shown(planner: Planner, highlighter: Highlighter) -> None:
    text = "Es regnete. " * 40 + "Die Wand wird bunt. " + "Danach gab es Tee. " * 40
    shown = "".join(part.text for part in highlighter.snippet(text, planner.plan(parse("wand"))))
    assert shown.startswith("… Die Wand wird bunt. Danach")
    assert shown.endswith("Tee. …")
    assert len(shown) <= LONGEST_SNIPPET + len("… ") + len(" …")


def test_a_long_sentence_is_cut_at_words_around_its_match(planner: Planner, highlighter: Highlighter) -> None:
    text = "wort " * 200 + "Wand " + "wort " * 200
    shown = "".join(part.text for part in highlighter.snippet(text, planner.plan(parse("wand"))))
    assert "Wand" in shown
    assert set(shown.split()) == {"…", "wort", "Wand"}


@given(text=st.text("Wand wort.!\n-", max_size=900))
def test_a_whole_text_in_parts_is_the_text(text: str, planner: Planner, highlighter: Highlighter) -> None:
    plan: Plan = planner.plan(parse("wand"))
    assert "".join(part.text for part in highlighter.whole(text, plan)) == text
    assert all(part.text for part in highlighter.whole(text, plan))


@pytest.mark.parametrize(
    "query", ["jugendarbeit", '"jmd iq"', '"und jugendarbeit"', "bew* treff", "-wand kinderarbeit OR iq"]
)
@given(words=st.lists(st.sampled_from(PIECES), max_size=14))
def test_marks_are_where_reading_the_text_finds_the_words(
    query: str, words: list[str], planner: Planner, highlighter: Highlighter, german: GermanAnalysis
) -> None:
    plan, text = planner.plan(parse(query)), " ".join(words)
    plain = PlainAnalysis().tokens(text)
    found = [token for token in german.tokens(text) if token.term in plan.terms()]
    found += [token for token in plain if token.term.startswith(plan.beginnings() or "\0")]
    at = {(token.term, token.position): token for token in plain}
    for phrase in plan.phrases():
        places = list(zip(phrase.terms, phrase.offsets, strict=True))
        for begin in range(len(plain)):
            standing = [at.get((term, begin + offset)) for term, offset in places]
            found += [token for token in standing if token and None not in standing]
    expected = {place for token in found for place in range(token.start, token.end)}
    marked, offset = set(), 0
    for part in highlighter.whole(text, plan):
        marked |= set(range(offset, offset + len(part.text))) if part.matched else set()
        offset += len(part.text)
    assert marked == expected
