"""The measuring of the walk measures the walk."""

import json
import shutil
import sys
from itertools import count
from pathlib import Path

import pytest

from tests.benchmarks import walk
from tests.benchmarks.labels import SAMPLES
from tests.benchmarks.stopwatch import Spent, Stopwatch
from webui.compose import open_existing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A protocol of two pages or more, and a method on one."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in ("protokoll-standorttreffen-gotha-2020.pdf", "methode-persona.md"):
        shutil.copy(SAMPLES / name, folder)
    return folder


def test_a_walk_makes_documents_findable_and_counts_every_part(folder: Path, tmp_path: Path) -> None:
    found = walk.walk(folder, tmp_path / "home")
    assert (found.documents, found.pages) == (2, 4)
    assert all(found.parts[name].cpu > 0 for name in walk.PARTS[:-1])
    assert sum(part.cpu for part in found.parts.values()) == pytest.approx(found.whole.cpu)
    with open_existing(tmp_path / "home") as holdings:
        codes = frozenset(holdings.archive.revisions())
        assert holdings.findable(codes) == codes


def test_the_figures_are_printed_for_people_and_for_programs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(walk, "reference_folder", lambda: folder)
    monkeypatch.setattr(walk, "REACH", 0.0)
    monkeypatch.setattr(sys, "argv", ["walk", "--json"])
    walk.main()
    figures = json.loads(capsys.readouterr().out)
    assert (figures["documents"], figures["pages"], set(figures["parts"])) == (2, 4, set(walk.PARTS))
    monkeypatch.setattr(sys, "argv", ["walk"])
    walk.main()
    assert capsys.readouterr().out.startswith("2 documents, 4 pages: ")


def test_a_slow_walk_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "reference_folder", lambda: folder)
    monkeypatch.setattr(walk, "REACH", float("inf"))
    monkeypatch.setattr(sys, "argv", ["walk"])
    with pytest.raises(SystemExit, match="documents a second"):
        walk.main()


def test_a_part_is_without_those_inside_it() -> None:
    ticks = count()
    watch = Stopwatch(lambda: (float(next(ticks)), 10.0 * next(ticks)))
    with watch.measure("index"), watch.measure("analysis"):
        pass
    assert watch.parts == {"index": Spent(4.0, 40.0), "analysis": Spent(2.0, 20.0)}
