"""Readers at full speed while documents are added, changed and taken out: nobody may ever see a half state.

    python -m tests.benchmarks.race [--changes 500] [--readers 4]

Every document has as many passages as its version says, each with the word of its version; the writer notes after each
commit which versions stand in that state. A reader opens state after state and compares all it sees with the note.
"""

import argparse
import json
import multiprocessing
import os
import random
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from whoosh import fields

from indexer.analysis.plain import PlainAnalysis
from indexer.index.committing import Committing
from indexer.index.schema import passage_schema
from indexer.index.upkeep import merge_segments
from indexer.index.view import IndexView

#: Documents that are changed again and again; few, so that most changes are updates and deletions.
DOCUMENTS = 25

Versions = dict[str, int]


@dataclass(frozen=True)
class Race:
    """A folder with an index, and beside it a note for each of its states."""

    folder: Path
    changes: int

    @property
    def index(self) -> Path:
        """Folder of the index."""
        return self.folder / "index"

    def note(self, state: int) -> Path:
        """Return the file that says what stands in a state."""
        return self.folder / f"{state}.json"

    @property
    def end(self) -> Path:
        """File that is there when the writer is done."""
        return self.folder / "end"


@dataclass(frozen=True)
class Outcome:
    """How a race went."""

    #: How often the writer merged segments.
    merges: int
    #: How many states each reader saw.
    states_seen: list[int]


def schema() -> fields.Schema:
    """Return the fields, with the plain chain only: the German one takes seconds to load."""
    return passage_schema(PlainAnalysis(), PlainAnalysis())


def write(race: Race) -> int:
    """Change documents one by one, a commit each; return how often segments were merged."""
    chance, versions, merges = random.Random(1), Versions(), 0  # noqa: S311 - no secret
    for version in range(1, race.changes + 1):
        document = f"d{chance.randrange(DOCUMENTS)}"
        is_removal = document in versions and chance.random() < 1 / 3
        changed = {name: each for name, each in versions.items() if name != document}
        versions = changed if is_removal else changed | {document: version}
        _commit(race, document, versions)
        _note(race, versions)
        merges += bool(merge_segments(race.index, schema()))
        _note(race, versions)
    race.end.touch()
    return merges


def _commit(race: Race, document: str, versions: Versions) -> None:
    with Committing(race.index, schema()) as committing:
        writer = committing.writer
        if writer.segments:
            with writer.searcher() as searcher:
                writer.delete_by_term("document", document, searcher)
        for place in range(passages(versions.get(document, 0))):
            word = f"version{versions[document]}"
            writer.add_document(id=f"{document}-{place}", document=document, body=f"immer {word}", kind="Protokoll")


def _note(race: Race, versions: Versions) -> None:
    view = IndexView(race.index, schema())
    draft = race.folder / "draft"
    draft.write_text(json.dumps(versions), encoding="ascii")
    draft.replace(race.note(view.number))
    view.close()


def passages(version: int) -> int:
    """Return how many passages a document has; one that is not there has none."""
    return 1 + version % 4 if version else 0


def read(race: Race) -> int:
    """Read state after state until the writer is done; return how many.

    Raises:
        AssertionError: A state is not what the writer committed.
    """
    seen: dict[int, Mapping[str, object]] = {}
    view: IndexView | None = None
    (race.folder / f"reading-{os.getpid()}").touch()
    while not race.end.exists():
        view = IndexView(race.index, schema(), view)
        said = {
            "documents": {name: _version(view, name) for name in view.documents},
            "count": view.count,
            "names": len(view.documents),
            "carrying": int(view.carrying("kind", ("Protokoll",)).sum()),
            "immer": len(view.postings("body", "immer").ids),
        }
        assert seen.setdefault(view.number, said) == said, f"state {view.number} changed"
    for number, told in seen.items():
        versions = json.loads(race.note(number).read_text(encoding="ascii"))
        total = sum(map(passages, versions.values()))
        expected = {"documents": versions, "count": total, "names": len(versions), "carrying": total, "immer": total}
        assert told == expected, f"state {number}: {told}, not {expected}"
    return len(seen)


def _version(view: IndexView, document: str) -> int:
    """Return the version of a document, all of whose passages must have it."""
    numbers = view.postings("document", document).ids
    words = {term for term in view.terms_beginning("body", "version") if _has(view, term, int(numbers[0]))}
    (word,) = words
    assert view.postings("body", word).ids.tolist() == numbers.tolist(), f"{document} is in two versions"
    assert len(numbers) == passages(int(word.removeprefix("version"))), f"{document} is not whole"
    return int(word.removeprefix("version"))


def _has(view: IndexView, term: str, number: int) -> bool:
    return number in view.postings("body", term).ids


def run(changes: int, readers: int) -> Outcome:
    """Let readers and the writer race; return what they saw.

    Raises:
        AssertionError: A reader saw what it should not have.
    """
    with tempfile.TemporaryDirectory() as folder:
        race = Race(Path(folder), changes)
        race.index.mkdir()
        with Committing(race.index, schema()):
            pass
        _note(race, {})
        with multiprocessing.get_context("spawn").Pool(readers) as pool:
            reading = [pool.apply_async(read, (race,)) for _ in range(readers)]
            while len(list(race.folder.glob("reading-*"))) < readers:
                time.sleep(0.01)
            merges = write(race)
            return Outcome(merges, [each.get() for each in reading])


def main() -> None:
    """Race and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=500)
    parser.add_argument("--readers", type=int, default=4)
    options = parser.parse_args()
    print(json.dumps(asdict(run(options.changes, options.readers))))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
