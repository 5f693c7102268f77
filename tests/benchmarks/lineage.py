"""Measures the proposals of what became of decisions and tasks: `python -m tests.benchmarks.lineage [--shown]`.

The sample holdings are taken into a throw-away archive and indexed. Of every meeting, the minutes of the next ones in
its series are looked through as the pages do, and what is proposed is compared with `tests/labels/lineage.json`: pairs
that a person found by reading the minutes, before seeing any proposal. It prints JSON: pairs, how many of them are
among the proposals, proposals, how many of them are right, and the same of the first for each decision or task.
With `--shown`, it also prints every proposal that is wrong and every pair that is missed.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.rights import Reader, Role
from archive.values import Description
from indexer.extraction.isolation import Extractor
from indexer.passages import Passage
from indexer.search.following import MEETINGS, FollowUpProposal
from indexer.search.searcher import Searcher
from indexer.structure.kinds import PassageKind
from tests.benchmarks.labels import LABELS
from webui import samples
from webui.compose import Holdings, open_holdings
from webui.following import MINUTES
from webui.series import series_of

#: Ids of an earlier and a later passage.
Pair = tuple[str, str]

AGREED = (PassageKind.DECISION, PassageKind.TASK)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was compared."""

    #: Of which both passages were recognised.
    true: frozenset[Pair]
    #: The likeliest first, of each decision or task.
    proposed: tuple[tuple[Pair, ...], ...]
    #: Matters of the file of which no decision or task was recognised.
    unrecognised: int

    def told(self) -> dict[str, float]:
        """Return the figures by their names."""
        every = frozenset(pair for some in self.proposed for pair in some)
        first = frozenset(some[0] for some in self.proposed)
        return {
            "pairs": len(self.true),
            "matters_not_recognised": self.unrecognised,
            "proposals": len(every),
            "right": len(every & self.true),
            "precision": round(len(every & self.true) / max(len(every), 1), 3),
            "recall": round(len(every & self.true) / max(len(self.true), 1), 3),
            "first_proposals": len(first),
            "first_right": len(first & self.true),
            "first_precision": round(len(first & self.true) / max(len(first), 1), 3),
            "taken_up": len({earlier for earlier, _ in self.true}),
            "taken_up_with_a_right_first": len({earlier for earlier, _ in first & self.true}),
        }


@dataclass(frozen=True, slots=True)
class Minuted:
    """The passages of the minutes of every meeting."""

    passages: dict[str, list[Passage]]

    @classmethod
    def of(cls, holdings: Holdings) -> "Minuted":
        """Read them."""
        held: dict[str, list[Description]] = {}
        for each in holdings.archive.descriptions():
            if each.meeting and each.kind in MINUTES:
                held.setdefault(each.meeting.key, []).append(each)
        texts = holdings.texts
        return cls({key: list(texts.passages_of(each.code for each in own)) for key, own in held.items()})

    def saying(self, meeting: str, words: Iterable[str]) -> list[Passage]:
        """Return the passages of a meeting in which some words stand."""
        wanted = [_spaced(each) for each in words]
        return [each for each in self.passages.get(meeting, ()) if any(one in _spaced(each.text) for one in wanted)]


def take_in(holdings: Holdings) -> None:
    """Take the samples into an archive, and index them."""
    list(samples.take_in(holdings.archive))
    with Extractor() as extractor:
        while holdings.indexing(extractor).catch_up():
            pass


def measure(holdings: Holdings) -> Figures:
    """Compare the proposals over the samples with what a person found."""
    minuted, true, unrecognised = Minuted.of(holdings), set(), 0
    for matter in json.loads((LABELS / "lineage.json").read_text("utf-8")):
        meeting, words = matter["earlier"]
        earlier = [each for each in minuted.saying(meeting, words) if each.kind in AGREED]
        later = [each for key, said in matter["later"] for each in minuted.saying(key, said)]
        unrecognised += not earlier
        true |= {(one.id, other.id) for one in earlier for other in later}
    searcher = holdings.searcher()
    proposed = [each for key in minuted.passages for each in _proposed(holdings, searcher, minuted, key)]
    pairs = (tuple((each.earlier, each.later.id) for each in some) for some in proposed)
    return Figures(frozenset(true), tuple(pairs), unrecognised)


def _proposed(
    holdings: Holdings, searcher: Searcher, minuted: Minuted, key: str
) -> Iterator[tuple[FollowUpProposal, ...]]:
    """Yield what is proposed for each decision and task of a meeting."""
    series = [each.key for each in series_of(key, holdings.archive.vocabularies.meetings())]
    place = series.index(key)
    later = [each for after in series[place + 1 : place + 1 + MEETINGS] for each in minuted.passages.get(after, ())]
    agreed = [each for each in minuted.passages[key] if each.kind in AGREED]
    yield from searcher.follow_ups(agreed, [each for each in later if each.text], Reader(Role.COORDINATION)).values()


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _wrong(holdings: Holdings, found: Figures) -> Iterator[str]:
    every = frozenset(pair for some in found.proposed for pair in some)
    passages = holdings.texts.passages_by_id({id_ for pair in every | found.true for id_ in pair})
    for mark, pairs in (("+", every - found.true), ("-", found.true - every)):
        for pair in sorted(pairs):
            yield f"{mark} " + " → ".join(f"{passages[id_].kind.value}: {passages[id_].text[:160]}" for id_ in pair)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home, open_holdings(Path(home)) as holdings:
        take_in(holdings)
        found = measure(holdings)
        if "--shown" in sys.argv:
            print("\n".join(_wrong(holdings, found)))  # noqa: T201 - what it is for
        print(json.dumps(found.told(), indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
