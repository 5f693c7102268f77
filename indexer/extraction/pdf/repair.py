"""Traps in the text PDFs give, and their cure."""

import re

from indexer.extraction.normal import normal

#: A diaeresis set apart from its vowel, as LaTeX's old fonts do: "Gesch¨aftsjahr", "f¨ ur".
_APART = re.compile(r"\u00a8 ?([aouAOU])")
#: A diaeresis that pdfium moved behind its vowel or to a line's end cannot be placed again.
_LOST = re.compile(r" ?\u00a8")
_FORM_FEED = re.compile(r"[\t\f\x1c-\x1e\x85]+")


def repair(line: str) -> str:
    """Return a line's text with its umlauts whole, in normal form, without spaces at its ends."""
    whole = _APART.sub("\\1\u0308", line)
    return normal(_FORM_FEED.sub(" ", _LOST.sub("", whole))).strip()
