"""Removes the markers of gender-neutral writing; what is left is the feminine form."""

import re

from indexer.analysis.traced import Traced

#: A marker and the ending it announces, also in the middle of a word: "Bürger*innenbeteiligung".
MARKED_FEMININE = re.compile(r"(?<=[^\W\d_]{2})(?:[*:_·•]|/\s?-?|\(-?)(?P<ending>[iI]n(?:nen)?)(?P<bracket>\)?)")

#: A marker and a declension: "jede*r", "Datenschutzbeauftragte:r".
MARKED_DECLENSION = re.compile(r"(?<=[^\W\d_])[*:_·•](?P<ending>e[nr]?|[mnrs])(?P<bracket>)$")

#: The capital letter as marker: "BürgerInnen", "LehrerIn", "SchülerInnenrat".
CAPITAL = re.compile(r"(?<=[a-zäöüß]{2})I(?=n(?:nen[a-zäöüß]*)?$)")


def unmark(word: Traced) -> Traced:
    """Return the word with its gender marker taken out.

    Bewohner*innen, Bewohner:innen, Bewohner_innen, Bewohner·innen, Bewohner/-innen, Bewohner/innen, Bewohner(innen)
    and BewohnerInnen all become "Bewohnerinnen".
    """
    marked = MARKED_FEMININE.search(word.text) or MARKED_DECLENSION.search(word.text)
    if marked:
        word = word.replace(marked.end("ending"), marked.end("bracket"), "")
        word = word.replace(marked.start(), marked.start("ending"), "")
        return word if marked.start() + 1 > len(word.text) else _small(word, marked.start())
    capital = CAPITAL.search(word.text)
    return _small(word, capital.start()) if capital else word


def _small(word: Traced, place: int) -> Traced:
    return word.replace(place, place + 1, word.text[place].lower())
