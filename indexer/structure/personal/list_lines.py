"""Lines of attendance lists without a ruled table: what names one, the head of its columns, a row with a name."""

import re
from collections.abc import Iterator

from indexer.structure.personal.persons import NAME, PARTICLE, is_full_name, is_role

_LIST = (
    r"(?:(?:teilnahme|teilnehm[\w:*/]*?|anwesenheits|tn|unterschriften)[-\s]?listen?"
    r"|liste\s+der\s+(?:teilnehm\w+|anwesenden))"
)
_NAMED = re.compile(rf"(?<![^\W_]){_LIST}(?![^\W_])", re.IGNORECASE)
#: What is written about lists is none, nor is a line that sends the reader to one, nor a sentence.
_ABOUT = re.compile(
    r"(?<!\w)(?:vermerk|umgang|vorlage|muster|hinweise?|merkblatt|regel(?:n|ung)?|leitfaden|anleitung|datenschutz\w*|siehe"
    r"|lieg(?:t|en)|anlage|beigefügt|ohne|keine?)(?!\w)"
    rf"|(?<!\w)(?:mit|in|auf|zu|zur|zum|von|für|über|de[rnms]|die|eine[rnms]?)\s+(?:\w+\s+)?{_LIST}|[.!?]\s*$",
    re.IGNORECASE,
)
#: A longer line is a sentence.
_LONGEST = 120

_NAME_HEAD = r"(?:(?:vor-?|nach|familien)?name[n]?|teilnehm[\w:*/]+)"
_BESIDE_HEAD = (
    r"(?:unterschrift|kürzel|signatur|e-?mail(?:-?adresse)?|telefon(?:nummer)?|einrichtung|organisation|institution|träger"
    r"|standort|funktion)"
)
_HEAD = re.compile(
    r"\W*(?:(?:(?:lfd\W{1,2})?nr|pos|#)?\W+)?"
    rf"(?:(?:{_NAME_HEAD}|{_BESIDE_HEAD}|datum|ort|stadt|und|tag \d)(?:[\s,/|]+|$))+",
    re.IGNORECASE,
)
_ASKS_NAME = re.compile(rf"(?<!\w){_NAME_HEAD}(?!\w)", re.IGNORECASE)
_ASKS_MORE = re.compile(rf"(?<!\w){_BESIDE_HEAD}(?!\w)", re.IGNORECASE)

_NUMBER = re.compile(r"\s*\d{1,3}[.)]?\s+")
_GAP = re.compile(r"\t+|\s{2,}")
_FIRST_WORDS = re.compile(rf"(?:{NAME}\s)(?:{PARTICLE}){NAME}(?=\s)")
#: "Wolkenstein, Mira"
_TURNED = re.compile(rf"{NAME},\s{NAME}")


def names_a_list(line: str) -> bool:
    """Tell whether a title, first line or file name says that what follows is an attendance list."""
    return len(line) <= _LONGEST and bool(_NAMED.search(line)) and not _ABOUT.search(line)


def begins_a_list(line: str) -> bool:
    """Tell whether a line names an attendance list with its first word."""
    return names_a_list(line) and bool(_NAMED.match(line.lstrip(" \t-–•*#")))


def is_head_of_columns(line: str) -> bool:
    """Tell whether a line is the head of columns that ask for names beside signatures, organisations or the like."""
    return (
        len(line) <= _LONGEST
        and bool(_HEAD.fullmatch(line))
        and bool(_ASKS_NAME.search(line))
        and bool(_ASKS_MORE.search(line))
    )


def named_in_row(line: str) -> tuple[int, int] | None:
    """Return the place of the full name in a row of columns that spaces part, or None.

    A row has more than the name: "1  Mira Muster   Gotha", "1. Mira Muster Jugendhaus Gotha".
    """
    number = _NUMBER.match(line)
    start = number.end() if number else len(line) - len(line.lstrip())
    row = line[start:].rstrip()
    for end in _ends_of_names(row):
        if _is_name(row[:end]):
            return start, start + end
    words = _FIRST_WORDS.match(row) if number and not _GAP.search(row) else None
    return (start, start + words.end()) if words and not is_role(words.group()) else None


def _ends_of_names(row: str) -> Iterator[int]:
    """Yield where the first cell ends, and the second: a first and a last name may have columns of their own."""
    for gap in list(_GAP.finditer(row))[:2]:
        yield gap.start()


def _is_name(cells: str) -> bool:
    words = _GAP.sub(" ", cells)
    return is_full_name(words) or (bool(_TURNED.fullmatch(words)) and not is_role(words.replace(",", "")))
