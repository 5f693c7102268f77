"""Code that does not come to an end is stopped."""

import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import pypdf
import pytest

from indexer.extraction.deadline import DeadlineError, at_most
from indexer.extraction.pdf import asking
from indexer.extraction.pdf.asking import ask_pypdf
from tests.indexer.extraction.making import column, pdf_bytes


def spin(seconds: float = 10) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_a_loop_is_stopped() -> None:
    with pytest.raises(DeadlineError), at_most(0.05):
        spin()
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0


def test_a_loop_that_swallows_the_interruption_is_stopped_again() -> None:
    def swallowing() -> None:
        with suppress(Exception):
            spin()
        spin()

    with pytest.raises(DeadlineError), at_most(0.05):
        swallowing()


def test_what_is_done_in_time_goes_on() -> None:
    with at_most(0.2):
        pass
    spin(0.3)


def test_another_thread_is_not_interrupted() -> None:
    done = []

    def work() -> None:
        with at_most(0.01):
            spin(0.1)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_a_question_without_end_gets_the_other_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.05)
    (tmp_path / "file").write_bytes(pdf_bytes([column(["Text"])]))

    def endless(_: pypdf.PdfReader) -> str:
        spin()
        return "fertig"

    assert ask_pypdf(tmp_path / "file", endless, "abgebrochen") == "abgebrochen"
