"""Measures every page over an archive built by `large_home`: the server's time and the SQL statements of each.

    python -m tests.benchmarks.pages FOLDER [--rounds 20] [--only PART] [--renewed]

Pages are rendered in this process for someone of the coordination, who sees the most. Each is opened `rounds` times,
where its address has a variable part each time for another thing. The first opening of all is told apart: it reads what
is kept as long as the index stays the same. A page that is not measured is named with the reason; files that are saved
are measured, but no budget holds for them.

The budget is held against processor time of the thread that answers: the machine is shared, and the clock also counts
waiting for the others. The clock stands beside it, for it alone shows waiting for the disk.

With `--renewed` a document comes before each opening, as often happens where much is uploaded: what is kept as long as
nothing changes is made anew for each, opening the new state of the index included.
"""

import argparse
import itertools
import json
import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from werkzeug.routing import BuildError

from tests.benchmarks.measure import QUERIES
from tests.benchmarks.newcomers import newcomers
from tests.webui.every_page import FILES, Addresses, coordination, rules
from tests.webui.people import Person
from tests.webui.sql_statements import Statements
from tests.webui.unlimited import UNLIMITED
from webui import lasting
from webui.compose import Holdings, open_holdings
from webui.services import Services

#: What design.md allows a page: milliseconds of the server's processor, p95, and SQL statements.
MOST_MS, MOST_STATEMENTS = 200, 12


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
    #: Of the first opening.
    first_cpu_ms: float
    first_statements: int
    kib: float
    is_file: bool

    @property
    def is_within(self) -> bool:
        """Whether it is as fast and as thrifty as a page has to be."""
        return self.is_file or (self.cpu_p95_ms <= MOST_MS and self.statements <= MOST_STATEMENTS)


def figures(holdings: Holdings, rounds: int, only: str, before: Iterator[object]) -> Iterator[PageFigures | str]:
    """Measure the pages whose endpoint contains `only`; yield a sentence for each that is not.

    Args:
        holdings: The archive.
        rounds: How often each is opened, beside the first opening.
        only: A part of their endpoints.
        before: Is asked for the next before each opening.
    """
    services = Services(holdings.archive, holdings.searcher(), holdings.texts, limits=UNLIMITED)
    reader = coordination(services, QUERIES)
    app, addresses = reader.client.application, Addresses(holdings.archive, holdings.texts, reader, QUERIES)
    services.searcher.view()
    lasting.leave_to_itself()
    for rule in rules(app):
        if only not in rule.endpoint:
            continue
        try:
            asked = addresses.of(app, rule, rounds + 1)
        except (KeyError, BuildError) as error:
            yield f"{rule}: not measured, no value for {error}"
            continue
        yield measured(reader.client, str(rule), asked, before, is_file=rule.endpoint in FILES)
    services.page_pictures.close()


def measured(
    client: Person, page: str, asked: Iterable[str], before: Iterator[object], *, is_file: bool
) -> PageFigures:
    """Open addresses of one page, one after the other."""
    times, busy, statements, sizes, status = [], [], [], [], 200
    for address, _ in zip(asked, before, strict=False):
        counter = Statements()
        with counter.counted():
            began, began_busy = time.perf_counter(), time.thread_time()
            answer = client.get(address)
            sizes.append(len(answer.data))
            busy.append((time.thread_time() - began_busy) * 1000)
            times.append((time.perf_counter() - began) * 1000)
        statements.append(counter.count)
        status = max(status, answer.status_code)
    return PageFigures(
        page,
        status,
        *middle_and_worst(times[1:]),
        *middle_and_worst(busy[1:]),
        max(statements[1:]),
        round(busy[0], 1),
        statements[0],
        round(max(sizes) / 1024, 1),
        is_file,
    )


def middle_and_worst(times: Iterable[float]) -> tuple[float, float]:
    """Return p50 and p95."""
    counted = list(times)
    p95 = statistics.quantiles(counted, n=20, method="inclusive")[-1]
    return round(statistics.median(counted), 1), round(p95, 1)


def line(page: PageFigures) -> str:
    """Return the figures of a page in one line."""
    mark = "~" if page.is_file else " " if page.is_within else "!"
    cpu = f"cpu {page.cpu_p50_ms:6} {page.cpu_p95_ms:6} ms, first {page.first_cpu_ms:6}"
    statements = f"{page.statements:3} statements, first {page.first_statements:2}"
    clock = f"clock {page.p50_ms:6} {page.p95_ms:6} ms"
    return f"{mark} {page.page:58} {page.status}  {cpu}  {clock}  {statements}  {page.kib:6} KiB"


def main() -> None:
    """Measure and print: a line a page with p50 and p95, those over budget marked by "!"; then everything as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--only", default="")
    parser.add_argument("--renewed", action="store_true")
    asked = parser.parse_args()
    found = []
    with open_holdings(asked.folder) as holdings:
        before = newcomers(holdings) if asked.renewed else itertools.repeat(None)
        for each in figures(holdings, asked.rounds, asked.only, before):
            if isinstance(each, str):
                print(each)  # noqa: T201 - what it is for
                continue
            found.append(each)
            print(line(each), flush=True)  # noqa: T201
    print(json.dumps([asdict(each) for each in found]))  # noqa: T201


if __name__ == "__main__":
    main()
