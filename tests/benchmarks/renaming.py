"""Measures a rename that many documents follow, and the page that surveys them.

    python -m tests.benchmarks.renaming [--documents 1000]

Prints seconds: until the rename is kept, and until the page of the archive's condition has been worked out.
"""

import argparse
import tempfile
import time
from pathlib import Path

from archive.archive import Archive, Submission
from archive.errors import VocabularyKind
from archive.home import Home
from archive.rights import Reader, Role
from archive.values import Details
from indexer.index.texts import Texts
from webui.condition import Condition


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.open(Home(Path(folder) / "home"))
        offered = Path(folder) / "offered"
        for number in range(asked.documents):
            offered.write_text(str(number), encoding="utf-8")
            archive.take_in(Submission(offered, f"{number}.txt", Details(sites=("peine",))))
        began = time.perf_counter()
        archive.curation.rename(VocabularyKind.SITE, "peine", "Peine-Südstadt")
        renamed = time.perf_counter()
        texts = Texts(archive.home.derived / "texts.sqlite")
        condition = Condition(archive, texts, Reader(Role.COORDINATION))
        waiting = condition.waiting
        surveyed = time.perf_counter()
        print(f"{asked.documents} documents: renamed {renamed - began:.3f} s, surveyed {surveyed - renamed:.3f} s")  # noqa: T201 - what it is for
        assert waiting == asked.documents
        texts.close()
        archive.close()


if __name__ == "__main__":
    main()
