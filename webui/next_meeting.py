"""Answers who asks for the next meeting from what is on record, since no minutes can say it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from archive.entries import MeetingEntry
from archive.vocabulary import fold

_NEXT = re.compile(r"(?:nächst|naechst|kommend)e[nrsm]?")
_WORD = re.compile(r"\w+")
#: Calls a meeting of any kind one.
_ANY_KIND = "treffen"
#: What else such a question is made of. Any other word asks for something else: "Aufgaben bis zum nächsten Treffen".
_ASKING = frozenset(
    {
        "wann",
        "wo",
        "ist",
        "sind",
        "wird",
        "findet",
        "finden",
        "statt",
        "es",
        "gibt",
        "und",
        "termin",
        "termine",
        "datum",
    }
    | {"ort", "der", "die", "das", "den", "dem", "des", "ein", "für", "fürs", "vom", "zum", "von"}
)
#: What a name may end with besides.
_ENDINGS = ("", "s", "e", "es", "en")


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """What is on record of meetings of a kind."""

    #: The label of the kind, or "" for any.
    kind: str
    #: The first to come, or None.
    coming: MeetingEntry | None
    #: The last that was held, or None.
    held: MeetingEntry | None


def asked_kind(query: str, kinds: Mapping[str, str]) -> str | None:
    """Return of which kind the next meeting is asked for, "" for any, or None where something else is asked for.

    Args:
        query: As it was typed.
        kinds: Every name of a kind of meeting, folded, with the label of the kind.
    """
    words = _WORD.findall(fold(query))
    left = [word for word in words if word not in _ASKING and not _NEXT.fullmatch(word)]
    if len(left) != 1 or not any(map(_NEXT.fullmatch, words)):
        return None
    if _is_form(left[0], _ANY_KIND):
        return ""
    return next((label for name, label in kinds.items() if _is_form(left[0], name)), None)


def next_meeting(kind: str, meetings: Iterable[MeetingEntry], today: date) -> NextMeeting:
    """Return which of the meetings of a kind, "" for any, is the first from a day on, and which the last before it."""
    of_kind = sorted((each for each in meetings if kind in ("", each.kind)), key=lambda each: each.start)
    coming = next((each for each in of_kind if each.start >= today), None)
    held = next((each for each in reversed(of_kind) if each.start < today), None)
    return NextMeeting(kind, coming, held)


def _is_form(word: str, name: str) -> bool:
    """Tell whether a word is a name, perhaps inflected: "fachtage"."""
    return word.startswith(name) and word.removeprefix(name) in _ENDINGS
