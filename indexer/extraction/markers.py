"""What begins an item of a list."""

import re
from itertools import pairwise

from indexer.extraction.language import SMALL_WORDS

_BULLET = re.compile(r"[•◦▪▫■□●○‣⁃·➢➔►✓✔☐☑☒→»\-–—*o](?=\s)\s*")
#: "1." "2)" "3.1" "a)" "(b)" "iv." with a space behind; a date ("3. Mai", "3.5.2019") or year is none.
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,2}\.?|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}\.){1,4}|\d{1,2}(?:\.\d{1,2}){1,3}|[a-z]\.)\s+"
    r"(?!(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*\b)"
)
_AGENDA = re.compile(
    r"(?:[Zz]u )?(?:(?:TOP|Top|Tagesordnungspunkt)\s?\d{1,2}(?:\.\d{1,2})*\b"
    r"|Punkt\s?\d{1,2}(?:[:.)]|\s+[–-]|\s+[A-ZÄÖÜ]))"
)
#: A number of any kind, with or without a sign behind it: "1 Begrüßung", "II. Wahl", "C) Fest", "4 – Ende", "2.Rat".
_ORDINAL = re.compile(r"(?P<number>\d{1,2}|[IVX]{1,5}|[A-Z])(?:[.):]{1,2}\s*|(?:\s+[–-])?\s+)(?=\S)")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LABEL = re.compile(r"[A-ZÄÖÜ][\w/()* -]{0,30}:(?!\S)")
_SENTENCE_END = re.compile(r"[.:;!?]\W*\Z")


def begins_item(line: str) -> bool:
    """Tell whether a line begins with a bullet, a number or "TOP 3"."""
    return bool(_BULLET.match(line) or _NUMBER.match(line) or _AGENDA.match(line))


def carries_on(item: str, line: str) -> bool:
    """Tell whether a line begins with the number after the one an item begins with, in figures, letters or Roman."""
    first, second = _ORDINAL.match(item), _ORDINAL.match(line)
    return bool(first and second and second["number"] in _successors(first["number"]))


def _successors(number: str) -> set[str]:
    """Return the numbers that may follow: "I" is a letter or a Roman number."""
    if number.isdecimal():
        return {str(int(number) + 1)}
    letter = {chr(ord(number) + 1)} if len(number) == 1 else set()
    return letter | {following for each, following in pairwise(_ROMAN) if each == number}


def begins_label(above: str, line: str) -> bool:
    """Tell whether a line begins with a label ("Ort: Berlin") behind a whole sentence or another label."""
    return bool(_LABEL.match(line) and (_SENTENCE_END.search(above) or _LABEL.match(above)))


def is_unfinished(line: str, following: str) -> bool:
    """Tell whether a sentence runs on: the next line begins small, or this one ends with a comma or a small word."""
    if _SENTENCE_END.search(line):
        return False
    last = line.rsplit(maxsplit=1)[-1].lower()
    return following[:1].islower() or last.endswith(",") or any(last in words for words in SMALL_WORDS.values())
