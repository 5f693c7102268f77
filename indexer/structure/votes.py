"""Reads votes: "12 Ja, 2 Enthaltungen", "8:0:2", "einstimmig"."""

import re
from dataclasses import dataclass

_YES = r"(?:Ja-?Stimmen?|Ja|(?:Stimmen?\s+)?dafür|Zustimmung(?:en)?|Pro-?Stimmen?|pro)\b"
_NO = r"(?:Nein-?Stimmen?|Nein|dagegen|Gegenstimmen?|Kontra|contra)\b"
_ABSTAINED = r"(?:(?:Stimm)?Enthaltung(?:en)?|enthalten)\b"
_WORDS = (_YES, _NO, _ABSTAINED)
_NUMBER = r"(?P<count>\d{1,4}|keine?)"

#: A count stands before its word ("12 Ja") or behind it ("Dafür 5", "Ja: 12"), in one vote always on the same side.
_BEFORE = tuple(re.compile(rf"\b{_NUMBER}\s+{word}", re.IGNORECASE) for word in _WORDS)
_BEHIND = tuple(re.compile(rf"\b{word}\s*[:=]?\s*{_NUMBER}\b", re.IGNORECASE) for word in _WORDS)
_BEGINS_WITH_WORD = re.compile(rf"^[^\d]*?\b(?:{'|'.join(_WORDS)})\s*[:=]?\s*\d", re.IGNORECASE)
#: "(8:0:2)", "Abstimmung: 12/1/3": for, against, abstained.
_SCORE = re.compile(
    r"(?:^|\(|[Aa]bstimmung\w*:?\s*|[Vv]otum:?\s*|\bmit\s+)(\d{1,3})\s*([:/])\s*(\d{1,3})\s*\2\s*(\d{1,3})(?![\d:/.]|\s*Uhr)"
)
_UNANIMOUS = re.compile(r"\beinstimmig|\bohne Gegenstimmen?\b|\beinvernehmlich|\bim Konsens\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vote:
    """How a meeting voted; a count that is not written is None."""

    yes: int | None
    no: int | None
    abstained: int | None

    @property
    def is_rejection(self) -> bool:
        """Whether more voted against than for."""
        return (self.no or 0) > (self.yes or 0)


def read_vote(text: str) -> Vote | None:
    """Return the vote a text tells, or None; of a unanimous one no count is known."""
    score = _SCORE.search(text)
    if score:
        return Vote(int(score[1]), int(score[3]), int(score[4]))
    forms = _BEHIND if _BEGINS_WITH_WORD.search(text) else _BEFORE
    vote = Vote(*(_count(text, form) for form in forms))
    return vote if vote.yes is not None or vote.no is not None or _UNANIMOUS.search(text) else None


def _count(text: str, form: re.Pattern[str]) -> int | None:
    found = form.search(text)
    if not found:
        return None
    return int(found["count"]) if found["count"].isdigit() else 0
