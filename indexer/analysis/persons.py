"""One base form for the persons of all genders: Bewohnerin, Bewohnende and Bewohner are "bewohner"."""

import re

from indexer.analysis.lexicon import Lexicon
from indexer.analysis.umlaut import fold

FEMININE = re.compile(r"^(?P<base>.{3,})in(?P<plural>nen)?$")
FEMININE_ENDINGS = ("in", "innen")

#: "Mitarbeitende", "Teilnehmenden": participles that stand for persons.
PARTICIPLE = re.compile(r"^(?P<verb>.{3,}?)e?nd(?:e|en|er|em|es)$")
PARTICIPLE_ENDINGS = ("nde", "nden", "nder", "ndem", "ndes")

#: What the forms end with that are folded.
ENDINGS = (*FEMININE_ENDINGS, *PARTICIPLE_ENDINGS)

#: Endings of words for persons, for those the lexicon does not hold: "Bundestutorinnen".
PERSON_ENDINGS = ("er", "or", "ent", "ant", "ist", "eur", "log")


class Persons:
    """Folds the words for persons onto their shortest form, with the lexicon as witness."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def fold(self, word: str) -> str:
        """Return the base form of a lower-case word for a person; other words come back as they are."""
        # Hardly any word ends so, and fewer match: asking first is much faster.
        if not word.endswith(ENDINGS):
            return word
        if word.endswith(FEMININE_ENDINGS):
            return self._masculine(word) or word
        return self._agent(word) or word

    def _masculine(self, word: str) -> str | None:
        """Return "arzt" for "ärztin" and "ärztinnen", where the lexicon has a plural: "Berlin" has none."""
        match = FEMININE.match(word)
        if not match:
            return None
        base = match["base"]
        if not self._lexicon.is_word(f"{base}innen"):
            is_person = base.endswith(PERSON_ENDINGS) and (match["plural"] or base in self._lexicon.nouns)
            return base if is_person else None
        candidates = (base, f"{base}e", fold(base), f"{fold(base)}e")
        nouns = (noun for noun in candidates if noun in self._lexicon.nouns)
        return max(nouns, key=self._lexicon.frequency, default=None)

    def _agent(self, word: str) -> str | None:
        """Return "mitarbeiter" for "mitarbeitende", where there is a person: "fehlende" has no "Fehlerin"."""
        match = PARTICIPLE.match(word)
        if not match:
            return None
        agent = f"{match['verb']}er"
        return agent if agent in self._lexicon.nouns and self._lexicon.is_word(f"{agent}in") else None
