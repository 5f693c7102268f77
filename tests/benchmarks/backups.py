"""Measures backups and a drill: how long each takes, how large it is, and how much memory it needs.

    python -m tests.benchmarks.backups FOLDER [--documents 2000] [--key]

A home in FOLDER is filled with the sample holdings again and again: the bytes of each file are new, and its text is
the same. Then it is backed up twice, the second time with ten documents more, and a home is made of the last backup,
read, made findable and checked.
"""

import argparse
import itertools
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from archive.archive import Archive, Submission
from archive.backup.backing_up import ALL, back_up
from archive.backup.keys import KeyFile
from archive.backup.restoring import restore
from archive.home import Home
from archive.values import Details
from tests.faults.batches import HOLDINGS, variant
from webui.catching_up import catch_up
from webui.checking import examine, no_report
from webui.compose import open_existing

MEGABYTE = 1e6
MORE = 10


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--key", action="store_true")
    asked = parser.parse_args()
    folder, backups = asked.folder, asked.folder / "backups"
    key = KeyFile(folder / "key", b"vier Birnen im Hof") if asked.key else None
    folder.mkdir(parents=True, exist_ok=True)
    archive = Archive.open(Home(folder / "home"))
    files = _files()
    _fill(archive, folder, itertools.islice(files, asked.documents))
    for number, title in enumerate(("first backup", "second backup")):
        _fill(archive, folder, itertools.islice(files, MORE * number))
        began = time.perf_counter()
        done = back_up(archive, backups, key, ALL, no_report)
        _print(f"{title}: {done.copied} of {done.originals} files copied, {time.perf_counter() - began:.1f} s")
    archive.close()
    _print(f"  catalogue {_size(backups / done.snapshot):.1f} MB, originals {_size(backups / 'dateien'):.1f} MB")
    _print(f"  most memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    _drill(backups, folder / "drill", key)


def _drill(backups: Path, home: Path, key: KeyFile | None) -> None:
    began = time.perf_counter()
    restored = restore(backups, home, key, frozenset(), no_report)
    _print(f"restored {restored.documents} documents, {restored.files} files: {time.perf_counter() - began:.1f} s")
    with open_existing(home) as holdings:
        began = time.perf_counter()
        catch_up(holdings, frozenset(holdings.archive.revisions()))
        _print(f"read and findable: {time.perf_counter() - began:.1f} s")
        began = time.perf_counter()
        report = examine(holdings)
    _print(f"checked: {time.perf_counter() - began:.1f} s")
    _print(f"  missing {len(report.missing)}, altered {len(report.altered)}, not found {len(report.not_indexed)}")


def _files() -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of files without end."""
    names = sorted(path.name for path in HOLDINGS.iterdir() if path.suffix in {".pdf", ".docx", ".odt", ".md", ".txt"})
    for number in itertools.count(1):
        for name in names:
            made = variant(name, number)
            yield made.name, made.content


def _fill(archive: Archive, folder: Path, files: Iterator[tuple[str, bytes]]) -> None:
    for name, content in files:
        (folder / "offered").write_bytes(content)
        archive.take_in(Submission(folder / "offered", name, Details()))


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / MEGABYTE


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
