"""The command that watches `ingest` sees outcomes, memory and processes."""

import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks import hostile_ingest
from tests.benchmarks.hostile_ingest import Run, figures, offered, run, wrong
from tests.benchmarks.hostile_memory import PAUSE, PeakMemory
from tests.indexer.extraction.living import eventually
from tests.indexer.extraction.making import column, pdf_bytes

TEXT = ["Die Gruppe trifft sich am Montag und bespricht", "die Ergebnisse mit den Eltern."]
#: Starts a process that outlives it, and tells its number.
ORPHANING = """
import subprocess, sys, time
orphan = [sys.executable, "-c", "import time; time.sleep(60)"]
print(subprocess.Popen(orphan, start_new_session=True, stdout=subprocess.DEVNULL).pid, flush=True)
time.sleep(float(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "heil.pdf").write_bytes(pdf_bytes([column(TEXT)]))
    (folder / "kaputt.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "leer.txt").write_bytes(b"")
    (folder / ".versteckt").write_bytes(b"x")
    with zipfile.ZipFile(folder / "pack.zip", "w") as pack:
        pack.writestr("notiz.txt", "Am Montag kommen alle.")
    return folder


@pytest.fixture(scope="module")
def done(folder: Path) -> Run:
    return run(folder)


def test_every_file_has_its_outcome(folder: Path, done: Run) -> None:
    found = figures(folder, done)
    assert (found["files"], found["lines"], found["documents"]) == (4, 4, 3)
    assert found["statuses"] == {"held": 2, "without_text": 1, "refused": 1}
    assert found["outcomes"] == {"text": 2, "broken": 1}
    assert found["wrong"] == []


def test_the_worker_and_its_children_are_watched(done: Run) -> None:
    assert done.memory.seen
    assert 0 < done.memory.largest_child < done.memory.peak
    assert done.memory.alone < done.memory.peak


def test_what_is_wrong_is_told(folder: Path, done: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    files = offered(folder)
    code = next(line["document"] for line in done.lines if line["file"] == "kaputt.pdf")
    assert list(wrong([*files, "verloren.pdf"], done)) == ["verloren.pdf has no status."]
    unread = replace(done, outcomes={**done.outcomes, str(code): None})
    assert list(wrong(files, unread)) == ["kaputt.pdf has no outcome."]
    assert list(wrong(files, replace(done, left_over=[7]))) == ["Process 7 is left over."]
    assert list(wrong(files, replace(done, exit_code=2, complaint="Halt"))) == ["It ended with code 2: Halt"]
    monkeypatch.setattr(hostile_ingest, "TOGETHER", 1)
    monkeypatch.setattr(hostile_ingest, "WORKER", 1)
    assert [each.split(" held ")[0] for each in wrong(files, done)] == ["All processes together", "The worker alone"]


def test_a_process_that_outlives_its_parent_is_left_over() -> None:
    command = [sys.executable, "-c", ORPHANING, str(20 * PAUSE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process, PeakMemory(process.pid) as memory:
        output, _ = process.communicate()
    orphan = int(output)
    assert memory.left_over() == [orphan]
    subprocess.run(["kill", str(orphan)], check=True)
    assert eventually(lambda: memory.left_over() == [])
