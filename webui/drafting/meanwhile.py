"""Two people at one row: what somebody else entered meanwhile stays, unless the row says something else of its own.

A row carries a stamp: for each field what it showed, and what was entered then. When it is sent, what has been entered
since is told from that, and a field that was not touched takes nothing back.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from archive.values import Description, Details
from webui.drafting.entering import Entered
from webui.i18n import mark

#: The field of the form that holds the stamp.
STAMP = "gezeigt"

#: Part of a row → the field of `Details` it fills.
PARTS: Mapping[str, str] = {
    "titel": "title",
    "art": "kind",
    "treffen": "meeting",
    "von": "date",
    "standort": "sites",
    "thema": "topics",
    "schlagworte": "keywords",
    "lizenz": "licence",
}

#: Parts with one value each.
ONE_VALUE = ("titel", "art", "treffen", "schlagworte", "lizenz")

CHANGED = mark(
    "Hier wurde inzwischen etwas anderes eingetragen, und das gilt noch. Soll Ihre Eingabe gelten, speichern Sie bitte "
    "noch einmal."
)

#: Hexadecimal digits by which values are told apart.
_LENGTH = 6


def stamp(shown: Mapping[str, str], document: Description) -> str:
    """Return the stamp of a row.

    Args:
        shown: Each part of the row as `sent` reads it where nothing is touched.
        document: What is entered.
    """
    held = _held(document)
    return ".".join(_digest(shown[part]) + _digest(held[part]) for part in PARTS)


def sent(form: MultiDict[str, str], code: str) -> dict[str, str]:
    """Return each part of a row as it was sent, on one line."""
    one = {part: form.get(f"{code}-{part}", "") for part in ONE_VALUE}
    days = "/".join(form.get(f"{code}-{part}", "") for part in ("von", "bis"))
    several = {part: joined(form.getlist(f"{code}-{part}")) for part in ("standort", "thema")}
    return {**{part: " ".join(text.split()) for part, text in one.items()}, "von": days, **several}


def joined(values: list[str] | tuple[str, ...]) -> str:
    """Return values that have no order as one text."""
    return "|".join(sorted(values))


def heed(form: MultiDict[str, str], code: str, document: Description, before: Details, entered: Entered) -> Entered:
    """Return what is to be entered, with what somebody else entered since the row was shown.

    Args:
        form: What was sent.
        code: The document's.
        document: What is entered now.
        before: The same, as details.
        entered: What the row says; what is wrong in it stays as it is, anyway.
    """
    seen = form.get(f"{code}-{STAMP}", "").split(".")
    if len(seen) != len(PARTS):
        return entered
    typed, held = sent(form, code), _held(document)
    for (part, name), known in zip(PARTS.items(), seen, strict=True):
        if known[_LENGTH:] != _digest(held[part]):
            is_touched = known[:_LENGTH] != _digest(typed[part])
            is_conflict = is_touched and _differs(entered, name, before, document)
            entered = _kept(entered, part, name, before, is_conflict=is_conflict)
    return entered


def _kept(entered: Entered, part: str, name: str, before: Details, *, is_conflict: bool) -> Entered:
    """Return what is to be entered with one field as it is now."""
    return replace(
        entered,
        details=replace(entered.details, **{name: getattr(before, name)}),
        keywords=None if name == "keywords" else entered.keywords,
        wrong={**entered.wrong, part: CHANGED} if is_conflict else entered.wrong,
    )


def _differs(entered: Entered, name: str, before: Details, document: Description) -> bool:
    """Tell whether a row says something else of a field than what is entered."""
    if name == "keywords":
        return entered.keywords is not None and set(entered.keywords) != set(document.keywords)
    said, held = (getattr(each, name) for each in (entered.details, before))
    return set(said) != set(held) if isinstance(said, tuple) else bool(said != held)


def _held(document: Description) -> dict[str, str]:
    """Return what is entered of a document, each part on one line."""
    return {
        "titel": document.title,
        "art": document.kind,
        "treffen": document.meeting.key if document.meeting else "",
        "von": f"{document.date.start}/{document.date.end}" if document.date else "",
        "standort": joined(document.sites),
        "thema": joined(document.topics),
        "schlagworte": joined(document.keywords),
        "lizenz": document.licence,
    }


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=_LENGTH // 2).hexdigest()
