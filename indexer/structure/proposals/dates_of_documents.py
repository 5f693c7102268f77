"""When it was: the date of a meeting or a document, from its head; from its file's name only if need be."""

import re
from collections.abc import Iterator

from archive.values import DatePrecision, DocumentKind
from indexer.structure.dates import FoundDate, find_dates
from indexer.structure.proposals.outline import Line, Outline, Place
from indexer.structure.proposals.proposal import Field, Proposal

_MEETING_DATE = re.compile(r"(?:\w*datum|termin|wann|tag|zeit(?:punkt|raum)?|sitzungstermin|am)\b.*", re.IGNORECASE)
_WHAT_IT_IS = re.compile(r"(?:art|sitzung|treffen|veranstaltung|anlass|betreff|titel|thema|protokoll)\b", re.IGNORECASE)
_AS_OF = re.compile(r"\b(?:stand|fassung vom|gültig ab|erstellt am|redaktionsschluss)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.\-–/])(?:19|20)\d\d(?![\d.\-–/])(?!\s*(?:bis|Euro|€))")
_NEXT = re.compile(
    r"\b(?:nächste[rsn]?|folgetermin|frist|bis zum|bis spätestens|bis(?=\s*$)|letzte[rsn]? (?:sitzung|treffen))\b",
    re.IGNORECASE,
)

#: A file's name joins words by "_" and runs months into years: "mitschrift_mai2020".
_RUN_TOGETHER = re.compile(r"(?<=[a-zä])(?=(?:19|20)\d\d)|_|-(?=[A-Za-zä])|(?<=[a-z])-(?=(?:19|20)\d\d)")

#: A line this far down the text no longer belongs to the head.
_HEAD_LINES = 12
_SURE_OF_FIELD, _SURE_OF_TITLE, _SURE_OF_LEAD, _SURE_OF_PROPERTIES = 0.97, 0.92, 0.9, 0.75
_SURE_OF_BODY, _SURE_OF_FILE_NAME, _SURE_OF_YEAR, _SURE_OF_OTHER = 0.6, 0.65, 0.7, 0.45
#: A year in a file's name or properties is a hint only.
_HINT = 0.55
#: A month is less than a day, and what is less counts only where nothing is more.
_COARSE = 0.03


def propose_date(document: Outline, kind: str) -> Iterator[Proposal]:
    """Yield the date that a document's head names, or nothing.

    Args:
        document: The document's lines.
        kind: Label of the kind it is taken for: minutes are of the day of the meeting, other papers of their own.
    """
    found = [*_dates(document, kind), *_years(document)]
    if found:
        yield max(found, key=lambda proposal: proposal.confidence)


def iso(found: FoundDate) -> str:
    """Return a date as exact as it is known: "2019-04-03", "2019-04-03/2019-04-04", "2019-04", "2019"."""
    length = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}[found.precision]
    first, last = found.start.isoformat(), found.end.isoformat()
    if first[5:] == "01-01" and last[5:] == "12-31":
        length = 4
    return "/".join(dict.fromkeys((first[:length], last[:length])))


def head_dates(document: Outline) -> Iterator[tuple[FoundDate, Line, float]]:
    """Yield the dates of the front, the head's fields and the first lines, each with how far it is trusted."""
    body = document.at(Place.BODY, Place.HEADING)[:_HEAD_LINES]
    for line in (*document.front, *document.fields, *body):
        text = _RUN_TOGETHER.sub(" ", line.text) if line.place is Place.FILE_NAME else line.text
        for found in find_dates(text):
            if not _NEXT.search(text[: found.text_start]):
                yield found, line, _trust(line)
                break


def _trust(line: Line) -> float:
    """Return how far a line's date is trusted to be the document's."""
    if line.place is Place.FIELD:
        return _SURE_OF_FIELD if _MEETING_DATE.match(line.label) else _trust_in_other_field(line)
    return {
        Place.TITLE: _SURE_OF_TITLE,
        Place.LEAD: _SURE_OF_LEAD,
        Place.RUNNING: _SURE_OF_PROPERTIES,
        Place.FILE_NAME: _SURE_OF_FILE_NAME,
        Place.HEADING: _SURE_OF_BODY + 0.05,
    }.get(line.place, _SURE_OF_BODY)


def _trust_in_other_field(line: Line) -> float:
    """A field that says what it is may say when; others name dates of something else."""
    return _SURE_OF_LEAD if _WHAT_IT_IS.match(line.label) else _SURE_OF_OTHER


def _dates(document: Outline, kind: str) -> Iterator[Proposal]:
    of_meeting = kind in (DocumentKind.PROTOKOLL.value, DocumentKind.TAGESORDNUNG.value)
    for found, line, trust in head_dates(document):
        confidence = trust - _COARSE * (found.precision is not DatePrecision.DAY)
        if _AS_OF.search(line.text) or _AS_OF.search(line.label):
            confidence = _SURE_OF_BODY if of_meeting else _SURE_OF_FIELD
        yield Proposal(Field.DATE, iso(found), round(confidence, 3), _evidence(line), line.page)


def _evidence(line: Line) -> str:
    return f"{line.label}: {line.text}" if line.label else line.text


def _years(document: Outline) -> Iterator[Proposal]:
    """Yield years that stand alone in the front: "Faltblatt 2019"."""
    for line in document.front:
        found = _YEAR.search(line.text)
        if found and not find_dates(line.text):
            trust = _SURE_OF_YEAR if line.place in (Place.TITLE, Place.LEAD) else _HINT
            yield Proposal(Field.DATE, found.group(), trust, line.text, line.page)
