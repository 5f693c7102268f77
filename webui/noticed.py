"""What was noticed of personal data in a document, the same words once, with what was decided about them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from archive.archive import Archive
from archive.privacy.privacy import Privacy
from archive.privacy.values import Ground
from archive.values import Description
from indexer.extraction.pages import Reading
from indexer.index.texts import Texts
from indexer.structure.personal.datum import PersonalDatum, PersonalKind
from indexer.structure.personal.finding import find_personal_data
from webui.around import after, before
from webui.leftovers import leftover_names

#: Characters shown before and after what was noticed.
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Place:
    """One place where words stand."""

    page: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """Words that may be about a person."""

    fingerprint: str
    kind: PersonalKind
    #: As they stand at the first place.
    words: str
    places: tuple[Place, ...]
    #: Why they stay, or None while that is not decided.
    ground: Ground | None
    #: Whether it is the last name of a full name that was redacted.
    is_leftover: bool

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages on which it stands, each once."""
        return tuple(dict.fromkeys(place.page for place in self.places))


def noticed(archive: Archive, texts: Texts, document: Description) -> tuple[Noticed, ...] | None:
    """Return what was noticed in a document's current version in reading order, or None while it is not read."""
    reading = texts.pages(document.checksum)
    if reading is None:
        return None
    return _noticed_in(archive.privacy, {document.code: reading})[document.code]


def undecided(archive: Archive, texts: Texts, document: Description) -> tuple[Noticed, ...]:
    """Return what hinders publication: all that was noticed and about which nothing was decided."""
    return tuple(each for each in noticed(archive, texts, document) or () if each.ground is None)


def undecided_in(privacy: Privacy, readings: Mapping[str, Reading]) -> dict[str, tuple[Noticed, ...]]:
    """Return what hinders publication of some documents, both by their codes, from what was read of them."""
    found = _noticed_in(privacy, readings)
    return {code: tuple(each for each in some if each.ground is None) for code, some in found.items()}


def _noticed_in(privacy: Privacy, readings: Mapping[str, Reading]) -> dict[str, tuple[Noticed, ...]]:
    left, redacted = privacy.left(readings), privacy.redacted(readings)
    return {
        code: tuple(_grouped(reading, partial(privacy.fingerprint, code), left[code], redacted[code]))
        for code, reading in readings.items()
    }


def _found(reading: Reading, fingerprint: Callable[[str], str], redacted: Collection[str]) -> Iterator[PersonalDatum]:
    """Yield what is found by what stands around it, and last names whose full names were redacted, in reading order."""
    found = list(find_personal_data(reading.pages))
    for each in leftover_names(reading.pages, redacted, fingerprint):
        if not any(_overlap(each, other) for other in found):
            found.append(each)
    yield from sorted(found, key=lambda datum: (datum.page, datum.start, datum.end))


def _overlap(one: PersonalDatum, other: PersonalDatum) -> bool:
    return (one.kind, one.page) == (other.kind, other.page) and one.start < other.end and other.start < one.end


def _grouped(
    reading: Reading, fingerprint: Callable[[str], str], left: Mapping[str, Ground], redacted: Collection[str]
) -> Iterator[Noticed]:
    pages = {page.number: page.text for page in reading.pages}
    groups: dict[str, tuple[PersonalKind, str, list[Place]]] = {}
    for datum in _found(reading, fingerprint, redacted):
        text = pages[datum.page]
        words = text[datum.start : datum.end].strip()
        group = groups.setdefault(fingerprint(words), (datum.kind, words, []))
        group[2].append(Place(datum.page, before(text[: datum.start], _AROUND), after(text[datum.end :], _AROUND)))
    for each, (kind, words, places) in groups.items():
        yield Noticed(each, kind, words, tuple(places), left.get(each), each in redacted)
