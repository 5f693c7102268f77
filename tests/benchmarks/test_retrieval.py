"""What measures of the ranking rest on."""

from pathlib import Path

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.judged_set import JudgedSet
from tests.benchmarks.retrieval import OURS, compared, table
from tests.benchmarks.significance import difference
from tests.benchmarks.variants import COLUMNS, TEXT_CHANGES, misspelt, query_changes
from tests.benchmarks.words import compounds, pairs


def test_a_difference_is_told_from_chance() -> None:
    clear = difference([1.0] * 30 + [0.5] * 30, [0.5] * 60)
    assert (clear.mean, clear.p < 0.01, 0 < clear.low < 0.25 < clear.high) == (0.25, True, True)
    chance = difference([1.0, 0.0] * 30, [0.0, 1.0] * 30)
    assert (chance.mean, chance.p > 0.5, chance.low < 0 < chance.high) == (0.0, True, True)
    assert difference([0.5], [0.5]).p == 1.0


def test_engines_are_compared_on_the_same_queries(german: GermanAnalysis) -> None:
    texts = (
        {"_id": "1", "title": "Prävention", "text": "Graffitiprävention im Stadtteil"},
        {"_id": "2", "title": "", "text": "Das Fest im Stadtteil"},
        {"_id": "3", "title": "", "text": "Ein Ausflug an den See"},
    )
    judged = JudgedSet(texts, {"a": "Graffiti", "b": "Feste im Stadtteil"}, {"a": {"1": 1}, "b": {"2": 1}})
    records = compared(judged, german)
    assert records[OURS]["ndcg@10"] == 1.0
    whoosh = records["stock Whoosh, LanguageAnalyzer"]
    assert whoosh["ndcg@10"] == 0.5
    assert whoosh["we are better by"]["mean"] == 0.5  # type: ignore[index]
    assert table({"set": records}).count("\n") == len(records) + 1


@pytest.mark.parametrize(
    ("change", "typed"),
    [
        ("ä typed ae, ß typed ss", "Strassensozialarbeit fuer Maedchen"),
        ("ä typed a", "Strassensozialarbeit fur Madchen"),
        ("compounds hyphenated", "Straßen-Sozial-Arbeit für Mädchen"),
        ("compounds written apart", "Straßen Sozial Arbeit für Mädchen"),
    ],
)
def test_queries_are_typed_otherwise(german: GermanAnalysis, change: str, typed: str) -> None:
    assert query_changes(german)[change]("Straßensozialarbeit für Mädchen") == typed


def test_the_longest_word_is_misspelt_by_one_edit() -> None:
    wrong = misspelt("Wo ist die Beratungsstelle heute?")
    assert wrong != "Wo ist die Beratungsstelle heute?"
    assert wrong == misspelt("Wo ist die Beratungsstelle heute?")
    assert wrong.startswith("Wo ist die ")
    assert wrong.endswith(" heute?")
    assert misspelt("Wo ist das?") == "Wo ist das?"


def test_broken_lines_are_made_whole_again() -> None:
    text = (
        "Die Beratungsstelle informiert über Berufsausbildung, Schulabschlüsse und alles, was Jugendliche wissen wollen"
    )
    broken = TEXT_CHANGES["texts broken into lines with hyphens"](text)
    assert max(map(len, broken.split("\n"))) <= COLUMNS
    assert "-\n" in broken
    assert normalise(broken).replace("\n", " ") == text


def test_lists_of_words_are_checked(tmp_path: Path, german: GermanAnalysis) -> None:
    listed = (
        "# query, text\nGraffiti\tGraffitiprävention\t1\nBüro\tQuartiers-\\nbüro\t1\nRat\tBeratung\t0\nFest\tFest\t0\n"
    )
    (tmp_path / "pairs.tsv").write_text(listed, encoding="utf-8")
    found = pairs(tmp_path / "pairs.tsv", german)
    assert (found["must match"], found["must not match"]) == ("2/2", "1/2")
    assert found["wrongly found"] == ["Fest ~ Fest"]
    words = "graffiti|prävention\nrad+verkehrs|konzept\nbeteiligung\ngar|ten\nrathaus|platz:?\n"
    (tmp_path / "compounds.txt").write_text(words, encoding="utf-8")
    split = compounds(tmp_path / "compounds.txt", german)
    assert (split["exact"], split["wrongly split or whole"]) == ("4/5", ["garten"])
    assert split["part finds compound"] == "4/6"
