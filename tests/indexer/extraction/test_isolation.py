"""Files are read in a child process that nothing survives."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from indexer.extraction import isolation, process, word97
from indexer.extraction.errors import ChildStartError
from indexer.extraction.extract import extract
from indexer.extraction.isolation import Extractor
from indexer.extraction.limits import Limits
from indexer.extraction.pages import Outcome
from tests.indexer.extraction.living import eventually, is_alive
from tests.indexer.extraction.making import column, pdf_bytes

PDF = "application/pdf"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A small file."""
    (tmp_path / "text").write_text("Grüße aus dem Quartier und von der Gruppe, die sich am Montag trifft.")
    return tmp_path / "text"


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """A file that takes seconds to read."""
    lines = [f"Zeile {number} von vielen, die es braucht, bis es dauert." for number in range(50)]
    (tmp_path / "slow").write_bytes(pdf_bytes([column(lines)] * 200))
    return tmp_path / "slow"


def child_of(extractor: Extractor) -> int:
    child = extractor._child  # noqa: SLF001 - who the child is, is nobody's business but the tests'
    assert child
    return child.pid


def test_a_child_reads_as_the_parent_would(text: Path, tmp_path: Path) -> None:
    (tmp_path / "pdf").write_bytes(pdf_bytes([column(["Text"])] * 3))
    (tmp_path / "table.md").write_text("|a|b|\n|-|-|\n|1|2|")
    with Extractor() as extractor:
        for path, media_type in (
            (text, "text/plain"),
            (tmp_path / "pdf", PDF),
            (tmp_path / "table.md", "text/markdown"),
        ):
            assert extractor.read(path, media_type) == extract(path, media_type)


def test_one_child_reads_its_share_and_another_takes_over(text: Path) -> None:
    with Extractor(Limits(files_per_child=2)) as extractor:
        children = []
        for _ in range(5):
            assert extractor.read(text, "text/plain").outcome is Outcome.TEXT
            children.append(child_of(extractor))
    assert len(set(children)) == 3
    assert children[0] == children[1] != children[2]
    assert not any(map(is_alive, children))


def test_time_runs_out(slow: Path, text: Path) -> None:
    with Extractor(Limits(seconds=0.2, seconds_per_page=0)) as extractor:
        assert extractor.read(slow, PDF).outcome is Outcome.TIMED_OUT
        assert extractor.read(text, "text/plain").outcome is Outcome.TEXT


def test_pages_give_time(slow: Path) -> None:
    with Extractor(Limits(seconds=0.2, seconds_per_page=1)) as extractor:
        assert extractor.read(slow, PDF).outcome is Outcome.TEXT


def test_memory_runs_out(tmp_path: Path, text: Path) -> None:
    (tmp_path / "large").write_text("viele Worte in einer Zeile und noch mehr davon\n" * 400_000)
    with Extractor(Limits(memory=300 * 1024**2)) as extractor:
        assert extractor.read(tmp_path / "large", "text/plain").outcome in (Outcome.TOO_LARGE, Outcome.BROKEN)
        assert extractor.read(text, "text/plain").outcome is Outcome.TEXT


def test_a_child_that_dies_is_told_as_broken(slow: Path, text: Path) -> None:
    with Extractor() as extractor:
        extractor.read(text, "text/plain")
        killer = threading.Timer(0.3, os.kill, (child_of(extractor), signal.SIGKILL))
        killer.start()
        reading = extractor.read(slow, PDF)
        killer.join()
        assert reading.outcome is Outcome.BROKEN
        assert "signal 9" in reading.detail
        assert extractor.read(text, "text/plain").outcome is Outcome.TEXT


def test_a_child_that_died_between_two_files_harms_neither(text: Path) -> None:
    with Extractor() as extractor:
        extractor.read(text, "text/plain")
        os.kill(child_of(extractor), signal.SIGKILL)
        time.sleep(0.1)
        assert extractor.read(text, "text/plain").outcome is Outcome.TEXT


def test_an_answer_out_of_bounds_is_refused(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "LARGEST_ANSWER", 10)
    with Extractor() as extractor:
        assert extractor.read(text, "text/plain").outcome is Outcome.BROKEN


@pytest.mark.parametrize(
    "answer", [b"", b"[]", b"{}", b'{"outcome": "text", "pages": 3}', b'{"outcome": "x"}', b"\xff"]
)
def test_an_answer_that_is_none_is_refused(text: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    with Extractor() as extractor:
        extractor.read(text, "text/plain")
        monkeypatch.setattr(process.Child, "receive", lambda *args: b"1" if args[2] == process.SHORT else answer)
        assert extractor.read(text, "text/plain").outcome is Outcome.BROKEN


def test_a_child_that_cannot_start_is_no_files_fault(text: Path) -> None:
    with Extractor(Limits(memory=1024**2)) as extractor, pytest.raises(ChildStartError):
        extractor.read(text, "text/plain")


def test_a_program_that_is_not_there_is_no_files_fault(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Extractor() as extractor, pytest.raises(ChildStartError):
        extractor.read(text, "text/plain")


#: Stands in for LibreOffice: starts a program of its own, and both never end.
ENDLESS = "#!/bin/sh\n/bin/sleep 1000 & echo $! >{}\nwait\n"


@pytest.fixture
def endless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in which a program writes its number that is started by a program that is started to read DOC."""
    (tmp_path / "programs").mkdir()
    (tmp_path / "programs/soffice").write_text(ENDLESS.format(tmp_path / "number"))
    (tmp_path / "programs/soffice").chmod(0o755)
    (tmp_path / "doc").write_bytes(word97.SIGNATURES[0] + b"\0" * 100)
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    return tmp_path / "number"


def test_programs_that_programs_started_end_with_the_child(endless: Path) -> None:
    with Extractor(Limits(seconds=1, seconds_per_page=0)) as extractor:
        assert extractor.read(endless.with_name("doc"), "application/msword").outcome is Outcome.TIMED_OUT
    number = int(endless.read_text())
    assert eventually(lambda: not is_alive(number))


def test_programs_end_with_a_child_that_was_killed(endless: Path) -> None:
    with Extractor() as extractor:
        extractor.read(endless, "text/plain")
        killer = threading.Timer(0.5, os.kill, (child_of(extractor), signal.SIGKILL))
        killer.start()
        assert extractor.read(endless.with_name("doc"), "application/msword").outcome is Outcome.BROKEN
        killer.join()
        number = int(endless.read_text())
        assert eventually(lambda: not is_alive(number))


def test_programs_end_with_the_time_of_the_program_that_started_them(
    endless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word97, "SECONDS", 0.5)
    assert extract(endless.with_name("doc"), "application/msword").outcome is Outcome.BROKEN
    number = int(endless.read_text())
    assert eventually(lambda: not is_alive(number))


def test_closing_twice_does_no_harm(text: Path) -> None:
    extractor = Extractor()
    extractor.read(text, "text/plain")
    extractor.close()
    extractor.close()


PARENT = """
import sys, time
from pathlib import Path
from indexer.extraction.isolation import Extractor
extractor = Extractor()
extractor.read(Path(sys.argv[1]), "text/plain")
print(extractor._child.pid, flush=True)
extractor.read(Path(sys.argv[2]), "application/pdf")
"""


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
def test_a_child_ends_with_its_parent(text: Path, slow: Path, ending: signal.Signals) -> None:
    command = [sys.executable, "-c", PARENT, str(text), str(slow)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=process.ROOT) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.send_signal(ending)
        parent.wait(10)
    assert eventually(lambda: not is_alive(child))
