"""Reads what was typed into the row of a document."""

import re
from dataclasses import dataclass, replace
from datetime import date

from werkzeug.datastructures import MultiDict

from archive.licences import Licence
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility
from webui.i18n import mark

#: "3.4.2019", where a browser offers no calendar.
_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", re.ASCII)

#: Longer titles are cut: nobody types them.
LONGEST_TITLE = 300

#: Who may be let find a document here.
CHOICES = (Visibility.INTERNAL, Visibility.PUBLIC, Visibility.COORDINATION)

NO_DAY = mark("Bitte schreiben Sie das Datum so: 3.4.2019.")
BACKWARDS = mark("Das Ende liegt vor dem Anfang.")
NO_TITLE = mark("Bitte geben Sie einen Titel an.")


@dataclass(frozen=True, slots=True)
class Entered:
    """What was typed into a row."""

    details: Details
    #: Who is to find it once it is published.
    visibility: Visibility
    #: Keywords as they were typed; None where they were not asked for.
    keywords: tuple[str, ...] | None
    #: Name of a field → what is wrong with it, to be translated; that field stays as it was.
    wrong: dict[str, str]


def read_row(form: MultiDict[str, str], code: str, before: Details) -> Entered:
    """Return the details of a document as its row says them; what was not sent stays as it was."""
    wrong: dict[str, str] = {}
    title = " ".join(form.get(f"{code}-titel", before.title).split())[:LONGEST_TITLE]
    if not title:
        wrong["titel"] = NO_TITLE
    details = replace(
        before,
        title=title or before.title,
        kind=_kind(form.get(f"{code}-art", ""), before.kind),
        meeting=form.get(f"{code}-treffen", before.meeting),
        date=_date(form.get(f"{code}-von"), form.get(f"{code}-bis"), before.date, wrong),
        sites=tuple(form.getlist(f"{code}-standort")),
        topics=tuple(form.getlist(f"{code}-thema")),
        licence=read_licence(form.get(f"{code}-lizenz")) or before.licence,
    )
    typed = form.get(f"{code}-schlagworte")
    keywords = None if typed is None else tuple(dict.fromkeys(filter(None, map(str.strip, typed.split(",")))))
    return Entered(details, read_visibility(form.get(f"{code}-sichtbarkeit", "")), keywords, wrong)


def read_visibility(typed: str) -> Visibility:
    """Return who is to find a document; what is no choice means colleagues."""
    return next((each for each in CHOICES if each.value == typed), Visibility.INTERNAL)


def read_licence(typed: str | None) -> Licence | None:
    """Return what others may do with a document; None for what is no licence."""
    return next((each for each in Licence if each.value == typed), None)


def _kind(typed: str, before: DocumentKind) -> DocumentKind:
    return next((each for each in DocumentKind if each.value == typed), before)


def _date(
    start: str | None, end: str | None, before: DocumentDate | None, wrong: dict[str, str]
) -> DocumentDate | None:
    """Return the date that was typed, as exact as before where it is the same days."""
    if start is None:
        return before
    days = {name: _day(typed, name, wrong) for name, typed in (("von", start), ("bis", end or ""))}
    if wrong.keys() & days.keys():
        return before
    given = [day for day in days.values() if day]
    if not given:
        return None
    first, last = given[0], given[-1]
    if last < first:
        wrong["bis"] = BACKWARDS
        return before
    if before and (before.start, before.end) == (first, last):
        return before
    return DocumentDate(first, last, DatePrecision.DAY, DateSource.ENTRY)


def _day(typed: str, name: str, wrong: dict[str, str]) -> date | None:
    """Return a day as browsers or people write it, or None for nothing and for what is said to be wrong."""
    found = _GERMAN_DAY.fullmatch(typed.strip())
    try:
        if found:
            day, month, year = map(int, found.groups())
            return date(year, month, day)
        return date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError:
        wrong[name] = NO_DAY
        return None
