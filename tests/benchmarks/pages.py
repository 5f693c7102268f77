"""Measures every page over an archive built by `large_home`: the server's time and the SQL statements of each.

    python -m tests.benchmarks.pages FOLDER [--rounds 20] [--only PART]

Pages are rendered in this process for someone of the coordination, who sees the most. Each is opened `rounds` times,
where its address has a variable part each time for another thing; the first of all is not counted, so that what is read
once a process does not hide what is read once a page. A page that is not measured is named with the reason.

The budget is held against processor time: the machine is shared, and the clock also counts waiting for the others. The
clock stands beside it, for it alone shows waiting for the disk.
"""

import argparse
import itertools
import json
import sqlite3
import statistics
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from unittest.mock import patch

from flask import Flask
from sqlalchemy import Engine, event
from werkzeug.routing import BuildError, Rule

from archive.rights import Role
from archive.values import Visibility
from indexer.index.database import Database
from tests.benchmarks.measure import QUERIES
from tests.webui.people import Person, person
from webui import lasting
from webui.compose import Holdings, open_holdings
from webui.services import Services

#: What design.md allows a page: milliseconds of the server's processor, p95, and SQL statements.
MOST_MS, MOST_STATEMENTS = 200, 12

#: Endpoint → its query strings, in turn; others are asked without.
ASKED: Mapping[str, tuple[str, ...]] = {
    "search.results": tuple(f"q={query}" for query in QUERIES),
    "agreements.index": ("", "q=jugend", "stand=nicht+dokumentiert&sortierung=frist", "thema=Kultur&seite=3"),
    "completions.completions": ("q=gra", "q=jugend", "q=standort"),
    "methods.index": ("", "dauer=120&personen=12&alter=12", "dauer=30&phase=ideen&sortierung=kurz", "seite=30"),
}

#: Endpoints that are no pages.
NO_PAGES = frozenset(
    {"static", "information.favicon", "health.live", "health.ready", "agreements.table", "agreements.deadlines"}
    | {"meetings.appointment", "meetings.files"}
)


@dataclass(frozen=True, slots=True)
class PageFigures:
    """What one page takes."""

    page: str
    status: int
    p50_ms: float
    p95_ms: float
    cpu_p50_ms: float
    cpu_p95_ms: float
    statements: int
    kib: float

    @property
    def is_within(self) -> bool:
        """Whether it is as fast and as thrifty as a page has to be."""
        return self.cpu_p95_ms <= MOST_MS and self.statements <= MOST_STATEMENTS


class Statements:
    """Counts the statements sent to SQLite."""

    def __init__(self) -> None:
        self.count = 0

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count inside this context, those to the catalogue and those to the texts."""
        rows = Database.rows

        def counting(database: Database, sql: str, values: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
            self.count += 1
            return rows(database, sql, values)

        event.listen(Engine, "before_cursor_execute", self._note)
        with patch.object(Database, "rows", counting):
            yield
        event.remove(Engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: sqlite3.Cursor, statement: str, *_more: object) -> None:
        # The beginning of a transaction asks SQLite for nothing.
        self.count += not statement.startswith("BEGIN")


class Addresses:
    """Addresses of pages that exist, the variable parts filled with what is held."""

    def __init__(self, holdings: Holdings) -> None:
        archive = holdings.archive
        codes = [each.code for each in archive.titles()]
        keys = {
            "meetings": [each.key for each in archive.vocabularies.meetings()],
            "sites": [each.key for each in archive.vocabularies.sites()],
            "topics": [each.key for each in archive.vocabularies.topics()],
            "methods": [each.code for each in archive.methods.papers(frozenset(Visibility))][:50],
            "vocabularies": [each.key for each in archive.vocabularies.sites()],
        }
        self._values: dict[str, Iterator[str | int]] = {
            "code": itertools.cycle(codes[:: max(1, len(codes) // 50)]),
            "number": itertools.repeat(1),
            "address": itertools.repeat("standorte"),
            "gap": itertools.repeat("ohne-treffen"),
        }
        self._keys = {name: itertools.cycle(some) for name, some in keys.items()}

    def of(self, app: Flask, rule: Rule, times: int) -> list[str]:
        """Return as many addresses of a page, or raise KeyError for a part nobody knows a value for."""
        queries = itertools.cycle(ASKED.get(rule.endpoint, ("",)))
        builder = app.url_map.bind("localhost")
        paths = [builder.build(rule.endpoint, self._parts(rule)) for _ in range(times)]
        return [f"{path}?{next(queries)}" for path in paths]

    def _parts(self, rule: Rule) -> dict[str, object]:
        own = self._keys.get(rule.endpoint.split(".")[0])
        return {
            name: next(own) if name in ("key", "code") and own else next(self._values[name]) for name in rule.arguments
        }


def figures(holdings: Holdings, rounds: int, only: str) -> Iterator[PageFigures | str]:
    """Measure the pages whose endpoint contains `only`; yield a sentence for each that is not."""
    services = Services(holdings.archive, holdings.searcher(), holdings.texts)
    client = person(services, Role.COORDINATION)
    app, addresses = client.application, Addresses(holdings)
    services.searcher.view()
    lasting.leave_to_itself()
    for rule in sorted(app.url_map.iter_rules(), key=str):
        if "GET" not in (rule.methods or ()) or rule.endpoint in NO_PAGES or only not in rule.endpoint:
            continue
        try:
            asked = addresses.of(app, rule, rounds + 1)
        except (KeyError, BuildError) as error:
            yield f"{rule}: not measured, no value for {error}"
            continue
        yield measured(client, str(rule), asked)
    services.page_pictures.close()


def measured(client: Person, page: str, asked: Iterable[str]) -> PageFigures:
    """Open addresses of one page, one after the other."""
    times, busy, statements, sizes, status = [], [], [], [], 200
    for address in asked:
        counter = Statements()
        with counter.counted():
            began, began_busy = time.perf_counter(), time.thread_time()
            answer = client.get(address)
            sizes.append(len(answer.data))
            busy.append((time.thread_time() - began_busy) * 1000)
            times.append((time.perf_counter() - began) * 1000)
        statements.append(counter.count)
        status = max(status, answer.status_code)
    kib = round(max(sizes) / 1024, 1)
    return PageFigures(page, status, *middle_and_worst(times), *middle_and_worst(busy), max(statements), kib)


def middle_and_worst(times: Iterable[float]) -> tuple[float, float]:
    """Return p50 and p95 of all times but the first."""
    _, *counted = times
    p95 = statistics.quantiles(counted, n=20, method="inclusive")[-1]
    return round(statistics.median(counted), 1), round(p95, 1)


def main() -> None:
    """Measure and print: a line a page with p50 and p95, those over budget marked; then everything as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    found = []
    with open_holdings(asked.folder) as holdings:
        for each in figures(holdings, asked.rounds, asked.only):
            if isinstance(each, str):
                print(each)  # noqa: T201 - what it is for
                continue
            found.append(each)
            mark = " " if each.is_within else "!"
            clock = f"clock {each.p50_ms:7} {each.p95_ms:7} ms"
            line = f"{mark} {each.page:60} {each.status}  cpu {each.cpu_p50_ms:7} {each.cpu_p95_ms:7} ms  {clock}"
            print(f"{line}  {each.statements:4} statements  {each.kib:7} KiB", flush=True)  # noqa: T201
    print(json.dumps([asdict(each) for each in found]))  # noqa: T201


if __name__ == "__main__":
    main()
