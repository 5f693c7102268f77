"""The command line of what measures judged sets: folders in, a table or JSON out."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from indexer.analysis.german import GermanAnalysis
from indexer.judged_set import JudgedSet, read_judged_set

Figures = TypeVar("Figures")


def print_measured(
    what_for: str | None,
    measured: Callable[[JudgedSet, GermanAnalysis], Figures],
    table: Callable[[Mapping[str, Figures]], str],
) -> None:
    """Measure the judged sets in the folders that the command line names, and print what was found of each."""
    parser = argparse.ArgumentParser(description=what_for)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    german = GermanAnalysis.load()
    sets = {folder.name: measured(read_judged_set(folder), german) for folder in options.folders}
    text = json.dumps(sets, indent=2, ensure_ascii=False) if options.json else table(sets)
    sys.stdout.write(f"{text}\n")
