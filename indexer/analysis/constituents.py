"""What may be a part of a compound: a head at its end, a modifier before it."""

from functools import lru_cache
from typing import NamedTuple

from indexer.analysis.lexicon import Lexicon
from indexer.analysis.persons import Persons
from indexer.analysis.wordlist import read_words

#: Shorter parts than this split more words wrongly than rightly, but for a list of short nouns.
SHORTEST_PART = 4

#: Rarer parts, as Zipf value, are mostly chance: "verst|ätigung".
RAREST_PART = 1.5

#: Verbs and adjectives must be this common to count as modifiers: rare ones are mostly chance.
COMMON_MODIFIER = 3.2

#: What a verb stem or an adjective counts less than a noun: most compounds are made of nouns.
RARER_AS_MODIFIER = 0.8

#: What a form counts less that had to be changed to be a known noun.
CHANGED = 0.3

#: The frequency of an element that stands first only; its own count says nothing about compounds.
COMMON_ELEMENT = 4.0

#: What an infinitive counts less as a noun: most of its occurrences are the verb's.
INFINITIVE = 1.0

#: After these a last e is never left out: "Akademie".
VOWELS = "aeiouäöü"

#: Parts remembered; they come again in word after word.
REMEMBERED = 40_000


class Part(NamedTuple):
    """A part of a compound.

    Attributes:
        surface: as written, with its linking element: "arbeits".
        base: the word it stands for: "arbeit".
        frequency: of the base on the Zipf scale, less what its form costs.
    """

    surface: str
    base: str
    frequency: float


class Constituents:
    """Decides with the lexicon what may be a part of a compound."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._persons = Persons(lexicon)
        self._short = read_words("short-parts.txt")
        suffixes = read_words("suffixes.txt")
        self._only_first = read_words("first-elements.txt")
        self._never_first = suffixes | read_words("particles.txt")
        self._never_last = suffixes | read_words("last-elements.txt")
        self._readings = (self._noun, self._linked, self._elided, self._verb, self._adjective)
        self.head = lru_cache(REMEMBERED)(self._head)
        self.modifier = lru_cache(REMEMBERED)(self._modifier)

    def _head(self, surface: str) -> Part | None:
        """Return the part a compound may end with: a noun, perhaps inflected."""
        noun = self._noun(surface)
        return noun if noun and noun.frequency >= RAREST_PART and surface not in self._never_last else None

    def _modifier(self, surface: str) -> Part | None:
        """Return the likeliest reading of what stands before the head."""
        if surface in self._never_first:
            return None
        if surface in self._only_first:
            return Part(surface, surface, COMMON_ELEMENT)
        best = None
        for reading in self._readings:
            part = reading(surface)
            if part and (best is None or part.frequency > best.frequency):
                best = part
        return best if best and best.frequency >= RAREST_PART else None

    def _noun(self, surface: str) -> Part | None:
        """Read a noun, in its base form or not: "amt", "städte", "tages", "bewohnerinnen"."""
        if surface in self._lexicon.nouns and self._long_enough(surface):
            return Part(surface, surface, self._frequency(surface))
        form = self._persons.fold(surface)
        noun = self._lexicon.noun(form) if self._lexicon.is_word(form) else None
        if not noun or not self._long_enough(noun):
            return None
        return Part(surface, noun, max(self._frequency(surface), self._frequency(noun)) - CHANGED)

    def _linked(self, surface: str) -> Part | None:
        """Read a noun with a linking s: "arbeits", "förderungs"."""
        base = surface[:-1]
        if (
            not surface.endswith("s")
            or base not in self._lexicon.nouns
            or not self._long_enough(base)
            or base in self._never_first
        ):
            return None
        return Part(surface, base, self._lexicon.frequency(base))

    def _elided(self, surface: str) -> Part | None:
        """Read a noun without its last e: "schul", "sprach"."""
        base = f"{surface}e"
        if base not in self._lexicon.nouns or len(surface) < SHORTEST_PART or surface[-1] in VOWELS:
            return None
        return Part(surface, base, self._lexicon.frequency(base) - CHANGED)

    def _verb(self, surface: str) -> Part | None:
        """Read the stem of a common verb: "wohn", "förder"."""
        infinitive = f"{surface}n" if surface.endswith(("er", "el")) else f"{surface}en"
        if len(surface) < SHORTEST_PART or not self._is_verb(infinitive, surface):
            return None
        return Part(surface, infinitive, self._lexicon.frequency(infinitive) - RARER_AS_MODIFIER)

    def _is_verb(self, infinitive: str, stem: str) -> bool:
        common = self._lexicon.frequency(infinitive) >= COMMON_MODIFIER
        return common and f"{stem}t" in self._lexicon.words and infinitive in self._lexicon.words

    def _adjective(self, surface: str) -> Part | None:
        """Read a common adjective: "groß", "sozial"."""
        frequency = self._lexicon.frequency(surface)
        if len(surface) < SHORTEST_PART or frequency < COMMON_MODIFIER or not self._lexicon.is_adjective(surface):
            return None
        return Part(surface, surface, frequency - RARER_AS_MODIFIER)

    def _frequency(self, noun: str) -> float:
        """Return how common a noun is, as far as can be told from a count that knows no capitals."""
        stem = noun.removesuffix("n").removesuffix("e")
        share = INFINITIVE if noun.endswith("n") and f"{stem}t" in self._lexicon.words else 0
        return self._lexicon.frequency(noun) - share

    def _long_enough(self, word: str) -> bool:
        return len(word) >= SHORTEST_PART or word in self._short
