"""Umlauts and ß: written out or not, they are the same word."""

import re

from indexer.analysis.traced import Traced

#: Letters with marks from other languages, and what is left of them when these fall.
ACCENTS = str.maketrans(
    {
        **dict.fromkeys("àáâãåāæ", "a"),
        **dict.fromkeys("éèêëēę", "e"),
        **dict.fromkeys("íìîïīı", "i"),
        **dict.fromkeys("óòôõøōœ", "o"),
        **dict.fromkeys("úùûūů", "u"),
        **dict.fromkeys("çćč", "c"),
        **dict.fromkeys("ñńň", "n"),
        **dict.fromkeys("śšş", "s"),
        **dict.fromkeys("źžż", "z"),
        "ğ": "g",
        "ł": "l",
        "ý": "y",
    }
)

#: The marks of German.
MARKS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})

#: An umlaut written as two letters; not after a vowel or q, where the e is its own sound: "neue", "Quelle".
DIGRAPH = re.compile(r"(?<![aeiouäöüyq])(?P<vowel>[aou])e")

#: What a ß stands after: vowels, and two consonants in names.
BEFORE_SHARP_S = frozenset("aeiouäöüyrn")

UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}


def without_accents(word: str) -> str:
    """Return a lower-case word without foreign marks: "café" is "cafe"; umlauts and ß stay."""
    return word if word.isascii() else word.translate(ACCENTS)


def fold(word: str) -> str:
    """Return a lower-case word without marks on its letters: "straße" and "strasse" become "strasse"."""
    return word if word.isascii() else word.translate(ACCENTS).translate(MARKS)


def fold_digraphs(word: str) -> str:
    """Return a lower-case word without marks and with "ae", "oe", "ue" as "a", "o", "u", whatever they stood for."""
    return DIGRAPH.sub(r"\g<vowel>", fold(word))


def with_umlauts(word: Traced) -> Traced:
    """Return a lower-case word with every "ae", "oe" and "ue" as an umlaut; whether that is a word must be asked."""
    for match in reversed(list(DIGRAPH.finditer(word.text))):
        word = word.replace(match.start(), match.end(), UMLAUTS[match["vowel"]])
    return word


def with_sharp_s(word: Traced) -> Traced:
    """Return a lower-case word with its first "ss" as "ß" where one may stand; whether that is a word must be asked."""
    place = word.text.find("ss")
    may_stand = place > 0 and word.text[place - 1] in BEFORE_SHARP_S
    return word.replace(place, place + 2, "ß") if may_stand else word
