"""One way to write each character, whatever file it came from."""

import re
import unicodedata

#: Ligatures are letters to a printer and noise to a search; NFKC would also break "²" and "½".
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
#: Spaces and hyphens that differ in how lines break, not in what they say.
PLAIN = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2010": "-", "\u2011": "-", "\u2028": "\n"}
#: Characters that are not seen: soft hyphen, zero-width marks, byte order mark.
UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
#: Symbol and Wingdings place their bullets in the private use area.
BULLET = "•"

_TABLE = str.maketrans(LIGATURES | PLAIN | UNSEEN | {"\r": "\n", "\x0b": "\n", "\u2029": "\n"})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


def normal(text: str) -> str:
    """Return the text in NFC, without ligatures, unseen characters and control characters.

    Line feeds, form feeds and tabs stay; a carriage return becomes a line feed.
    """
    plain = text.replace("\r\n", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", _PRIVATE.sub(BULLET, _CONTROL.sub("", plain)))
