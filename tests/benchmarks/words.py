r"""Measures what words find each other, on lists of pairs and compounds that are not included.

    python -m tests.benchmarks.words PAIRS.tsv COMPOUNDS.txt [--json]

PAIRS holds a query, a text (\n is a line break), and 1 if the query must find the text or 0 if it must not, between
tabs. All words of the query are required, and nothing is corrected. COMPOUNDS holds a word a line: "|" stands between
parts, "+" where either is right, ":?" after a word that may be whole or fall apart further; a word without any of them
stays whole.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.evaluation import JudgedIndex
from indexer.judged_set import Record
from indexer.search.executor import Execution
from indexer.search.query import parse

#: Letters between parts that a word alone lacks, the longest first.
LINKS = ("es", "en", "er", "s", "n", "e")


@dataclass(frozen=True, slots=True)
class Compound:
    """A word with the places at which it falls into parts."""

    word: str
    #: Those that are certain.
    parts: tuple[str, ...]
    certain: frozenset[int]
    possible: frozenset[int]
    #: Whether it may be whole, or fall apart further.
    is_open: bool

    def is_right(self, parts: tuple[str, ...]) -> bool:
        """Tell whether parts are those of the word."""
        places = frozenset(accumulate(map(len, parts[:-1])))
        if self.is_open:
            return self.certain <= places or not places
        return self.certain <= places <= self.possible


def read_compounds(path: Path) -> Iterator[Compound]:
    """Yield the words of a list."""
    for line in _lines(path):
        said, _, _ = line.partition(":")
        pieces = said.replace("+", "|").split("|")
        places = tuple(accumulate(map(len, pieces[:-1])))
        marks = [mark for mark in said if mark in "+|"]
        certain = frozenset(place for place, mark in zip(places, marks, strict=True) if mark == "|")
        yield Compound(
            "".join(pieces), tuple(said.replace("+", "").split("|")), certain, frozenset(places), line.endswith(":?")
        )


def _lines(path: Path) -> Iterator[str]:
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return filter(None, lines)


class Shelf:
    """Texts that queries may find."""

    def __init__(self, texts: Iterable[str], german: GermanAnalysis, folder: Path) -> None:
        records: list[Record] = [{"_id": text, "text": text} for text in dict.fromkeys(texts)]
        self._index = JudgedIndex(records, german, folder)

    def finds(self, query: str, text: str) -> bool:
        """Tell whether a text has every word of a query."""
        plan = self._index.planner.plan(parse(query))
        strict = replace(plan, wants=tuple(replace(want, is_required=True) for want in plan.wants))
        view = self._index.view
        return text in {view.id(int(number)) for number in Execution(view).run(strict).ids}

    def close(self) -> None:
        """Give the files back."""
        self._index.close()


def pairs(path: Path, german: GermanAnalysis) -> dict[str, object]:
    """Return how many pairs are as they must be, and those that are not."""
    rows = [
        (query, normalise(text.replace("\\n", "\n")), says == "1")
        for query, text, says in (line.split("\t") for line in _lines(path))
    ]
    texts = [text for _, text, _ in rows]
    with tempfile.TemporaryDirectory() as folder, closing(Shelf(texts, german, Path(folder))) as shelf:
        wrong = [(query, text, must) for query, text, must in rows if shelf.finds(query, text) != must]
    counts = {must: sum(row[2] == must for row in rows) for must in (True, False)}
    missed = [f"{query} ~ {text}" for query, text, must in wrong if must]
    found = [f"{query} ~ {text}" for query, text, must in wrong if not must]
    return {
        "must match": f"{counts[True] - len(missed)}/{counts[True]}",
        "must not match": f"{counts[False] - len(found)}/{counts[False]}",
        "missed": missed,
        "wrongly found": found,
    }


def compounds(path: Path, german: GermanAnalysis) -> dict[str, object]:
    """Return how many words are split as they must be, and whether a part finds its compound."""
    words = list(read_compounds(path))
    wrong = [each.word for each in words if not each.is_right(german.parts(each.word))]
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Shelf((each.word for each in words), german, Path(folder))) as shelf,
    ):
        asked = [
            (_alone(part, german), each.word)
            for each in words
            if each.certain and not each.is_open
            for part in each.parts
        ]
        missed = [f"{part} ~ {word}" for part, word in asked if not shelf.finds(part, word)]
    return {
        "exact": f"{len(words) - len(wrong)}/{len(words)}",
        "wrongly split or whole": wrong,
        "part finds compound": f"{len(asked) - len(missed)}/{len(asked)}",
        "parts that miss": missed,
    }


def _alone(part: str, german: GermanAnalysis) -> str:
    """Return a part as a word: without the letters that only link it."""
    stripped = (part.removesuffix(link) for link in LINKS if part.endswith(link))
    return part if german.is_known(part) else next(filter(german.is_known, stripped), part)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("compounds", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    german = GermanAnalysis.load()
    figures = {"pairs": pairs(options.pairs, german), "compounds": compounds(options.compounds, german)}
    if options.json:
        print(json.dumps(figures, indent=2, ensure_ascii=False))  # noqa: T201 - what it is for
        return
    for about, record in figures.items():
        for name, figure in record.items():
            print(f"| {about} | {name} | {figure} |")  # noqa: T201 - likewise


if __name__ == "__main__":
    main()
