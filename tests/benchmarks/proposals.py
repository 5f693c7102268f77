"""Measures the proposals on the sample holdings: `python -m tests.benchmarks.proposals` prints a table.

The register of the samples is the truth. A third of them is held out: rules are made without looking at it, so its
figures tell what to expect of documents nobody has seen.
"""

import tomllib
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.entries import MeetingEntry
from archive.media import examine
from archive.seeding import seeded_meeting_kinds, seeded_meetings, seeded_sites, seeded_topics
from archive.values import DocumentKind
from indexer.extraction.extract import extract
from indexer.extraction.pages import Outcome, Page
from indexer.structure.personal.finding import find_personal_data
from indexer.structure.proposals.known import KnownNames
from indexer.structure.proposals.proposal import Field, Proposal
from indexer.structure.proposals.proposing import propose

DOCUMENTS = Path(__file__).parents[2] / "documents"
#: Every third document, by a sum of its name's bytes, so that the choice is nobody's.
HELD_OUT = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample document, what is true of it, and what was proposed."""

    file: str
    truth: Mapping[str, Any]
    pages: tuple[Page, ...]
    proposals: tuple[Proposal, ...]

    @property
    def held_out(self) -> bool:
        """Whether the rules were made without it; a copy goes with its original."""
        return zlib.crc32(self.file.removeprefix("Kopie von ").encode()) % HELD_OUT == 0

    def first(self, field: Field) -> str | None:
        """Return the surest value proposed for a field."""
        return next((each.value for each in self.proposals if each.field is field), None)

    def every(self, field: Field) -> frozenset[str]:
        """Return all values proposed for a field."""
        return frozenset(each.value for each in self.proposals if each.field is field)


@dataclass(frozen=True, slots=True)
class Figures:
    """How good the proposals are on some documents, each from 0 to 1."""

    documents: int
    kind: float
    title: float
    meeting: float
    date: float
    protocol_meeting: float
    protocol_date: float
    sites_f1: float
    topics_f1: float


def known_names() -> KnownNames:
    """Return the names of a new archive with the sample meetings."""
    world = tomllib.loads((DOCUMENTS / "world.toml").read_text(encoding="utf-8"))["meeting"]
    invented = (
        MeetingEntry(*(row[name] for name in ("key", "title", "kind", "place", "start", "end"))) for row in world
    )
    meetings = (*seeded_meetings(), *invented)
    return KnownNames.of(seeded_sites(), seeded_topics(), meetings, seeded_meeting_kinds())


def read_samples() -> tuple[Sample, ...]:
    """Read every sample that has text and propose what it is."""
    catalogue = known_names()
    register = tomllib.loads((DOCUMENTS / "register.toml").read_text(encoding="utf-8"))["document"]
    return tuple(_samples(register, catalogue))


def _samples(register: Iterable[Mapping[str, Any]], catalogue: KnownNames) -> Iterator[Sample]:
    for row in register:
        path = DOCUMENTS / "holdings" / row["file"]
        reading = extract(path, examine(path, path.name))
        if reading.outcome is Outcome.TEXT:
            proposals = propose(reading.pages, path.name, catalogue, reading.title)
            yield Sample(path.name, row, reading.pages, proposals)


def figures(samples: Iterable[Sample]) -> Figures:
    """Compare what was proposed with what is true."""
    every = tuple(samples)
    protocols = tuple(each for each in every if each.truth["kind"] == DocumentKind.PROTOKOLL)
    return Figures(
        documents=len(every),
        kind=share(every, kind_is_right),
        title=share(every, title_is_right),
        meeting=share(every, meeting_is_right),
        date=share(every, date_is_right),
        protocol_meeting=share(protocols, meeting_is_right),
        protocol_date=share(protocols, date_is_right),
        sites_f1=f1((true_sites(each), each.every(Field.SITE)) for each in every),
        topics_f1=f1((frozenset(each.truth.get("topics", ())), each.every(Field.TOPIC)) for each in every),
    )


def share(samples: Iterable[Sample], is_right: Callable[[Sample], bool]) -> float:
    """Return which part of some samples is right."""
    right = [is_right(each) for each in samples]
    return sum(right) / len(right) if right else 1.0


def f1(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> float:
    """Return F1 over all values of all documents together, of pairs of what is true and what was proposed."""
    every = tuple(pairs)
    hits = sum(len(true & found) for true, found in every)
    total = sum(len(true) + len(found) for true, found in every)
    return 2 * hits / total if total else 1.0


def kind_is_right(sample: Sample) -> bool:
    """No proposal means a kind of its own: Sonstiges."""
    return (sample.first(Field.KIND) or DocumentKind.SONSTIGES) == str(sample.truth["kind"])


def title_is_right(sample: Sample) -> bool:
    """Titles in the register are edited; half of the words in common is the same title."""
    true, found = (_words(text) for text in (sample.truth["title"], sample.first(Field.TITLE) or ""))
    return len(true & found) >= 0.5 * min(len(true), len(found)) > 0


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip("„“\"'(),.:–-").casefold() for word in text.split() if word.strip("–-:"))


def meeting_is_right(sample: Sample) -> bool:
    """The meeting of the catalogue, or none where there is none."""
    titles = {meeting.title: meeting for meeting in known_names().meetings}
    found, key = sample.first(Field.MEETING), sample.truth.get("meeting", "")
    return (found is None and not key) or (found in titles and _key(titles[found].title) == key)


def _key(title: str) -> str:
    world = tomllib.loads((DOCUMENTS / "world.toml").read_text(encoding="utf-8"))["meeting"]
    keys = {row["title"]: row["key"] for row in world} | {each.title: each.key for each in seeded_meetings()}
    return str(keys[title])


def date_is_right(sample: Sample) -> bool:
    """The date as exactly as the register knows it; the last day too, where it names one."""
    length = {"Jahr": 4, "Monat": 7}.get(sample.truth.get("precision", ""), 10)
    first, last = sample.truth["date"], sample.truth.get("date_end", sample.truth["date"])
    return sample.first(Field.DATE) == "/".join(dict.fromkeys((first[:length], last[:length])))


def true_sites(sample: Sample) -> frozenset[str]:
    """Return the labels of the sites a sample is about."""
    labels = {site.key: site.label for site in seeded_sites()}
    return frozenset(labels[key] for key in sample.truth.get("sites", ()))


def personal_data(samples: Iterable[Sample]) -> Counter[str]:
    """Count the personal data found, by kind."""
    return Counter(datum.kind.value for each in samples for datum in find_personal_data(each.pages))


def main() -> None:
    """Measure and print."""
    samples = read_samples()
    groups = {
        "seen": figures(each for each in samples if not each.held_out),
        "held out": figures(each for each in samples if each.held_out),
        "all": figures(samples),
    }
    rows = [("", *groups)]
    for name in Figures.__dataclass_fields__:
        values = (getattr(group, name) for group in groups.values())
        rows.append((name, *(f"{value:.3f}" if isinstance(value, float) else str(value) for value in values)))
    rows.extend((f"personal: {kind}", str(count), "", "") for kind, count in sorted(personal_data(samples).items()))
    print("\n".join("  ".join(cell.ljust(26 if not place else 9) for place, cell in enumerate(row)) for row in rows))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
