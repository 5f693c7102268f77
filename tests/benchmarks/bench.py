"""Measures the index beside other engines, on German passages made from a seed.

    python -m tests.benchmarks.bench --passages 10000 [--seed 1] [--engines ours,tantivy,fts5,whoosh] [--folder DIR]

With a folder the indexes stay there, and those that are there are asked and not built again.

Every engine runs in a process of its own, one after the other, and is timed in CPU milliseconds of that process, since
other work on the machine does not count in them. Prints JSON, then a table.
"""

import argparse
import importlib
import json
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from indexer.index.writer import Entry
from tests.benchmarks.bench_engine import Engine, MakeEngine
from tests.benchmarks.bench_passages import Question, Writing

#: Queries asked of every engine, three times; and of an engine that takes seconds for some, only the first of them.
QUESTIONS, ROUNDS, FEW_QUESTIONS = 100, 3, 20
#: Documents added one by one, each committed.
COMMITS = 20
#: Passages that questions are taken from.
ASKED_ABOUT = 4000

#: Where each engine is, and what has to be installed for it.
ENGINES = {
    "ours": ("bench_ours", "Ours", "whoosh"),
    "tantivy": ("bench_tantivy", "Tantivy", "tantivy"),
    "fts5": ("bench_fts5", "Fts5", "sqlite3"),
    "whoosh": ("bench_whoosh", "StockWhoosh", "whoosh"),
}

Figures = dict[str, float]


@dataclass(frozen=True)
class Task:
    """One engine to be measured."""

    engine: str
    passages: int
    seed: int
    folder: Path

    def make(self) -> Engine:
        """Return the engine over its folder."""
        module, factory, _ = ENGINES[self.engine]
        made = cast("MakeEngine", getattr(importlib.import_module(f"tests.benchmarks.{module}"), factory))
        return made(self.folder)


class Written:
    """Entries that are made while they are taken in; what making them takes is counted apart."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries
        #: CPU seconds spent on making.
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Entry]:
        began = time.thread_time()
        for entry in self._entries:
            self.seconds += time.thread_time() - began
            yield entry
            began = time.thread_time()


def filled(task: Task) -> Figures:
    """Fill an engine."""
    if any(task.folder.iterdir()):
        return {}
    engine, entries = task.make(), Written(Writing(task.seed).entries(task.passages))
    began = time.perf_counter()
    seconds = _cpu(lambda: engine.build(entries)) - entries.seconds
    size = sum(path.stat().st_size for path in task.folder.rglob("*") if path.is_file())
    return {
        "build_per_s": task.passages / seconds,
        "build_wall_s": time.perf_counter() - began,
        "build_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "index_mib": size / 2**20,
    }


def asked(task: Task) -> Figures:
    """Ask an engine that was filled by another process, and add to it."""
    writing = Writing(task.seed)
    entries = list(writing.entries(min(task.passages, ASKED_ABOUT)))
    questions = writing.questions(entries, FEW_QUESTIONS if task.engine == "whoosh" else QUESTIONS)
    engine = task.make()
    before = _resident()
    figures = {"open_ms": _cpu(engine.open) * 1000}
    page = partial(_page, engine)
    half = len(questions) // 2
    figures |= _times("cold", [_cpu(partial(engine.hits, each)) for each in questions[:half]])
    figures |= _times("cold_page", [_cpu(partial(page, each)) for each in questions[half:]])
    rounds = 1 if task.engine == "whoosh" else ROUNDS
    asking: Mapping[str, Callable[[Question], object]] = {
        "ids": engine.hits,
        "snippets": engine.snippets,
        "facets": engine.facets,
        "page": page,
    }
    for name, ask in asking.items():
        figures |= _times(name, _warm(ask, questions, rounds))
    figures["hits"] = sum(engine.hits(each)[1] for each in questions[:FEW_QUESTIONS])
    figures |= {"reader_mib": _resident() - before, "process_mib": _resident()}
    return figures | _added(engine, writing)


def _page(engine: Engine, question: Question) -> object:
    """Ask for everything a page of hits shows."""
    return engine.snippets(question), engine.facets(question)


def _warm(ask: Callable[[Question], object], questions: list[Question], rounds: int) -> list[float]:
    for each in questions:
        ask(each)
    return [_cpu(partial(ask, each)) for _ in range(rounds) for each in questions]


def _added(engine: Engine, writing: Writing) -> Figures:
    walls, tidying = [], []
    for number in range(COMMITS):
        entry = writing.entry(f"N-{number}", 17)
        began = time.perf_counter()
        engine.add(entry)
        walls.append(time.perf_counter() - began)
        tidying.append(_cpu(engine.tidy))
    return {
        "tidy_max_ms": max(tidying) * 1000,
        "commit_p50_ms": statistics.median(walls) * 1000,
        "commit_p95_ms": _p95(walls) * 1000,
    }


def _times(name: str, seconds: list[float]) -> Figures:
    return {f"{name}_ms": statistics.fmean(seconds) * 1000, f"{name}_p95_ms": _p95(seconds) * 1000}


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


def _cpu(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def _resident() -> float:
    """Return the memory of this process in MiB, files that it looks into included."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def table(all_figures: dict[str, Figures]) -> str:
    """Return the figures as a table in Markdown."""
    names = list(dict.fromkeys(name for figures in all_figures.values() for name in figures))
    lines = [f"| engine | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for engine, figures in all_figures.items():
        lines.append(
            f"| {engine} | {' | '.join(f'{figures[name]:.4g}' if name in figures else '–' for name in names)} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    names = [name for name in options.engines.split(",") if find_spec(ENGINES[name][2])]
    # A process each: what one engine loaded is neither in the memory nor in the way of the next.
    with (
        tempfile.TemporaryDirectory() as folder,
        multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool,
    ):
        tasks = [Task(name, options.passages, options.seed, Path(options.folder or folder, name)) for name in names]
        for task in tasks:
            task.folder.mkdir(parents=True, exist_ok=True)
        all_figures = {}
        for task in tasks:
            all_figures[task.engine] = pool.apply(filled, (task,)) | pool.apply(asked, (task,))
            print(task.engine, json.dumps(all_figures[task.engine]), file=sys.stderr)  # noqa: T201 - it may take an hour
    print(json.dumps({"passages": options.passages, "seed": options.seed, "engines": all_figures}, indent=2))  # noqa: T201 - what it is for
    print(table(all_figures))  # noqa: T201 - likewise


if __name__ == "__main__":
    main()
