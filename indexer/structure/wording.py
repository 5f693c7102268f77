"""Compares wordings: titles are the same whatever their case, umlauts and punctuation."""

import re
import unicodedata

from rapidfuzz import fuzz

#: Share of letters that agree in two forms of one wording.
_ALMOST_ALL = 0.8

_WORD = re.compile(r"\w+")
#: Letters that decompose into nothing shorter.
_SHARP_S = str.maketrans({"ß": "ss", "ẞ": "ss"})


def any_of(*wordings: str) -> str:
    """Return the pattern of any of some wordings, each a pattern itself."""
    return f"(?:{'|'.join(wordings)})"


def folded(text: str) -> tuple[str, ...]:
    """Return a text's words in small letters, without umlauts and punctuation."""
    plain = unicodedata.normalize("NFKD", text.translate(_SHARP_S)).casefold()
    return tuple(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def likeness(one: str, other: str) -> float:
    """Return how alike two wordings are, 0.0 to 1.0: the F1 measure of their words, or else of their letters.

    Letters count only where nearly all of them agree ("des Vorstands", "der Vorstände").
    """
    words, others = folded(one), folded(other)
    shared = sum(min(words.count(word), others.count(word)) for word in set(words))
    by_words = 2 * shared / (len(words) + len(others)) if shared else 0.0
    by_letters = fuzz.ratio(" ".join(words), " ".join(others)) / 100
    return max(by_words, by_letters if by_letters >= _ALMOST_ALL else 0.0)
