"""Puts load on a real server: readers and the coordination, then more than it can bear, then as before.

    python -m tests.benchmarks.load HOME [--minutes 15] [--readers 50] [--coordinators 3] [--flood 300] [--seed 1]
        [--phases 4] [--json FILE]

HOME is an archive, such as `large_home` builds; it takes in the samples, whose pages have pictures, and what the
coordination uploads. Server and worker are processes of their own. Prints tables for each of the first so many phases;
a file takes the figures for programs, every look at the memory included:

1. readers who look at each page for 3 to 8 seconds, and a coordination that uploads and publishes;
2. few readers without pauses, then more: how much the server can do;
3. a flood: many readers without pauses;
4. readers as at first: whether it recovers.
"""

import argparse
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

from archive.accounts.errors import AccountExistsError
from archive.formats import PDF
from archive.rights import Role
from archive.values import Visibility
from tests.benchmarks.helping import Asking
from tests.benchmarks.load import figures, memory
from tests.benchmarks.load.browser import Browser, Notes
from tests.benchmarks.load.coordinators import Coordinator
from tests.benchmarks.load.readers import Reader, Wishes, hurrying, thinking
from tests.benchmarks.load.watching import Watch
from tests.benchmarks.measure import QUERIES
from tests.walk.server import Server
from webui import samples
from webui.catching_up import catch_up
from webui.compose import Holdings, open_holdings

PASSWORD = "vier Birnen im Hof"
STAFF, COORDINATION = "Mitarbeit Last", "Koordination Last"

#: Questions made from the texts beside those of people.
QUESTIONS = 400

#: Readers without pauses, one after the other, and seconds of each.
HURRYING, A_STEP = (1, 2, 4, 8, 16), 20.0

#: Seconds of the flood, and of what comes after.
FLOOD, AFTER = 60.0, 120.0

#: One reader of so many is not signed in.
VISITORS = 5


def prepare(home: Path) -> Wishes:
    """Take the samples in, make accounts, and return what there is to look for."""
    with open_holdings(home) as holdings:
        codes = {receipt.code for receipt in samples.take_in(holdings.archive)}
        catch_up(holdings, frozenset(codes))
        for name, role in ((STAFF, Role.STAFF), (COORDINATION, Role.COORDINATION)):
            with suppress(AccountExistsError):
                holdings.archive.accounts.add(name, role, PASSWORD)
        return _wishes(holdings)


def _wishes(holdings: Holdings) -> Wishes:
    asking = Asking(holdings)
    questions = (*QUERIES, *(asking.question() for _ in range(QUESTIONS)))
    held = holdings.archive.descriptions()
    pictured = [each.code for each in held if each.media_type == PDF and each.visibility is Visibility.PUBLIC]
    return Wishes(questions, tuple(pictured), (STAFF, PASSWORD))


@dataclass
class Trial:
    """One running server and those who ask it."""

    server: Server
    wishes: Wishes
    notes: Notes
    watch: Watch
    seeds: Iterator[int]
    #: What was measured in each phase, for programs.
    reports: list[dict[str, object]] = field(default_factory=list)

    def phase(self, title: str, seconds: float, crowd: "Crowd") -> None:
        """Let a crowd ask for some seconds, and print what was measured."""
        stop = threading.Event()
        began = time.monotonic()
        workers = [self._coordinator(stop) for _ in range(crowd.coordinators)]
        tasks = [partial(each.work, stop) for each in workers]
        for number in range(crowd.readers):
            reader = Reader(self._browser(stop), self.wishes, next(self.seeds), crowd.pause)
            tasks.append(partial(reader.read, stop, is_signed_in=number % VISITORS > 0))
        threads = [threading.Thread(target=each, daemon=True) for each in tasks]
        for each in threads:
            each.start()
            stop.wait(crowd.arriving / len(threads))
        stop.wait(max(0.0, began + seconds - time.monotonic()))
        until = time.monotonic()
        stop.set()
        for each in threads:
            each.join()
        self._tell(title, began, until, sum(each.published for each in workers))

    def _coordinator(self, stop: threading.Event) -> Coordinator:
        return Coordinator(self._browser(stop), (COORDINATION, PASSWORD), next(self.seeds))

    def _browser(self, stop: threading.Event) -> Browser:
        return Browser(self.server.port, self.notes.add, stop=stop)

    def _tell(self, title: str, since: float, until: float, published: int) -> None:
        asked, looks = self.notes.between(since, until), self.watch.between(since, until)
        say(f"\n## {title}: {until - since:.0f} s\n\n{figures.table(asked, until - since)}\n")
        say(f"{memory.table(looks)}\n\n{figures.processors(looks)}\ndocuments published: {published}")
        spread = figures.spread([each.seconds for each in figures.pages(asked) if figures.good(each)])
        told = {
            "phase": title,
            "seconds": until - since,
            "pages": len(figures.pages(asked)),
            "p50_p95_p99_longest": spread,
        }
        self.reports.append({**told, "errors": figures.errors(asked), "memory": memory.report(looks)})


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who asks together."""

    readers: int
    coordinators: int
    pause: Callable[..., float]
    #: Seconds in which they come, one after the other.
    arriving: float


@contextmanager
def trial(home: Path, wishes: Wishes, seed: int) -> Iterator[Trial]:
    """Start a server; end it in the end."""
    server = Server(home, "--empty")
    try:
        watch = Watch(server.process.pid, server.children)
        yield Trial(server, wishes, Notes(), watch, count(seed * 1000))
        watch.end()
    finally:
        said = server.ended()
        say(f"\nthe server said: {len(said.splitlines())} lines\n{said[-2000:]}")


def say(text: str) -> None:
    """Print at once: a run takes long."""
    print(text, flush=True)  # noqa: T201 - what it is for


def main() -> None:
    """Run all phases and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--coordinators", type=int, default=3)
    parser.add_argument("--flood", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--phases", type=int, default=4)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    wishes = prepare(asked.home)
    with trial(asked.home, wishes, asked.seed) as running:
        for run in list(_phases(running, asked))[: asked.phases]:
            run()
    if asked.json:
        asked.json.write_text(json.dumps(running.reports, indent=1), encoding="utf-8")


def _phases(running: Trial, asked: argparse.Namespace) -> Iterator[Callable[[], None]]:
    """Yield what runs each phase."""
    readers, flood = asked.readers, Crowd(asked.flood, 0, hurrying, arriving=5)
    usual = Crowd(readers, asked.coordinators, thinking, arriving=20)
    yield partial(running.phase, f"{readers} readers with pauses", asked.minutes * 60, usual)
    yield partial(_hurry, running)
    yield partial(running.phase, f"{asked.flood} without pauses", FLOOD, flood)
    yield partial(running.phase, f"{readers} readers with pauses again", AFTER, usual)


def _hurry(running: Trial) -> None:
    for readers in HURRYING:
        running.phase(f"{readers} without pauses", A_STEP, Crowd(readers, 0, hurrying, arriving=1))


if __name__ == "__main__":
    main()
