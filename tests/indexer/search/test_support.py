"""What counts beside the words of a query."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.index.bulk import open_writer
from indexer.index.schema import passage_schema
from indexer.index.view import IndexView
from indexer.search.executor import Execution
from indexer.search.kin import MOST_KIN, kin
from indexer.search.plan import Alternative, Breadth, Plan, Want, Word
from indexer.search.planner import FILLER_WEIGHT, Planner
from indexer.search.query import parse
from indexer.search.ranking import RANKING
from indexer.search.support import Support
from tests.indexer.conftest import Sheet
from tests.indexer.search.test_searcher import Fill, found


def opened(folder: Path, *texts: str) -> IndexView:
    schema = passage_schema(PlainAnalysis(), PlainAnalysis())
    writer = open_writer(folder, schema)
    for text in texts:
        writer.add_document(id="-", document=text, body=text)
    writer.commit()
    return IndexView(folder, schema)


@pytest.mark.parametrize(
    ("term", "text", "families"),
    [
        ("informiert", "information informieren insel", ["informieren", "information"]),
        # four letters alike are not enough
        ("spaziergang", "spatz spazieren spaten", ["spazieren"]),
        # most of the longer one has to be alike
        ("jugend", "jugendlich jugendmigrationsdienst", ["jugendlich"]),
        ("insel", "insel", []),
        ("rat", "rathaus ratte", []),
        ("2019", "20191 2019", []),
    ],
)
def test_terms_of_a_family_begin_alike(tmp_path: Path, term: str, text: str, families: list[str]) -> None:
    view = opened(tmp_path, text)
    assert [each.term for each in kin(view, "body", term)] == families
    view.close()


def test_of_a_large_family_the_likest_count(tmp_path: Path) -> None:
    view = opened(tmp_path, " ".join(f"wohnung{'x' * number}" for number in range(1, 15)))
    assert [len(each.term) for each in kin(view, "body", "wohnung")] == list(range(8, 15))
    view.close()
    assert MOST_KIN > 7


def test_words_of_deleted_passages_are_nobodys_kin(tmp_path: Path) -> None:
    view = opened(tmp_path, "information", "informiert")
    writer = open_writer(tmp_path, passage_schema(PlainAnalysis(), PlainAnalysis()))
    writer.delete_document(0)
    writer.commit()
    later = IndexView(tmp_path, passage_schema(PlainAnalysis(), PlainAnalysis()), view)
    assert [each.term for each in kin(later, "body", "informieren")] == ["informiert"]
    later.close()


def test_kin_count_less_than_the_word_and_only_in_questions(tmp_path: Path) -> None:
    view = opened(tmp_path, "information hilft", "informiert sein", "insel sehen")
    want = Want((Alternative((Word(("informiert",), ()),)),), is_required=False)
    few = Execution(view).run(Plan((want,), ()))
    question = Execution(view).run(Plan((want,), (), Breadth.ANY))
    assert few.ids.tolist() == [1]
    assert question.ids.tolist() == [0, 1]
    assert question.scores[0] < question.scores[1] / 2
    view.close()


def test_fillers_of_a_question_are_searched_and_count_less(german: GermanAnalysis, library: Fill) -> None:
    planner = Planner.load(german, PlainAnalysis())
    wants = planner.plan(parse("Welche Informationen zum Führerschein bekomme ich?")).wants
    weights = {want.alternatives[0].words()[0].wholes[0]: want.alternatives[0].weight for want in wants}
    assert weights == {"information": FILLER_WEIGHT, "fuhrerschein": 1.0, "bekomm": FILLER_WEIGHT}
    shelf = library(
        subject=Sheet("Den Führerschein macht man in der Fahrschule."),
        filler=Sheet("Informationen bekommt man in der Fahrschule."),
    )
    assert found(shelf, "Welche Informationen zum Führerschein bekomme ich?")[0] == "subject"
    assert found(shelf, "Informationen") == ["filler"]


def headed(folder: Path, *headings: str) -> IndexView:
    schema = passage_schema(PlainAnalysis(), PlainAnalysis())
    writer = open_writer(folder, schema)
    for heading in headings:
        writer.add_document(id="-", document=heading, heading=heading, body="standorte liste termine")
    writer.commit()
    return IndexView(folder, schema)


def asked(*words: tuple[str, ...]) -> Plan:
    wants = (Want(tuple(Alternative((Word((each,), ()),)) for each in word), is_required=False) for word in words)
    return Plan(tuple(wants), ())


@pytest.mark.parametrize(
    ("plan", "counting"),
    [
        (asked(("standorte",), ("liste",)), [0]),
        # another wording will do
        (asked(("standorte",), ("liste", "blick")), [0, 1]),
        (asked(("liste",), ("termine",)), [3]),
        # a single word counts in its field, and nowhere else
        (asked(("standorte",)), []),
        (asked(("standorte",), ("kosten",)), []),
    ],
)
def test_a_heading_counts_that_says_all_words(tmp_path: Path, plan: Plan, counting: list[int]) -> None:
    view = headed(tmp_path, "liste standorte", "standorte blick", "standorte", "liste der termine")
    named, bare = (
        Execution(view, replace(RANKING, headed_weight=weight)).run(plan) for weight in (RANKING.headed_weight, 0.0)
    )
    assert named.ids.tolist() == bare.ids.tolist()
    assert named.ids[named.scores > bare.scores].tolist() == counting
    view.close()


def test_a_heading_has_a_compound_by_all_its_parts(tmp_path: Path) -> None:
    view = headed(tmp_path, "liste standorte treffen", "liste standorte")
    compound = Want((Alternative((Word(("standorttreffen",), ("standorte", "treffen")),)),), is_required=False)
    plan = Plan((compound, *asked(("liste",)).wants), ())
    support = Support(view, RANKING)
    assert support.headed(plan.named()).ids.tolist() == [0]
    view.close()
