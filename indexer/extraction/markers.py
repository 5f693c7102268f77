"""What begins an item of a list."""

import re

from indexer.extraction.language import SMALL_WORDS

_BULLET = re.compile(r"[•◦▪▫■□●○‣⁃·➢➔►✓✔☐☑☒→»\-–—*o](?=\s)\s*")
#: "1." "2)" "3.1" "a)" "(b)" "iv." with a space behind; a date ("3. Mai", "3.5.2019") or year is none.
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}\.){1,4}|\d{1,2}(?:\.\d{1,2}){1,3}|[a-z]\.)\s+"
    r"(?!(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*\b)"
)
_AGENDA = re.compile(r"(?:TOP|Top|Tagesordnungspunkt)\s?\d{1,2}(?:\.\d{1,2})*\b")
_LABEL = re.compile(r"[A-ZÄÖÜ][\w/()* -]{0,30}:(?!\S)")
_SENTENCE_END = re.compile(r"[.:;!?]\W*\Z")


def begins_item(line: str) -> bool:
    """Tell whether a line begins with a bullet, a number or "TOP 3"."""
    return bool(_BULLET.match(line) or _NUMBER.match(line) or _AGENDA.match(line))


def begins_label(above: str, line: str) -> bool:
    """Tell whether a line begins with a label ("Ort: Berlin") behind a whole sentence or another label."""
    return bool(_LABEL.match(line) and (_SENTENCE_END.search(above) or _LABEL.match(above)))


def is_unfinished(line: str, following: str) -> bool:
    """Tell whether a sentence runs on: the next line begins small, or this one ends with a comma or a small word."""
    if _SENTENCE_END.search(line):
        return False
    last = line.rsplit(maxsplit=1)[-1].lower()
    return following[:1].islower() or last.endswith(",") or any(last in words for words in SMALL_WORDS.values())
