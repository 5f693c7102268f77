"""The measuring of extraction reads what it counts."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.benchmarks import extraction
from tests.benchmarks.labels import SAMPLES

FILES = ("protokoll-standorttreffen-gotha-2020.pdf", "methode-nadelmethode.pdf", "methode-persona.md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(SAMPLES / name, tmp_path)
    return tmp_path


def test_formats_are_counted_apart_and_together(folder: Path) -> None:
    found = extraction.speeds([folder])
    assert {name: speed.documents for name, speed in found.items()} == {"pdf": 2, "md": 1, "all": 3}
    assert found["all"].pages == found["pdf"].pages + found["md"].pages
    assert found["all"].seconds == pytest.approx(found["pdf"].seconds + found["md"].seconds)
    assert found["pdf"].characters > found["md"].characters > 0


def test_the_figures_are_printed_for_people_and_for_programs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extraction, "SAMPLES", folder)
    monkeypatch.setattr(extraction, "reference_folder", lambda: None)
    monkeypatch.setattr(sys, "argv", ["extraction", "--json"])
    extraction.main()
    assert list(json.loads(capsys.readouterr().out)) == ["pdf", "md", "all"]
    monkeypatch.setattr(sys, "argv", ["extraction"])
    extraction.main()
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["format", "pdf", "md", "all"]
