"""What passages say is noted beside them, and goes with them."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.index import said as said_module
from indexer.index.texts import Texts
from indexer.passages import Passage
from indexer.said import Said
from indexer.structure.kinds import PassageKind

TASK = Passage("t", "D-1", 0, 1, "1", "", "", PassageKind.TASK, "Aufgabe: Tee kochen")
HEAD = replace(TASK, id="h", ordinal=1, kind=PassageKind.INFORMATION)
SAID = Said(frozenset({"tee"}), (frozenset({"aufgabe", "tee"}), frozenset()))


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    found = Texts(tmp_path / "texts.sqlite")
    found.add_passages([TASK, HEAD])
    return found


def test_what_is_noted_is_no_longer_missing(texts: Texts) -> None:
    assert texts.said.missing(10) == [TASK]
    assert texts.said.of(["t", "h"]) == {}
    texts.said.note({TASK: SAID})
    assert texts.said.missing(10) == []
    assert texts.said.of(["t", "h"]) == {"t": SAID}


def test_a_passage_that_is_written_anew_is_read_anew(texts: Texts) -> None:
    texts.said.note({TASK: SAID})
    texts.add_passages([TASK])
    assert texts.said.of(["t"]) == {}
    assert texts.said.missing(10) == [TASK]


@pytest.mark.parametrize("other", [{"text": "Aufgabe: Kaffee"}, {"kind": PassageKind.RESULT}])
def test_what_was_changed_while_it_was_read_is_not_noted(texts: Texts, other: dict[str, object]) -> None:
    texts.add_passages([replace(TASK, **other)])  # type: ignore[arg-type] # fields of a passage
    texts.said.note({TASK: SAID})
    assert texts.said.of(["t"]) == {}


def test_notes_go_with_their_passages(texts: Texts) -> None:
    texts.said.note({TASK: SAID})
    texts.drop_passages(["D-1"])
    assert texts.said.of(["t"]) == {}


def test_notes_of_another_reader_are_not_believed_and_made_anew(
    texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts.said.note({TASK: SAID})
    texts.close()
    monkeypatch.setattr(said_module, "READER", "another")
    monkeypatch.setattr(said_module, "_INDEX", "passage_unsaid_another")
    monkeypatch.setattr(said_module, "_UNSAID", "said_by IS NOT 'another' AND kind IN ('Aufgabe')")
    newer = Texts(tmp_path / "texts.sqlite")
    assert newer.said.of(["t"]) == {}
    assert newer.said.missing(10) == [TASK]
    newer.said.note({TASK: SAID})
    assert newer.said.of(["t"]) == {"t": SAID}
    assert newer.said.missing(10) == []
    with sqlite3.connect(tmp_path / "texts.sqlite") as connection:
        names = [name for _, name, *_ in connection.execute("PRAGMA index_list(passage)")]
    assert [name for name in names if name.startswith("passage_unsaid")] == ["passage_unsaid_another"]


def test_texts_of_before_get_room_for_notes_and_keep_their_passages(texts: Texts, tmp_path: Path) -> None:
    texts.close()
    with sqlite3.connect(tmp_path / "texts.sqlite") as connection:
        connection.execute(f"DROP INDEX {said_module._INDEX}")  # noqa: SLF001 - as it was before
        for column in ("said", "said_by"):
            connection.execute(f"ALTER TABLE passage DROP COLUMN {column}")
    later = Texts(tmp_path / "texts.sqlite")
    assert later.passages("D-1") == (TASK, HEAD)
    assert later.said.missing(10) == [TASK]


def test_looking_for_what_is_missing_reads_no_passage_that_is_noted(texts: Texts) -> None:
    sql = f"SELECT id FROM passage WHERE {said_module._UNSAID} LIMIT 1"  # noqa: SLF001, S608 - the statement's condition
    (plan,) = texts.database.rows(f"EXPLAIN QUERY PLAN {sql}")
    assert said_module._INDEX in plan[-1]  # noqa: SLF001
