"""Kills the server or its worker in the middle of uploads, and looks whether a file was lost or a document is half.

    python -m tests.faults.uploads [--kills 50] [--seed 1]

Each round sends real files again whose bytes differ and whose text does not: what is read out of them must always be
the same passages. A browser that got no answer sends again; nothing may be there twice then. The rows of the batches
must agree with what is held. No round waits for the worker, so that it has always something in hand when it is killed.
"""

import argparse
import http.client
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from archive import audit
from archive.custody import Status
from archive.values import Description
from tests.faults.batches import Batch, batch, send
from tests.walk.server import PATIENCE, Server, add_account, is_alive
from webui.compose import Holdings, open_holdings

#: Seconds between two looks whether all is read.
PAUSE = 0.1

#: Some rounds are killed after the last answer: only the worker works then.
BEYOND = 1.2

Passages = tuple[str, ...]


@dataclass
class Tally:
    """What happened in all rounds together."""

    #: Rounds by what was killed.
    killed: Counter[str] = field(default_factory=Counter)
    #: Files whose sending was answered before the kill, and files that were sent again.
    answered: int = 0
    sent_again: int = 0
    documents: int = 0


class Trial:
    """One home, whose server is killed again and again."""

    def __init__(self, root: Path, seed: int) -> None:
        self._root = root
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._texts: dict[str, Passages] = {}
        self._sent: set[str] = set()
        self._tally = Tally()
        add_account(root)
        self._server = self._start()

    def run(self, kills: int) -> Tally:
        """Send a batch undisturbed, then one for each kill.

        Raises:
            AssertionError: A file is lost or there twice, or a document is half.
        """
        try:
            seconds = self._undisturbed()
            for number in range(1, kills + 1):
                self._round(number, self._chance.uniform(0, BEYOND * seconds))
            with open_holdings(self._root) as holdings:
                self._wait_until_read(holdings)
                self._check(holdings, self._sent)
                self._tally.documents = len(holdings.archive.descriptions())
        finally:
            kill(self._server)
        return self._tally

    def _start(self) -> Server:
        server = Server(self._root, "--empty")
        assert server.sign_in() == 303
        return server

    def _undisturbed(self) -> float:
        """Send a batch, keep the passages of each of its texts, and return how many seconds the sending took."""
        began = time.monotonic()
        send(self._server, batch(0), self._sent)
        seconds = time.monotonic() - began
        with open_holdings(self._root) as holdings:
            self._wait_until_read(holdings)
            self._texts = {each.file_name: _passages(holdings, each) for each in holdings.archive.descriptions()}
        assert all(self._texts.values())
        return seconds

    def _round(self, number: int, after: float) -> None:
        whole, answered = batch(number), set[str]()
        sending = threading.Thread(target=_send_until_killed, args=(self._server, whole, answered))
        sending.start()
        time.sleep(after)
        self._kill_one()
        sending.join()
        self._tally.answered += len(answered)
        with open_holdings(self._root) as holdings:
            self._sent |= whole.checksums
            self._check(holdings, answered)
            self._tally.sent_again += len(whole.checksums - answered)
            self._look_at_pages(holdings, whole)
            send(self._server, whole.without(answered), answered)

    def _kill_one(self) -> None:
        """Kill the server, which takes its worker along, and start another one; or kill the worker alone."""
        workers = self._server.children()
        if workers and self._chance.random() < 0.5:
            self._tally.killed["worker"] += 1
            with suppress(ProcessLookupError):
                os.kill(workers[0], signal.SIGKILL)
            return
        self._tally.killed["server"] += 1
        kill(self._server)
        self._server = self._start()

    def _check(self, holdings: Holdings, received: set[str]) -> None:
        """Compare what is held with what was sent and what was received."""
        archive = holdings.archive
        assert not tuple(audit.missing(archive)), "a listed file is not there"
        assert not tuple(audit.altered(archive)), "a listed file is not whole"
        listed = Counter(each.checksum for each in archive.listed())
        assert received <= set(listed), "a received file is lost"
        assert set(listed) <= self._sent, "something is held that was never sent"
        assert set(listed.values()) <= {1}, "a file is held twice"
        for each in archive.descriptions():
            shown = _passages(holdings, each)
            assert shown in {(), self._texts[each.file_name]}, f"{each.code} is half"
        _check_rows(holdings, received)

    def _look_at_pages(self, holdings: Holdings, files: Batch) -> None:
        for checksum in files.checksums:
            code = holdings.archive.find_by_checksum(checksum)
            assert code is None or self._server.get(f"/dokumente/{code}")[0] == 200

    def _wait_until_read(self, holdings: Holdings) -> None:
        """Return when every document is found, with the passages its text always has."""
        until, fewest = time.monotonic() + PATIENCE, sys.maxsize
        while waiting := _waiting(holdings):
            if waiting < fewest:
                until, fewest = time.monotonic() + PATIENCE, waiting
            assert time.monotonic() < until, f"{waiting} documents are never found"
            time.sleep(PAUSE)
        for each in holdings.archive.descriptions():
            shown = _passages(holdings, each)
            assert shown == self._texts.get(each.file_name, shown), f"{each.code} is half"


def _check_rows(holdings: Holdings, received: set[str]) -> None:
    """Compare the rows of all batches with the documents: each row has its file, and what was received has a row."""
    names = {each.code: each.file_name for each in holdings.archive.descriptions()}
    rows = [each for entry in holdings.archive.batches.entries() for each in entry.arrivals]
    for each in rows:
        assert names.get(each.document) == each.name, f"the row of {each.name} has no file, or another"
    brought = Counter(each.document for each in rows if each.status is Status.HELD)
    assert set(brought.values()) <= {1}, "a file came twice"
    held = {each.checksum: each.document for each in holdings.archive.listed()}
    assert {held[each] for each in received} <= {each.document for each in rows}, "a received file has no row"


def _waiting(holdings: Holdings) -> int:
    codes = frozenset(holdings.archive.revisions())
    return len(codes - holdings.findable(codes))


def _passages(holdings: Holdings, document: Description) -> Passages:
    return tuple(each.text for each in holdings.texts.passages(document.code))


def _send_until_killed(server: Server, files: Batch, answered: set[str]) -> None:
    with suppress(OSError, http.client.HTTPException):
        send(server, files, answered)


def kill(server: Server) -> None:
    """End a server with SIGKILL, and return when its worker has ended, too."""
    workers = server.children()
    server.end(signal.SIGKILL)
    until = time.monotonic() + PATIENCE
    while any(map(is_alive, workers)):
        assert time.monotonic() < until, "a worker outlives its server"
        time.sleep(PAUSE)
    for pipe in (server.process.stdout, server.process.stderr):
        assert pipe
        pipe.close()


def run(kills: int, seed: int) -> Tally:
    """Run all rounds in a home of their own, and return what happened."""
    with tempfile.TemporaryDirectory() as folder:
        return Trial(Path(folder) / "home", seed).run(kills)


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    tally = run(asked.kills, asked.seed)
    print(f"killed: {_told(tally.killed)}")  # noqa: T201 - what it is for
    print(f"answered before the kill: {tally.answered}; sent again: {tally.sent_again}")  # noqa: T201 - likewise
    print(f"documents in the end: {tally.documents}; lost: 0, twice: 0, half: 0")  # noqa: T201 - likewise


def _told(killed: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count} times" for name, count in sorted(killed.items()))


if __name__ == "__main__":
    main()
