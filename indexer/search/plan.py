"""A query put into terms: what the executor looks up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Word:
    """One word: found by its term, or by all of its parts."""

    wholes: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """All its terms."""
        return (*self.wholes, *self.parts)


@dataclass(frozen=True, slots=True)
class ExactWords:
    """Terms of the short chain with their distances from the first."""

    terms: tuple[str, ...]
    offsets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WordsBeginning:
    """Every term of the short chain that begins so."""

    beginning: str


Leaf = Word | ExactWords | WordsBeginning


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way in which a want is met: by all of these together."""

    leaves: tuple[Leaf, ...]
    #: What its score counts.
    weight: float = 1.0
    #: Whether it counts only where all of it stands: some words of what an abbreviation stands for say nothing.
    is_whole: bool = False

    def words(self) -> tuple[Word, ...]:
        """Those of its leaves that are words in any form."""
        return tuple(leaf for leaf in self.leaves if isinstance(leaf, Word))


@dataclass(frozen=True, slots=True)
class Want:
    """Something the query asks for: met by at least one of its alternatives, scored by the best of them."""

    alternatives: tuple[Alternative, ...]
    #: Words may be missing where others match; phrases, beginnings and alternatives with OR must be there.
    is_required: bool

    def is_of_words(self) -> bool:
        """Tell whether it was typed as words in any form."""
        return bool(self.alternatives[0].words())


class Breadth(StrEnum):
    """How many of the words a passage needs."""

    #: As many as any passage has: where hits stand in the order of their dates, those with less would hide the others.
    ALL = "all"
    #: As many as any passage has, and where few have them, others follow: who types few words means all of them.
    FIRST_ALL = "first all"
    #: One, if it counts enough: a question holds words that its answer does not repeat.
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a query wants, and what must not be there."""

    wants: tuple[Want, ...]
    excluded: tuple[Alternative, ...]
    breadth: Breadth = Breadth.FIRST_ALL
    #: Where and when: no passage needs it, but it may have it in place of some of the words.
    frame: tuple[Want, ...] = ()
    #: What only adds to the score where it is found.
    form: tuple[Want, ...] = ()

    def narrowed(self) -> "Plan":
        """Return the same that is met only by passages with as many of the words as any has."""
        return replace(self, breadth=Breadth.ALL)

    def scored(self) -> tuple[Want, ...]:
        """Everything that adds to a score."""
        return (*self.wants, *self.frame, *self.form)

    def terms(self) -> frozenset[str]:
        """The terms of the German chain that are looked for."""
        words = [leaf for leaf in self.leaves() if isinstance(leaf, Word)]
        return frozenset(term for word in words for term in word.terms)

    def neighbours(self) -> tuple[tuple[Word, Word], ...]:
        """The words that were typed one after the other."""
        return tuple(pairwise(word for alternative in self.asked() for word in alternative.words()))

    def asked(self) -> tuple[Alternative, ...]:
        """The words as they were typed, without other wordings."""
        return tuple(want.alternatives[0] for want in self.wants if not want.is_required)

    def named(self) -> tuple[Want, ...]:
        """What is asked for in words, where and when included."""
        return tuple(want for want in (*self.wants, *self.frame) if not want.is_required and want.is_of_words())

    def phrases(self) -> tuple[ExactWords, ...]:
        """The phrases that are looked for."""
        return tuple(leaf for leaf in self.leaves() if isinstance(leaf, ExactWords))

    def beginnings(self) -> tuple[str, ...]:
        """The beginnings of words that are looked for."""
        return tuple(leaf.beginning for leaf in self.leaves() if isinstance(leaf, WordsBeginning))

    def leaves(self) -> Iterator[Leaf]:
        """Yield everything that is looked up."""
        for want in self.scored():
            for alternative in want.alternatives:
                yield from alternative.leaves
