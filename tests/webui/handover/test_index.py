"""The parts of which the index of a hand-over is made."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.handover.bag import BagWriter
from archive.synonyms import SynonymEntry
from indexer.analysis.german import GermanAnalysis
from webui.handover.search import shards
from webui.handover.search.keys import key
from webui.handover.search.postings import Postings, counted
from webui.handover.search.shards import Shards
from webui.handover.search.words import Words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Müll", "mull"),
        ("Muell", "mull"),
        ("MÜLL", "mull"),
        ("Straße", "strasse"),
        ("Graffiti-Prävention", "graffitipravention"),
        ("Bewohner*innen", "bewohnerinnen"),
        ("Café", "cafe"),
        ("2018-11-06", "20181106"),
        ("–", ""),
    ],
)
def test_keys_leave_out_what_people_leave_out(word: str, expected: str) -> None:
    assert key(word) == expected


@given(st.text(max_size=20))
def test_a_key_is_its_own_key_but_for_new_umlauts(word: str) -> None:
    assert not set(key(word)) & set(" -*:.,ÄÖÜäöüß")


def test_a_word_asks_for_its_forms_parts_and_synonyms(german: GermanAnalysis) -> None:
    words = Words(german, [SynonymEntry(("Lastenrad", "Transportfahrrad"))])
    words.add("Die Graffitiprävention und das Lastenrad, Müll")
    rows = words.rows()
    assert rows["die"] == rows["und"] == []
    assert rows["mull"] == [["mull"]]
    whole, parts = rows["graffitipravention"]
    assert len(whole) == 1
    assert len(parts) == 2
    assert [german.tokens("Transportfahrrad")[0].term] in rows["lastenrad"]
    assert ["qm" in rows, "quartiersmanagement" in rows] == [True, True]
    assert rows["quartiersmanagement"][0] in rows["qm"]


def test_rare_words_and_short_passages_count_more() -> None:
    postings = Postings()
    postings.add(counted((["wand", "farbe"], 1.0)))
    postings.add(counted((["wand", *["text"] * 20], 1.0)))
    postings.add(counted((["text"], 1.0)))
    rows = dict(postings.rows())
    assert rows["wand"][0::2] == [0, 1]
    assert rows["wand"][1] > rows["wand"][3]
    assert rows["farbe"][1] > rows["wand"][1]
    assert dict(Postings().rows()) == {}


def test_a_heading_counts_more_than_a_text() -> None:
    assert counted((["wand"], 1.0), (["wand"], 2.0))["wand"] == 3.0


def test_scripts_are_cut_and_found_by_their_first_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SIZE", 20)
    written = Shards(BagWriter(tmp_path))
    rows = {"\uffee": [1], "b": [1, 2, 3, 4, 5], "a": [0], "𝔊": [2], "c": []}
    firsts = written.write_sorted("begriffe", rows.items())
    assert firsts == ["a", "c"]
    assert _rows(tmp_path, "begriffe") == [{"a": [0], "b": [1, 2, 3, 4, 5]}, {"c": [], "𝔊": [2], "\uffee": [1]}]
    assert written.write_numbered("stellen", ["x" * 30, "y", "z" * 30]) == [0, 1]
    assert _rows(tmp_path, "stellen") == [["x" * 30], ["y", "z" * 30]]
    assert not written.write_sorted("leer", [])
    assert not written.write_numbered("leer", [])


def _rows(folder: Path, table: str) -> list[object]:
    files = sorted((folder / "data/seite/daten").glob(f"{table}-*.js"))
    found = []
    for number, path in enumerate(files):
        head, tail = f'nimm("{table}", {number}, ', ");\n"
        found.append(json.loads(path.read_text(encoding="utf-8").removeprefix(head).removesuffix(tail)))
    return found
