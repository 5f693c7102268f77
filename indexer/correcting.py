"""Puts right what was recognised, as people said: their corrections find their passages again by the words.

A document may be read anew at any time, with other line breaks, on other pages, or out of another format. What a
passage is called then does not matter, only what it says.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.distance import Indel

from archive.corrections import Anchor, CorrectionEntry, Said
from indexer.agreed import Agreed, agreed
from indexer.passages import Passage
from indexer.recutting import letters_of, recut
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
    digits: str
    #: Which of the passages of these letters it is, counted from 0.
    ordinal: int


def anchor_of(passages: Iterable[Passage], id_: str) -> Anchor | None:
    """Return the anchor of one of a document's passages, or None if it has no such passage, or one without words."""
    for place in _places(passages):
        if place.passage.id == id_ and place.letters:
            found = place.passage
            return Anchor(" ".join(found.text.split()), found.heading, found.agenda_item, place.ordinal)
    return None


def passage_of(passages: Iterable[Passage], anchor: Anchor) -> Passage | None:
    """Return the passage of a document that an anchor means today, or None if it has none that is enough like it."""
    best = _best(_places(passages), anchor, ALIKE)
    return best.passage if best else None


def anchor_within(passages: Sequence[Passage], id_: str, text: str) -> Anchor | None:
    """Return the anchor of other words in or around a passage, or None if they do not stand in the document so."""
    own = anchor_of(passages, id_)
    if own is None or letters_of(text) in ("", letters_of(own.quote)):
        return own
    cut = recut(passages, replace(own, quote=text), frozenset())
    known = {each.id for each in passages}
    new = (each.id for each in cut if each.id not in known and letters_of(each.text) == letters_of(text))
    return anchor_of(cut, next(new, ""))


def anchored(passages: Iterable[Passage], corrections: Sequence[CorrectionEntry]) -> Anchored:
    """Find the passage of each correction: the one of the same words, or else the one that is most alike.

    Words are compared by their letters and digits alone, as Indel similarity, so that line breaks, hyphenation and
    signs do not matter. The digits have to be the same: another day or number makes another decision.

    Args:
        passages: All of a document, in reading order.
        corrections: All of the document. Of two that belong to one passage the later one counts.
    """
    left = {place.passage.id: place for place in _places(passages)} if corrections else {}
    waiting = _latest_first(corrections)
    found: dict[str, CorrectionEntry] = {}
    for least in (1.0, ALIKE):
        found |= _matched(left, waiting, least)
        left = {id_: place for id_, place in left.items() if id_ not in found}
        waiting = [each for each in waiting if each not in found.values()]
    return Anchored(found, tuple(sorted(waiting, key=lambda each: each.number)))


def corrected(passages: Sequence[Passage], corrections: Sequence[CorrectionEntry]) -> tuple[Passage, ...]:
    """Return the passages as people put them right.

    A correction that quotes a part of a passage, or several passages, makes one of these words. All other passages keep
    their ids, and so links to them.
    """
    cut = _cut_as_said(tuple(passages), corrections)
    by_passage = anchored(cut, corrections).by_passage
    return tuple(_corrected(each, by_passage.get(each.id)) for each in cut)


def agreements(
    passages: Iterable[Passage], corrections: Sequence[CorrectionEntry], meeting: date | None
) -> dict[str, Agreed]:
    """Return what was agreed in those of a document's passages that are decisions or tasks, by their ids.

    Args:
        passages: All of a document, as people put them right.
        corrections: All of the document.
        meeting: The (first) day of the document's meeting.
    """
    held = tuple(passages)
    by_passage = anchored(held, corrections).by_passage
    read = {each.id: agreed(each, meeting, _said(by_passage.get(each.id))) for each in held}
    return {id_: found for id_, found in read.items() if found}


def _said(correction: CorrectionEntry | None) -> Said | None:
    return correction.said if correction else None


def _cut_as_said(passages: tuple[Passage, ...], corrections: Sequence[CorrectionEntry]) -> tuple[Passage, ...]:
    """Cut passages where corrections say they begin and end; the latest correction comes first."""
    latest_first = _latest_first(corrections)
    whole = _exact(passages, latest_first)
    for done, correction in enumerate(latest_first):
        if correction not in whole.values():
            exact = _exact(passages, latest_first[: done + 1])
            passages = recut(passages, correction.anchor, frozenset(exact))
    return passages


def _exact(passages: Iterable[Passage], corrections: Sequence[CorrectionEntry]) -> dict[str, CorrectionEntry]:
    """Return the corrections whose very words are a passage, by the passages' ids."""
    return _matched({each.passage.id: each for each in _places(passages)}, corrections, 1.0) if corrections else {}


def _latest_first(corrections: Iterable[CorrectionEntry]) -> list[CorrectionEntry]:
    return sorted(corrections, key=lambda each: (each.at, each.number), reverse=True)


def _corrected(passage: Passage, correction: CorrectionEntry | None) -> Passage:
    said = correction.said.kind if correction else ""
    return replace(passage, kind=PassageKind(said)) if said else passage


def _matched(
    places: Mapping[str, _Place], corrections: Iterable[CorrectionEntry], least: float
) -> dict[str, CorrectionEntry]:
    """Give each correction the place most like it, if they are alike enough and nobody has it yet."""
    found: dict[str, CorrectionEntry] = {}
    for correction in corrections:
        left = (place for id_, place in places.items() if id_ not in found and place.letters)
        if best := _best(left, correction.anchor, least):
            found[best.passage.id] = correction
    return found


def _places(passages: Iterable[Passage]) -> Iterator[_Place]:
    seen: Counter[str] = Counter()
    for passage in passages:
        letters = letters_of(passage.text)
        yield _Place(passage, letters, _digits(letters), seen[letters])
        seen[letters] += 1


def _best(places: Iterable[_Place], anchor: Anchor, least: float) -> _Place | None:
    """Return the place that is most like an anchor, of those that are alike enough; the nearest of equal ones."""
    wanted = letters_of(anchor.quote)
    digits = _digits(wanted)
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
        if place.digits == digits
    )
    best = max((each for each in rated if each[0] >= least), key=lambda each: each[:-1], default=None)
    return best[-1] if best else None


def _digits(letters: str) -> str:
    return "".join(filter(str.isdigit, letters))
