"""Words broken over two lines are made whole; true hyphens stay."""

import re
from collections.abc import Iterable
from functools import reduce

#: Before one of these a hyphen stands for the rest of a compound: "Kinder- und Jugendarbeit".
CONJUNCTIONS = ("und", "oder", "bzw.", "sowie", "bis", "wie", "als", "statt", "noch", "aber", "u.", "o.", "&", "/")

_BROKEN = re.compile(r"\w-\Z")
_CONJUNCTION = re.compile(r"(?:{})(?!\w)".format("|".join(map(re.escape, CONJUNCTIONS))))
#: Written small only because the name wants it: "iQ", "eMail".
_SMALL_FIRST = re.compile(r"[a-zäöü][A-ZÄÖÜ]")
_WORD_END = re.compile(r"[\s(/„\"]")


def join_all(lines: Iterable[str]) -> str:
    """Join the lines of one paragraph."""
    return reduce(join_lines, lines)


def join_lines(first: str, second: str) -> str:
    """Join two lines of one paragraph.

    A hyphen at a line's end is the typesetter's where a small letter follows ("Quartiers-" "management").
    It is the writer's before a capital, a digit or "iQ", behind an abbreviation ("JMD-" "eigene"), and before
    "und" and its like, where a space follows it.
    """
    if not _BROKEN.search(first) or _CONJUNCTION.match(second):
        return f"{first} {second}"
    return (first if _is_writers(first, second) else first[:-1]) + second


def _is_writers(first: str, second: str) -> bool:
    """Tell whether the hyphen belongs to the word."""
    if not second[:1].islower() or _SMALL_FIRST.match(second):
        return True
    word = _WORD_END.split(first)[-1][:-1]
    return not word[-1].isalpha() or (len(word) > 1 and word.isupper())
