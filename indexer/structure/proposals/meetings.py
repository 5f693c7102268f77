"""Which meeting a document belongs to: one of the catalogue, or a new one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.entries import MeetingEntry
from archive.values import DatePrecision, DocumentKind
from indexer.structure.dates import FoundDate
from indexer.structure.proposals.dates_of_documents import head_dates
from indexer.structure.proposals.known import KnownNames
from indexer.structure.proposals.outline import Line, Outline
from indexer.structure.proposals.proposal import Field, Proposal
from indexer.structure.proposals.sites import sites_in

#: Kinds of documents that come out of one meeting; others mention meetings.
_OF_A_MEETING = frozenset(
    kind.value
    for kind in (
        DocumentKind.PROTOKOLL,
        DocumentKind.ERGEBNISDOKUMENTATION,
        DocumentKind.TAGESORDNUNG,
        DocumentKind.PRAESENTATION,
        DocumentKind.FOTOPROTOKOLL,
    )
)
_PLACE = re.compile(r"(?:tagungs|veranstaltungs|sitzungs)?ort|wo|adresse|raum", re.IGNORECASE)
_DIGITAL = re.compile(r"\b(?:digital\w*|online|videokonferenz|virtuell\w*|zoom|big ?blue ?button)\b", re.IGNORECASE)
_REGION = re.compile(r"\b(?:Nord(?:ost|west)?|S[üu]e?d(?:ost|west)?|Ost|West|Mitte)\b", re.IGNORECASE)
_NEW_IN_HEAD = 0.75


@dataclass(frozen=True, slots=True)
class _Clues:
    """What the head of a document says about its meeting."""

    kind: str
    places: tuple[str, ...]
    dates: tuple[FoundDate, ...]
    evidence: Line


def propose_meeting(document: Outline, kind: str, catalogue: KnownNames) -> Iterator[Proposal]:
    """Yield the meeting a document belongs to, or a new one, or nothing.

    Args:
        document: The document's lines.
        kind: Label of the kind it is taken for.
        catalogue: The names that are known.
    """
    clues = _clues(document, catalogue)
    if kind not in _OF_A_MEETING or clues is None:
        return
    scored = [(_score(meeting, clues), meeting) for meeting in catalogue.meetings]
    best, meeting = max(scored, key=lambda each: each[0], default=(0.0, None))
    if meeting and best > 0:
        yield Proposal(Field.MEETING, meeting.title, best, clues.evidence.text, clues.evidence.page)
    else:
        yield from _new(document, clues)


def _clues(document: Outline, catalogue: KnownNames) -> _Clues | None:
    head = (*document.front, *document.fields)
    kind, evidence = next(((label, line) for line in head for label in _kinds_in(line.text, catalogue)), ("", None))
    dates = tuple(found for found, _, _ in head_dates(document))
    line = evidence or next(iter(head), None)
    if line is None:
        return None
    return _Clues(kind, _places(document, catalogue), dates, line)


def _kinds_in(text: str, catalogue: KnownNames) -> Iterator[str]:
    """Yield the kinds of meeting a text names, inflected or not."""
    for kind in catalogue.meeting_kinds:
        names = "|".join(re.escape(name) for name in kind.names)
        if re.search(rf"\b(?:{names})(?:s|es|en|e)?(?!\w)", text, re.IGNORECASE):
            yield kind.label


def _places(document: Outline, catalogue: KnownNames) -> tuple[str, ...]:
    """Return where it was held: as the field says, else as the front says."""
    held = [line for line in document.fields if _PLACE.fullmatch(line.label)]
    found = [label for line in (*held, *document.front) for label in sites_in(line.text, catalogue)]
    if any(_DIGITAL.search(line.text) for line in (*held, *document.front)):
        found.append("digital")
    return tuple(dict.fromkeys(found))


def _score(meeting: MeetingEntry, clues: _Clues) -> float:
    """Return how far the clues speak for a meeting, from 0 to 1."""
    same_kind, same_place = meeting.kind == clues.kind, meeting.place in clues.places
    same_days = any(_same_days(meeting, found) for found in clues.dates)
    same_year = any(meeting.start.year == found.start.year for found in clues.dates)
    if same_days:
        return 0.96 if same_kind and same_place else 0.9 if same_kind or same_place else 0.7
    if same_kind and same_place and same_year and not _other_days(clues):
        return 0.75
    return 0.0


def _same_days(meeting: MeetingEntry, found: FoundDate) -> bool:
    return found.precision is DatePrecision.DAY and found.start <= meeting.end and meeting.start <= found.end


def _other_days(clues: _Clues) -> bool:
    """Tell whether a day is named: one that is not the meeting's speaks against it."""
    return any(found.precision is DatePrecision.DAY for found in clues.dates)


def _new(document: Outline, clues: _Clues) -> Iterator[Proposal]:
    """Yield a meeting the catalogue does not know: "Standorttreffen Hamburg 2019"."""
    days = [found for found in clues.dates if found.precision is DatePrecision.DAY]
    if not clues.kind or not days:
        return
    front = " ".join(
        line.text for line in (*document.front, *document.fields) if clues.kind.lower() in line.text.lower()
    )
    region = _REGION.search(front) if clues.kind == "Regionaltreffen" else None
    parts = (clues.kind, region.group().title() if region else "", *clues.places[:1], str(days[0].start.year))
    title = " ".join(part for part in parts if part)
    yield Proposal(Field.MEETING, title, _NEW_IN_HEAD, clues.evidence.text, clues.evidence.page)
