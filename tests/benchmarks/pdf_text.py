"""Compares the text read out of PDFs with that of other engines: `python -m tests.benchmarks.pdf_text`.

The measure is the share of known words: of the words of three letters or more, those in Debian's wngerman
(`/usr/share/dict/ngerman`). It prints JSON: the mean share of each engine, and every document in which another engine
knows more than two points more than ours.

Reference documents (not included) are read from the folder that WISSENSARCHIV_REFERENCE names. pdftotext is compared
where it is installed, pdfminer.six where WISSENSARCHIV_PDFMINER names the folder from which it can be imported.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pypdfium2

from indexer.extraction.isolation import Extractor

PDF = "application/pdf"
WORDS = Path("/usr/share/dict/ngerman")
#: Points of known words by which another engine must be better to be named.
TOLERANCE = 0.02
#: Seconds another engine may take for one file.
SECONDS = 120
PDFMINER = "import sys; from pdfminer.high_level import extract_text; sys.stdout.write(extract_text(sys.argv[1]))"

_WORD = re.compile(r"[^\W\d_]{3,}")

Engine = Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The shares of known words in one document, by engine."""

    name: str
    shares: Mapping[str, float]

    @property
    def best(self) -> str:
        """The engine that knows most words."""
        return max(self.shares, key=lambda engine: self.shares[engine])

    @property
    def is_behind(self) -> bool:
        """Tell whether another engine is better than ours by more than the tolerance."""
        return self.shares[self.best] - self.shares["ours"] > TOLERANCE


def known_share(text: str, known: frozenset[str]) -> float:
    """Return the share of known words, however they are capitalised; 0 where there are none."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return sum(word in known or word.lower() in known or word.capitalize() in known for word in words) / (
        len(words) or 1
    )


def engines(extractor: Extractor) -> dict[str, Engine]:
    """Return the engines there are on this machine."""
    found: dict[str, Engine] = {
        "ours": lambda path: "\n".join(page.text for page in extractor.read(path, PDF).pages),
        "pypdf": _by_pypdf,
        "pypdfium2": _by_pypdfium2,
    }
    if tool := shutil.which("pdftotext"):
        found["pdftotext"] = lambda path: _printed([tool, str(path), "-"], {})
    if folder := os.environ.get("WISSENSARCHIV_PDFMINER"):
        command = [sys.executable, "-W", "ignore", "-c", PDFMINER]
        found["pdfminer.six"] = lambda path: _printed([*command, str(path)], {"PYTHONPATH": folder})
    return found


def _by_pypdf(path: Path) -> str:
    with pypdf.PdfReader(path) as reader:
        return "\n".join(page.extract_text() for page in reader.pages)


def _by_pypdfium2(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _printed(command: list[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, env={**os.environ, **environment})
    return done.stdout.decode(errors="replace")


def compare(folder: Path, known: frozenset[str]) -> list[Comparison]:
    """Read every PDF in a folder with every engine."""
    with Extractor() as extractor:
        found = engines(extractor)
        return [
            Comparison(path.name, {name: known_share(read(path), known) for name, read in found.items()})
            for path in sorted(folder.rglob("*.pdf"))
        ]


def main() -> None:
    """Compare and print."""
    reference = os.environ.get("WISSENSARCHIV_REFERENCE")
    if not reference or not WORDS.exists():
        sys.exit(f"It needs WISSENSARCHIV_REFERENCE and {WORDS} (Debian's wngerman).")
    known = frozenset(unicodedata.normalize("NFC", WORDS.read_text("utf-8")).split())
    comparisons = compare(Path(reference) / "documents", known)
    print(json.dumps(_figures(comparisons), indent=2, ensure_ascii=False))  # noqa: T201 - what it is for


def _figures(comparisons: list[Comparison]) -> dict[str, object]:
    names = comparisons[0].shares if comparisons else {}
    behind = [each for each in comparisons if each.is_behind]
    return {
        "documents": len(comparisons),
        "known_words_mean": {
            name: round(statistics.mean(each.shares[name] for each in comparisons), 4) for name in names
        },
        "documents_behind_best_by_more_than_2_points": {
            name: sum(max(each.shares.values()) - each.shares[name] > TOLERANCE for each in comparisons)
            for name in names
        },
        "ours_behind": {each.name: {name: round(share, 3) for name, share in each.shares.items()} for each in behind},
    }


if __name__ == "__main__":
    main()
