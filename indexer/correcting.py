"""Puts right what was recognised, as people said: their corrections find their passages again by the words.

A document may be read anew at any time, with other line breaks, on other pages, or out of another format. What a
passage is called then does not matter, only what it says.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from archive.corrections import Anchor, CorrectionEntry
from indexer.passages import Passage
from indexer.structure.kinds import PassageKind

#: Passages whose letters are alike to this degree, from 0 to 1, say the same; see docs/measurements.md.
ALIKE = 0.9


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where corrections belong today."""

    #: Id of a passage → its correction.
    by_passage: Mapping[str, CorrectionEntry]
    #: Corrections whose passage the document no longer has.
    lost: tuple[CorrectionEntry, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A passage as an anchor sees it."""

    passage: Passage
    letters: str
    #: Which of the passages of these letters it is, counted from 0.
    ordinal: int


def anchor_of(passages: Iterable[Passage], id_: str) -> Anchor | None:
    """Return the anchor of one of a document's passages, or None if it has no such passage, or one without words."""
    for place in _places(passages):
        if place.passage.id == id_ and place.letters:
            found = place.passage
            return Anchor(" ".join(found.text.split()), found.heading, found.agenda_item, place.ordinal)
    return None


def anchored(passages: Iterable[Passage], corrections: Sequence[CorrectionEntry]) -> Anchored:
    """Find the passage of each correction: the one of the same words, or else the one that is most alike.

    Words are compared by their letters and digits alone, as Indel similarity, so that line breaks, hyphenation and
    signs do not matter. The digits have to be the same: another day or number makes another decision.

    Args:
        passages: All of a document, in reading order.
        corrections: All of the document. Of two that belong to one passage the later one counts.
    """
    left = {place.passage.id: place for place in _places(passages) if place.letters} if corrections else {}
    found: dict[str, CorrectionEntry] = {}
    waiting = sorted(corrections, key=lambda each: (each.at, each.number), reverse=True)
    for least in (1.0, ALIKE):
        for correction in tuple(waiting):
            place = _best(left.values(), correction.anchor, least)
            if place:
                found[place.passage.id] = correction
                del left[place.passage.id]
                waiting.remove(correction)
    return Anchored(found, tuple(sorted(waiting, key=lambda each: each.number)))


def corrected(passages: Sequence[Passage], corrections: Sequence[CorrectionEntry]) -> tuple[Passage, ...]:
    """Return the passages with the kinds people gave them; their ids stay, and so do links to them."""
    by_passage = anchored(passages, corrections).by_passage
    return tuple(_corrected(each, by_passage.get(each.id)) for each in passages)


def _corrected(passage: Passage, correction: CorrectionEntry | None) -> Passage:
    said = correction.said.kind if correction else ""
    return replace(passage, kind=PassageKind(said)) if said else passage


def _places(passages: Iterable[Passage]) -> Iterator[_Place]:
    seen: Counter[str] = Counter()
    for passage in passages:
        letters = _letters(passage.text)
        yield _Place(passage, letters, seen[letters])
        seen[letters] += 1


def _best(places: Iterable[_Place], anchor: Anchor, least: float) -> _Place | None:
    """Return the place that is most like an anchor, of those that are alike enough; the nearest of equal ones."""
    wanted = _letters(anchor.quote)
    rated = (
        (
            Indel.normalized_similarity(wanted, place.letters, score_cutoff=least),
            place.passage.heading == anchor.heading,
            place.passage.agenda_item == anchor.agenda_item,
            -abs(place.ordinal - anchor.ordinal),
            -place.passage.ordinal,
            place,
        )
        for place in places
        if _digits(place.letters) == _digits(wanted)
    )
    best = max((each for each in rated if each[0] >= least), key=lambda each: each[:-1], default=None)
    return best[-1] if best else None


def _letters(text: str) -> str:
    """Return the letters and digits of a text, however it is broken into lines and words."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _digits(letters: str) -> str:
    return "".join(filter(str.isdigit, letters))
