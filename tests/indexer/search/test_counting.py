"""Grouping and facets over many passages, against counting one by one."""

import math
import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from indexer.analysis.plain import PlainAnalysis
from indexer.index.committing import Committing
from indexer.index.schema import SEPARATOR, passage_schema
from indexer.index.state import Floats, Ints
from indexer.index.view import IndexView
from indexer.search.facets import Facets
from indexer.search.grouping import NEARLY_EQUAL, Grouping
from indexer.search.request import Sort

SCHEMA = passage_schema(PlainAnalysis(), PlainAnalysis())
SITES = ("Gotha", "Hof", "Peine", "Trier")
KINDS = ("Beschluss", "Aufgabe")
Passage = dict[str, str]


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    chance = random.Random(4)  # noqa: S311 - no secret
    made: list[Passage] = []
    for number in range(60):
        shared = {
            "document": f"d{number}",
            "site": SEPARATOR.join(chance.sample(SITES, chance.randint(0, 3))),
            "title_order": f"t{chance.randrange(20):02}",
            "date": str(chance.randrange(5)),
        }
        made += [shared | {"passage_kind": chance.choice(KINDS)} for _ in range(chance.randint(1, 6))]
    return made


@pytest.fixture(scope="module")
def view(passages: list[Passage], tmp_path_factory: pytest.TempPathFactory) -> IndexView:
    folder: Path = tmp_path_factory.mktemp("index")
    half = next(at for at in range(100, len(passages)) if passages[at]["document"] != passages[at - 1]["document"])
    for part in (passages[:half], passages[half:]):
        with Committing(folder, SCHEMA) as committing:
            for number, passage in enumerate(part):
                committing.writer.add_document(id=str(number), **passage | {"date": int(passage["date"])})
    return IndexView(folder, SCHEMA)


def some(passages: list[Passage], seed: int) -> tuple[Ints, Floats]:
    """Return a third of the passages with scores, many of them equal."""
    chance = np.random.default_rng(seed)
    ids = np.flatnonzero(chance.random(len(passages)) < 1 / 3).astype(np.int32)
    return ids, chance.integers(1, 6, len(ids)).astype(np.float32)


@pytest.mark.parametrize("seed", range(5))
def test_documents_are_counted_once_for_each_label(view: IndexView, passages: list[Passage], seed: int) -> None:
    ids, _ = some(passages, seed)
    for facet in ("site", "passage_kind"):
        carried = {(passages[at]["document"], each) for at in ids for each in passages[at][facet].split(SEPARATOR)}
        expected = Counter(label for _, label in carried if label)
        counted = Facets(view, {}).counted(ids, (facet,))[facet]
        assert {each.value: each.count for each in counted} == expected
        assert [each.count for each in counted] == sorted(expected.values(), reverse=True)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("sort", Sort)
def test_documents_come_in_order_page_after_page(
    view: IndexView, passages: list[Passage], seed: int, sort: Sort
) -> None:
    ids, scores = some(passages, seed)
    best: dict[str, float] = {}
    for at, score in zip(ids, scores, strict=True):
        best[passages[at]["document"]] = max(best.get(passages[at]["document"], 0), score)
    about = {passage["document"]: passage for passage in passages}
    top = max(best.values(), default=1.0)

    def place(document: str) -> tuple[object, ...]:
        day, title = int(about[document]["date"]), about[document]["title_order"]
        step = -math.ceil(math.log(best[document] / top) * NEARLY_EQUAL)
        first = {Sort.RELEVANCE: (step, -day), Sort.NEWEST: -day, Sort.OLDEST: day or 99, Sort.TITLE: title}[sort]
        return first, -best[document]

    grouping = Grouping(view, ids, scores)
    pages = [grouping.ordered(sort, slice(start, start + 7)) for start in range(0, grouping.count, 7)]
    found = [view.documents[group.document] for page in pages for group in page]
    assert found == sorted(best, key=place)
    assert all(sorted(group.scores, reverse=True) == group.scores.tolist() for page in pages for group in page)
    assert sum(len(group.numbers) for page in pages for group in page) == len(ids)


@pytest.mark.parametrize("seed", range(3))
def test_what_carries_an_excluded_label_does_not_pass(view: IndexView, passages: list[Passage], seed: int) -> None:
    ids, _ = some(passages, seed)
    passing = Facets(view, {"passage_kind": ("Beschluss",)}, {"site": ("Gotha", "Hof")}).passing(ids)
    expected = [
        passages[at]["passage_kind"] == "Beschluss"
        and not {"Gotha", "Hof"} & set(passages[at]["site"].split(SEPARATOR))
        for at in ids
    ]
    assert any(expected)
    assert passing.tolist() == expected
