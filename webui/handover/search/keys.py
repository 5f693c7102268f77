"""The key of a word: how it is looked up by a page that knows no German. `schreibweisen.js` makes the same of it."""

import unicodedata

#: "Muell" and "Müll" have one key, and so have "neu" and "nue": a key leads to all words that have it.
_UMLAUTS = {"ae": "a", "oe": "o", "ue": "u", "ß": "ss"}


def key(word: str) -> str:
    """Return the key of a word: its letters and digits in lower case, without accents and umlauts."""
    plain = unicodedata.normalize("NFD", word.lower())
    kept = "".join(each for each in plain if unicodedata.category(each)[0] in "LN")
    for written, folded in _UMLAUTS.items():
        kept = kept.replace(written, folded)
    return kept


def order(text: str) -> bytes:
    """Return what texts are sorted by where scripts compare them: their UTF-16 code units."""
    return text.encode("utf-16-be", "surrogatepass")
