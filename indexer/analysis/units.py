"""Takes apart what hyphens and other signs hold together; shared by both chains."""

import re

from indexer.analysis.gender import unmark
from indexer.analysis.traced import Traced

#: Signs inside of a word that are not spoken: "geht's", "i.Q."
SILENT = re.compile(r"['’.]")

UNIT = re.compile(r"[^-–&]+")

LETTER = re.compile(r"[^\W\d_]")


def units(written: str) -> list[Traced]:
    """Return the units of a word as it is written: "JMD-Standort" has two, "Standort" and "2018-11-06" have one.

    Gender markers and silent signs are left out; the units still know their places in the word.
    """
    word = Traced.of(written)
    if is_plain(written) or not LETTER.search(written):
        return [word]
    word = unmark(word)
    for sign in reversed(list(SILENT.finditer(word.text))):
        word = word.replace(sign.start(), sign.end(), "")
    return [word.cut(*unit.span()) for unit in UNIT.finditer(word.text)]


def is_plain(written: str) -> bool:
    """Tell whether a word is letters only, small but for the first: most words are, and have nothing to take apart."""
    return written.isalpha() and written[1:].islower()
