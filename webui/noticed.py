"""What was noticed of personal data in a document, the same words once, with what was decided about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.archive import Archive
from archive.privacy.privacy import Privacy
from archive.privacy.values import Ground
from archive.values import Description
from indexer.extraction.pages import Reading
from indexer.index.texts import Texts
from indexer.structure.personal.datum import PersonalKind
from indexer.structure.personal.finding import find_personal_data

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


def noticed(archive: Archive, texts: Texts, document: Description) -> tuple[Noticed, ...] | None:
    """Return what was noticed in a document's current version in reading order, or None while it is not read."""
    reading = texts.pages(document.checksum)
    if reading is None:
        return None
    left = archive.privacy.left((document.code,))
    return tuple(_grouped(reading, document.code, archive.privacy, left[document.code]))


def undecided(archive: Archive, texts: Texts, document: Description) -> tuple[Noticed, ...]:
    """Return what hinders publication: all that was noticed and about which nothing was decided."""
    return tuple(each for each in noticed(archive, texts, document) or () if each.ground is None)


def undecided_in(privacy: Privacy, readings: Mapping[str, Reading]) -> dict[str, tuple[Noticed, ...]]:
    """Return what hinders publication of some documents, both by their codes, from what was read of them."""
    left = privacy.left(readings)
    found = {code: _grouped(reading, code, privacy, left[code]) for code, reading in readings.items()}
    return {code: tuple(each for each in some if each.ground is None) for code, some in found.items()}


def _grouped(reading: Reading, code: str, privacy: Privacy, left: Mapping[str, Ground]) -> Iterator[Noticed]:
    pages = {page.number: page.text for page in reading.pages}
    groups: dict[str, tuple[PersonalKind, str, list[Place]]] = {}
    for datum in find_personal_data(reading.pages):
        text = pages[datum.page]
        words = text[datum.start : datum.end].strip()
        before, after = text[: datum.start][-_AROUND:], text[datum.end :][:_AROUND]
        group = groups.setdefault(privacy.fingerprint(code, words), (datum.kind, words, []))
        group[2].append(Place(datum.page, before, after))
    for each, (kind, words, places) in groups.items():
        yield Noticed(each, kind, words, tuple(places), left.get(each))
