"""Measures how surely versions are told from what only looks like them, on pairs made from real files.

    python -m tests.benchmarks.resemblance FOLDER… [--most N]
    python -m tests.benchmarks.resemblance --fingerprints 10000

The first walks originals and the files made from them through a throw-away archive, and asks for each made file which
document it may be a version of. The second measures the comparison with as many fingerprints.
"""

import argparse
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from archive.archive import Archive, Submission
from archive.errors import RefusalError
from archive.home import Home
from archive.values import Details, Visibility
from indexer.analysis.fingerprint import MARKS, resemblance
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.extraction.isolation import Extractor
from indexer.index.areas import Areas
from indexer.index.schema import passage_schema
from indexer.index.texts import Texts
from indexer.indexing import Indexing
from indexer.resemblance import Resemblances
from tests.benchmarks.alike_files import Made, make, read_paragraphs

DRAFT = Details(visibility=Visibility.DRAFT)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of one made file."""

    made: Made
    #: Originals it may be a version of, with the share of equal text.
    found: dict[Path, float]

    @property
    def is_found(self) -> bool:
        """Whether its own original is among them."""
        return self.made.original in self.found

    @property
    def others(self) -> int:
        """How many other originals are among them."""
        return len(self.found) - self.is_found


def judge(made: Iterable[Made], originals: Iterable[Path], folder: Path) -> tuple[list[Judged], list[float]]:
    """Take everything in, read it, and ask; return the answers and the seconds each took."""
    with closing(Archive.open(Home(folder / "home"))) as archive:
        codes = {path: code for path in originals if (code := _taken_in(archive, path))}
        drafts = {each: code for each in made if (code := _taken_in(archive, each.path))}
        with closing(Texts(archive.home.derived / "texts.sqlite")) as texts:
            _walk(archive, texts)
            among = Resemblances.among(archive, texts, archive.describe_many(drafts.values()))
            return _asked(among, {code: path for path, code in codes.items()}, drafts)


def _taken_in(archive: Archive, path: Path) -> str:
    """Return the code of a document that was taken in, or nothing where it is held already."""
    try:
        receipt = archive.take_in(Submission(path, path.name, DRAFT))
    except RefusalError:
        return ""
    return receipt.code if receipt.status == "held" else ""


def _walk(archive: Archive, texts: Texts) -> None:
    schema = passage_schema(GermanAnalysis.load(), PlainAnalysis())
    with Extractor() as extractor:
        Indexing(archive, extractor, texts, Areas.within(archive.home.derived), schema).catch_up()


def _asked(
    among: Resemblances, originals: dict[str, Path], drafts: dict[Made, str]
) -> tuple[list[Judged], list[float]]:
    judged, times = [], []
    for made, code in drafts.items():
        began = time.perf_counter()
        found = among.likely(among.archive.describe(code))
        times.append(time.perf_counter() - began)
        judged.append(
            Judged(made, {originals[each.document]: each.share for each in found if each.document in originals})
        )
    return judged, times


def report(judged: list[Judged], times: list[float]) -> None:
    """Print a line for each way, then the whole."""
    ways = Counter((each.made.way, each.made.is_version) for each in judged)
    for (way, is_version), number in ways.items():
        these = [each for each in judged if each.made.way == way]
        right = sum(each.is_found is is_version for each in these)
        print(f"{way:22} {'version' if is_version else 'other':8} {number:5} pairs, {right:5} right")  # noqa: T201 - what it is for
    true = sum(each.is_found for each in judged if each.made.is_version)
    false = sum(each.is_found for each in judged if not each.made.is_version)
    versions = sum(each.made.is_version for each in judged)
    strangers = sum(each.others for each in judged)
    print(f"precision {true / (true + false):.3f}, recall {true / versions:.3f}")  # noqa: T201 - what it is for
    print(f"{strangers} times another original than its own; median {statistics.median(times) * 1000:.1f} ms each")  # noqa: T201 - what it is for
    for each in judged:
        if each.is_found is not each.made.is_version:
            share = f"{each.found.get(each.made.original, 0):.3f}"
            print(f"  {each.made.way}: {each.made.path.name} {share}")  # noqa: T201 - what it is for


def speed(number: int) -> None:
    """Print what one comparison with as many fingerprints takes."""
    chance = np.random.default_rng(1)
    prints = [chance.integers(0, 2**32, MARKS, np.uint32).tobytes() for _ in range(number)]
    times = []
    for one in prints[:50]:
        began = time.process_time()
        resemblance(one, prints)
        times.append(time.process_time() - began)
    print(f"{number} fingerprints: {statistics.median(times) * 1000:.1f} ms CPU each")  # noqa: T201 - what it is for


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--most", type=int, default=200)
    parser.add_argument("--fingerprints", type=int)
    asked = parser.parse_args()
    if asked.fingerprints:
        return speed(asked.fingerprints)
    suffixes = {".docx", ".odt", ".pdf", ".md", ".txt"}
    paths = [path for folder in asked.folders for path in sorted(folder.rglob("*")) if path.suffix in suffixes]
    with tempfile.TemporaryDirectory() as folder:
        originals = read_paragraphs(paths[: asked.most])
        made = list(make(originals, Path(folder)))
        report(*judge(made, [each.path for each in originals], Path(folder)))
    return None


if __name__ == "__main__":
    main()
