"""The register of decisions and tasks: what is asked for, in which order, and how many."""

from dataclasses import replace
from datetime import date

import pytest

from archive.rights import STAFF, VISITOR
from archive.values import Visibility
from indexer.agreed import Agreed
from indexer.passages import Passage
from indexer.search.agreements import AgreementRequest, AgreementSort
from indexer.search.request import SearchRequest
from indexer.search.searcher import Searcher
from indexer.structure.agreements import State
from indexer.structure.due import Due
from indexer.structure.kinds import PassageKind
from tests.indexer.conftest import Library, Sheet

EVERYTHING = AgreementRequest()


@pytest.fixture
def searcher(empty_library: Library) -> Searcher:
    """Two meetings: words, who, by when and state of each agreement are told here."""
    empty_library.put({"D-1": Sheet("Beschluss: Die Wand wird bunt.\n\nAufgabe: Gotha kauft Farbe.", year=2019)})
    empty_library.put({"D-2": Sheet("Aufgabe: Peine ruft an.", year=2020)})
    hidden = Sheet("Aufgabe: Geheimes tun.", visibility=Visibility.INTERNAL)
    empty_library.put({"D-3": hidden})
    told = {
        "Wand": Agreed("", None, State.DECIDED, is_by_hand=False),
        "Farbe": Agreed(
            "Projektleitung Gotha", Due(date(2019, 6, 30), "bis Juni"), State.UNDOCUMENTED, is_by_hand=False
        ),
        "Peine": Agreed("Projektleitung Ösede", Due(date(2021, 1, 1), "bis Neujahr"), State.OPEN, is_by_hand=True),
        "Geheimes": Agreed("Niemand", None, State.OPEN, is_by_hand=False),
    }
    for code in ("D-1", "D-2", "D-3"):
        passages = empty_library.texts.passages(code)
        agreed = {each.id: own for each in passages for word, own in told.items() if word in each.text}
        empty_library.texts.add_passages(passages, agreed)
    return empty_library.renewed()


def test_everything_comes_in_the_order_of_meetings(searcher: Searcher) -> None:
    assert _texts(searcher, EVERYTHING) == ["Peine", "Wand", "Farbe"]
    assert _texts(searcher, replace(EVERYTHING, sort=AgreementSort.OLDEST)) == ["Wand", "Farbe", "Peine"]


def test_what_names_no_day_and_nobody_comes_last(searcher: Searcher) -> None:
    assert _texts(searcher, replace(EVERYTHING, sort=AgreementSort.DUE)) == ["Farbe", "Peine", "Wand"]
    assert _texts(searcher, replace(EVERYTHING, sort=AgreementSort.WHO)) == ["Farbe", "Peine", "Wand"]


def test_each_filter_narrows(searcher: Searcher) -> None:
    narrowed = {
        "Wand": replace(EVERYTHING, kinds=frozenset({PassageKind.DECISION})),
        "Farbe": replace(EVERYTHING, who="GOTHA"),
        "Peine": replace(EVERYTHING, states=frozenset({State.OPEN})),
    }
    for word, asked in narrowed.items():
        assert _texts(searcher, asked) == [word]
    assert _texts(searcher, replace(EVERYTHING, due_until=date(2019, 6, 30))) == ["Farbe"]
    assert _texts(searcher, replace(EVERYTHING, due_from=date(2019, 7, 1))) == ["Peine"]
    assert _texts(searcher, replace(EVERYTHING, search=SearchRequest("Farben"))) == ["Farbe"]


def test_counts_leave_out_their_own_filter(searcher: Searcher) -> None:
    asked = replace(EVERYTHING, kinds=frozenset({PassageKind.TASK}), states=frozenset({State.OPEN}))
    found = searcher.agreements(asked, {})
    assert found.kinds == {PassageKind.DECISION: 0, PassageKind.TASK: 1}
    assert found.states == {State.OPEN: 1, State.UNDOCUMENTED: 1}


def test_what_a_later_meeting_tells_counts_unless_someone_said_otherwise(searcher: Searcher) -> None:
    ids = searcher.agreements(EVERYTHING, {}).passages
    told = dict.fromkeys(ids, State.DONE)
    found = searcher.agreements(replace(EVERYTHING, states=frozenset({State.DONE})), told)
    assert found.states == {State.DONE: 2, State.OPEN: 1}
    assert len(found.passages) == 2


def test_nothing_tells_of_what_may_not_be_seen(searcher: Searcher) -> None:
    seen = searcher.agreements(EVERYTHING, {})
    assert "Niemand" not in seen.roles
    staff = searcher.agreements(AgreementRequest(SearchRequest(reader=STAFF)), {})
    assert (len(seen.passages), len(staff.passages)) == (3, 4)
    assert EVERYTHING.search.reader is VISITOR


def test_there_is_nothing_while_there_is_no_index(empty_library: Library) -> None:
    for generations in empty_library.areas:
        generations.withdraw()
    assert empty_library.renewed().agreements(EVERYTHING, {}).passages == ()


def _texts(searcher: Searcher, asked: AgreementRequest) -> list[str]:
    """Return the telling word of each that is found."""
    ids = searcher.agreements(asked, {}).passages
    passages: dict[str, Passage] = searcher._texts.passages_by_id(ids)  # noqa: SLF001 - what it reads from
    words = ("Wand", "Farbe", "Peine", "Geheimes")
    return [next(word for word in words if word in passages[id_].text) for id_ in ids]
