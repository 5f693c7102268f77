"""What someone does with an archive, told step by step: `python -m tests.faults.errands HOME`."""

import sys
from datetime import date
from pathlib import Path

from archive.archive import Archive, Submission
from archive.erasure import ErasureReason
from archive.home import Home
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility

TEXTS = ("Wir beschließen das Fest.", "Der Hof wird bepflanzt.", "Quastenflosser und andere Namen.")
DAY = DocumentDate(date(2019, 4, 3), date(2019, 4, 3), DatePrecision.DAY, DateSource.ENTRY)
AGENT = "account:1"


def main(home: Path) -> None:
    """Do some errands, and tell of each when it is done."""
    archive = Archive.open(Home(home))
    tell("opened")
    for number, text in enumerate(TEXTS):
        path = home.parent / "offered.txt"
        path.write_text(text, encoding="utf-8")
        details = Details(f"Titel {number}", DocumentKind.PROTOKOLL, DAY, sites=("gotha",))
        submission = Submission(path, f"{number}.txt", details)
        tell(f"held {archive.take_in(submission).code}")
    first, _, last = sorted(each.document for each in archive.listed())
    archive.publishing.publish(first, Visibility.PUBLIC, AGENT)
    tell(f"published {first}")
    archive.erasure.erase(last, AGENT, ErasureReason.REQUESTED)
    tell(f"erased {last}")
    archive.close()


def tell(step: str) -> None:
    """Say that something is done, as an answer to a browser does."""
    sys.stdout.write(f"{step}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
