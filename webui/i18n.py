"""Languages of the pages: the only module that knows Flask-Babel.

German is the source language; English comes from ``translations``. The language is asked for by ``?lang=`` or, failing
that, by the browser. It is carried along in every link, because the archive sets no cookies.
"""

from datetime import date, datetime
from typing import Any

from babel import Locale
from babel.dates import format_date, get_timezone
from babel.numbers import format_decimal
from flask import Flask, has_request_context, request
from flask_babel import Babel, get_locale
from flask_babel import gettext as _gettext

__all__ = ["LANGUAGES", "PARAMETER", "day", "days", "decimal", "gettext", "language", "mark", "month", "translated"]

#: Language of the address → locale of its texts and dates; British English because its dates read like German ones.
LANGUAGES = {"de": "de", "en": "en_GB"}

#: How a language writes the first day of a range of days.
DAY_OF_MONTH = {"de": "d.", "en": "d"}

#: The clock that readers live by.
CLOCK = get_timezone("Europe/Berlin")

#: The address parameter that asks for a language.
PARAMETER = "lang"


def gettext(text: str, **values: str) -> str:
    """Return a text in the reader's language, values put in; German where nobody reads a page."""
    return str(_gettext(text, **values))


def mark(text: str) -> str:
    """Mark a text for the catalogue that is translated later, by ``translated``."""
    return text


def translated(text: str) -> str:
    """Return a marked text in the reader's language."""
    return gettext(text) if text else ""


def language() -> str:
    """Return the reader's language, "de" or "en"; German where nobody reads a page."""
    return _locale().language


def day(value: date) -> str:
    """Write a day out: "3. April 2019"."""
    return format_date(value, "long", locale=_locale())


def moment(value: datetime) -> str:
    """Write a moment in UTC out as clocks in Germany show it: "3. April 2019, 14:05"."""
    local = value.astimezone(CLOCK)
    return f"{day(local)}, {local:%H:%M}"


def month(value: date) -> str:
    """Write a month out: "April 2019"."""
    return format_date(value, "LLLL yyyy", locale=_locale())


def quarter_name(number: int) -> str:
    """Write a quarter of a year by its months: "Januar–März"."""
    first = date(2000, 3 * number - 2, 1)
    names = (format_date(each, "LLLL", locale=_locale()) for each in (first, first.replace(month=first.month + 2)))
    return "–".join(names)


def days(start: date, end: date) -> str:
    """Write a range of days out: "3.–4. April 2019", "30. April – 1. Mai 2019"."""
    if start == end:
        return day(start)
    first = DAY_OF_MONTH[language()]
    if (start.year, start.month) == (end.year, end.month):
        return f"{format_date(start, first, locale=_locale())}–{day(end)}"
    pattern = f"{first} MMMM" if start.year == end.year else "long"
    return f"{format_date(start, pattern, locale=_locale())} – {day(end)}"


def decimal(value: float) -> str:
    """Write a number with at most one decimal: "1,2"."""
    return format_decimal(round(value, 1), locale=_locale())


def init_app(app: Flask) -> None:
    """Give an app its languages."""
    Babel(app, default_locale="de", locale_selector=_best_locale)
    app.url_defaults(_keep_language)


def _asked() -> str | None:
    asked = request.args.get(PARAMETER, "") if has_request_context() else ""
    return asked if asked in LANGUAGES else None


def _locale() -> Locale:
    return get_locale() or Locale("de")


def _best_locale() -> str:
    return LANGUAGES[_asked() or _preferred()]


def _preferred() -> str:
    """Return the first language the browser asks for that there is; "en-US" asks for English."""
    wanted = (tag.partition("-")[0].lower() for tag in request.accept_languages.values())
    return next((code for code in wanted if code in LANGUAGES), "de")


def _keep_language(endpoint: str, values: dict[str, Any]) -> None:
    asked = _asked()
    if asked and endpoint != "static":
        values.setdefault(PARAMETER, asked)
