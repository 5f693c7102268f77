"""Kills the server or its worker while someone works at the desk, and looks whether what was answered is so.

    python -m tests.faults.desk [--kills 50] [--seed 1]

Somebody sends small files, describes, publishes and discards them, in an order drawn by lot, until the server or the
worker is ended with SIGKILL. What was answered before must be so afterwards; the one thing that was under way may be
done or not, and nothing in between; of a publication, what was written may be saved and the document still a draft, as
where its file is not read yet. In the end all that is published is found, and nothing else.
"""

import argparse
import hashlib
import http.client
import os
import random
import signal
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from archive import audit
from archive.archive import Archive
from archive.home import Home
from archive.values import Visibility
from tests.faults.uploads import kill
from tests.walk.server import PATIENCE, Server, add_account

#: Seconds of work before a kill, at most.
LONGEST = 3.0

#: Kills between two lines that tell how it goes.
TOLD_EVERY = 25

#: What a document needs to be published.
COMPLETE = {
    "art": "Protokoll",
    "von": "2019-04-03",
    "standort": "gotha",
    "thema": "Kultur",
    "sichtbarkeit": "öffentlich",
}


@dataclass(frozen=True, slots=True)
class State:
    """What is so of a file: the title somebody gave it, and who may find it; nobody once it is discarded."""

    title: str = ""
    visibility: Visibility | None = Visibility.DRAFT


#: Of a file that was never sent.
NOTHING = State(visibility=None)


class Work:
    """Somebody at the desk, who does one thing after the other until the server is gone."""

    def __init__(self, archive: Archive, chance: random.Random) -> None:
        self._archive = archive
        self._chance = chance
        #: States by the files' checksums.
        self.states: dict[str, State] = {}
        #: What is being done, and may be done or not when the server is gone.
        self.under_way: tuple[str, State] = ("", NOTHING)
        #: What it then may be instead.
        self.saved_only: State | None = None
        self.done: Counter[str] = Counter()

    def go_on(self, server: Server, is_over: threading.Event) -> None:
        """Work until it is over, or the server does not answer any more."""
        with suppress(OSError, http.client.HTTPException):
            while not is_over.is_set():
                drafts = [file for file, state in self.states.items() if state.visibility is Visibility.DRAFT]
                deed = self._chance.choice((self._describe, self._publish, self._discard)) if drafts else None
                if deed is None or self._chance.random() < 0.4:
                    self._send(server)
                else:
                    deed(server, self._chance.choice(drafts))

    def take_over(self) -> None:
        """Take what was under way for done or not done, whichever it is."""
        file, state = self.under_way
        found = self.found(file) if file else NOTHING
        if file and found in {state, self.saved_only}:
            self.states[file] = found
        self.under_way, self.saved_only = ("", NOTHING), None

    def found(self, file: str) -> State:
        """Return what the catalogue says of a file."""
        code = self._archive.find_by_checksum(file)
        if code is None:
            return NOTHING
        found = self._archive.describe(code)
        return State(found.title if found.title.startswith("Fest") else "", found.visibility)

    def _send(self, server: Server) -> None:
        content = f"Wir beschließen das Fest Nummer {self._chance.getrandbits(64)}.".encode()
        file = hashlib.sha256(content).hexdigest()
        self.under_way = file, State()
        self._answered("sent", server.upload("datei.txt", content)[0])

    def _describe(self, server: Server, file: str) -> None:
        title = f"Fest {self._chance.getrandbits(32)}"
        self.under_way = file, replace(self.states[file], title=title)
        self._save(server, "described", "speichern", file, titel=title)

    def _publish(self, server: Server, file: str) -> None:
        title = f"Fest {self._chance.getrandbits(32)}"
        self.under_way, self.saved_only = (file, State(title, Visibility.PUBLIC)), State(title)
        self._save(server, "published", "veroeffentlichen", file, titel=title, **COMPLETE)

    def _discard(self, server: Server, file: str) -> None:
        code = self._archive.find_by_checksum(file)
        self.under_way = file, NOTHING
        page = f"/dokumente/{code}/verwerfen"
        self._answered("discarded", server.fill_in(page, page))

    def _save(self, server: Server, name: str, deed: str, file: str, **fields: str) -> None:
        code = self._archive.find_by_checksum(file)
        page = f"/dokumente/{code}/angaben"
        named = {f"{code}-{field}": value for field, value in fields.items()}
        status = server.fill_in(page, page, tat=deed, **named)
        if server.led_to.endswith("/angaben"):  # not read yet: all but publishing was done
            name, self.under_way = "described", (file, replace(self.under_way[1], visibility=Visibility.DRAFT))
        self._answered(name, status)

    def _answered(self, name: str, status: int) -> None:
        """Hold the server to what it answered."""
        assert status == 303, f"{name}: {status}"
        file, state = self.under_way
        self.states[file], self.under_way, self.saved_only = state, ("", NOTHING), None
        self.done[name] += 1


class Trial:
    """One home, whose server is killed again and again."""

    def __init__(self, root: Path, seed: int) -> None:
        add_account(root)
        self._root = root
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._archive = Archive.open(Home(root))
        self.work = Work(self._archive, self._chance)
        self.killed: Counter[str] = Counter()
        self._server = self._start()

    def run(self, kills: int) -> None:
        """Work and kill, so many times.

        Raises:
            AssertionError: Something that was answered is not so, or something is half.
        """
        try:
            for number in range(1, kills + 1):
                self._round()
                if number % TOLD_EVERY == 0:
                    print(self.told(), flush=True)  # noqa: T201 - it takes long
            self._wait_until_found()
            self._wait_until_gone()
        finally:
            kill(self._server)
            self._archive.close()

    def told(self) -> str:
        """Return in a line what happened so far."""
        return f"killed: {dict(self.killed)}; answered: {dict(self.work.done)}; nothing of it lost, half or back"

    def _start(self) -> Server:
        server = Server(self._root, "--empty")
        assert server.sign_in() == 303
        return server

    def _round(self) -> None:
        is_over = threading.Event()
        working = threading.Thread(target=self.work.go_on, args=(self._server, is_over))
        working.start()
        time.sleep(self._chance.uniform(0, LONGEST))
        self._kill_one()
        is_over.set()
        working.join()
        if self._server.process.poll() is not None:
            self._server = self._start()
        self._check()

    def _kill_one(self) -> None:
        workers = self._server.children()
        if workers and self._chance.random() < 0.4:
            self.killed["worker"] += 1
            with suppress(ProcessLookupError):
                os.kill(workers[0], signal.SIGKILL)
        else:
            self.killed["server"] += 1
            kill(self._server)

    def _check(self) -> None:
        """Compare what is held with what was answered."""
        self.work.take_over()
        for file, state in self.work.states.items():
            found = self.work.found(file)
            assert found == state, f"{file} is {found}, and was to be {state}"
        held = {file for file, state in self.work.states.items() if state.visibility}
        assert {each.checksum for each in self._archive.listed()} == held, "something is held that was never sent"
        assert not tuple(audit.missing(self._archive)), "a listed file is not there"
        assert not tuple(audit.altered(self._archive)), "a listed file is not whole"

    def _wait_until_found(self) -> None:
        """Return when each title that is published is found."""
        until = time.monotonic() + PATIENCE
        titles = [state.title for state in self.work.states.values() if state.visibility is Visibility.PUBLIC]
        while titles:
            status, page = self._server.get(f"/suche?q=%22{titles[-1].replace(' ', '+')}%22")
            if status == 200 and titles[-1] in page.partition("<main")[2].partition("<h2")[2]:
                titles.pop()
            elif time.monotonic() > until:
                raise AssertionError(f"{titles[-1]} is never found")
            else:
                time.sleep(0.2)

    def _wait_until_gone(self) -> None:
        """Return when nothing that was discarded is left on the disk.

        A file that was stored and not entered when the server was killed stays: nobody said that it shall go.
        """
        until = time.monotonic() + PATIENCE
        discarded = {file for file, state in self.work.states.items() if state == NOTHING}
        while discarded & {*audit.unlisted(self._archive)}:
            assert time.monotonic() < until, "what was discarded is left on the disk"
            time.sleep(0.2)


def run(kills: int, seed: int) -> Trial:
    """Run all rounds in a home of their own, and return what happened."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder) / "home", seed)
        trial.run(kills)
        return trial


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    trial = run(asked.kills, asked.seed)
    print(trial.told(), "and all of it found")  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
