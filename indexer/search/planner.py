"""Puts queries into terms with the same analysis that made the index."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.analysis.synonyms import Expansion, Synonyms
from indexer.analysis.tokens import Role
from indexer.analysis.wordlist import read_words
from indexer.search.plan import Alternative, Breadth, ExactWords, Leaf, Plan, Want, Word, WordsBeginning
from indexer.search.query import Beginning, Clause, Phrase, Query, Words

#: Another wording counts a little less than what was typed.
SYNONYM_WEIGHT = 0.8

#: A filler of a question ("Was muss ich beachten …"): .736, uncut .734; .3–.7 is flat.
FILLER_WEIGHT = 0.5

#: Up to so many typed words, stop words among them, name a subject and are all wanted; more make a sentence.
FEW_WORDS = 3
#: These join words and make no sentence of them; in capitals they are operators.
JOINING = frozenset({"und", "oder"})


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word of a query and the stretch it was typed in."""

    start: int
    end: int
    word: Word

    def is_in(self, expansion: Expansion) -> bool:
        return expansion.start <= self.start and self.end <= expansion.end


@dataclass(frozen=True, slots=True)
class Planner:
    """Knows what a query looks for."""

    german: GermanAnalysis
    plain: PlainAnalysis
    synonyms: Synonyms
    #: Terms that make a question of a subject and say little about it.
    fillers: frozenset[str]

    @classmethod
    def load(cls, german: GermanAnalysis, plain: PlainAnalysis) -> Self:
        """Read what is known of other wordings and of fillers."""
        fillers = (token.term for word in read_words("fillers.txt") for token in german.query_tokens(word))
        return cls(german, plain, Synonyms.load(german), frozenset(fillers))

    def plan(self, query: Query) -> Plan:
        """Return what a query looks for."""
        wants = self._asked(query) if query.is_question else self._demanded(query)
        excluded = tuple(Alternative(self._leaves(clause)) for clause in query.excluded)
        frame, form = (
            tuple(want for clause in clauses for want in self._wants((clause,)))
            for clauses in (query.frame, query.form)
        )
        return Plan(tuple(wants), excluded, _breadth(query), frame, form)

    def _demanded(self, query: Query) -> Iterator[Want]:
        for group in query.groups:
            yield from self._wants(group)

    def _asked(self, query: Query) -> Iterator[Want]:
        """Yield what a question wants: of a phrase the words, and the phrase where it stands."""
        for group in query.groups:
            match group:
                case (Phrase(text),):
                    yield from self._word_wants(text)
                    yield from (Want((Alternative((phrase,)),), is_required=False) for phrase in self._exact(text))
                case _:
                    yield from self._wants(group)

    def _wants(self, group: tuple[Clause, ...]) -> Iterator[Want]:
        if len(group) == 1 and isinstance(group[0], Words):
            yield from self._word_wants(group[0].text)
            return
        alternatives = tuple(Alternative(leaves) for clause in group if (leaves := self._leaves(clause)))
        if alternatives:
            yield Want(alternatives, is_required=True)

    def _word_wants(self, text: str) -> Iterator[Want]:
        """Yield a want for each word, and one for each stretch of words that can be put otherwise."""
        placed = list(self._words(text))
        expansions = self.synonyms.expand(text)
        while placed:
            word = placed.pop(0)
            others = [each for each in expansions if word.is_in(each)]
            stretch = [word, *(each for each in placed if others and each.is_in(others[0]))]
            placed = [each for each in placed if each not in stretch]
            asked = Alternative(tuple(each.word for each in stretch), self._weight(stretch))
            yield Want((asked, *(self._wording(each) for each in others)), is_required=False)

    def _weight(self, stretch: list[_Placed]) -> float:
        """Return what typed words count: less if they only fill a question."""
        return FILLER_WEIGHT if all(self.fillers.issuperset(each.word.wholes) for each in stretch) else 1.0

    def _wording(self, expansion: Expansion) -> Alternative:
        return Alternative(tuple(each.word for each in self._words(expansion.wording)), SYNONYM_WEIGHT, is_whole=True)

    def _words(self, text: str) -> Iterator[_Placed]:
        """Yield the word at each position with its parts."""
        for _, same in groupby(self.german.query_tokens(text), key=lambda token: token.position):
            here = list(same)
            wholes = tuple(dict.fromkeys(token.term for token in here if token.role is Role.WHOLE))
            parts = tuple(dict.fromkeys(token.term for token in here if token.role is Role.PART))
            yield _Placed(min(each.start for each in here), max(each.end for each in here), Word(wholes, parts))

    def _leaves(self, clause: Clause) -> tuple[Leaf, ...]:
        match clause:
            case Words(text):
                return tuple(placed.word for placed in self._words(text))
            case Phrase(text):
                return tuple(self._exact(text))
            case Beginning(text):
                return (WordsBeginning(self.plain.prefix(text)),)

    def _exact(self, text: str) -> Iterator[ExactWords]:
        tokens = self.plain.phrase_tokens(text)
        if tokens:
            first = tokens[0].position
            terms = tuple(token.term for token in tokens)
            yield ExactWords(terms, tuple(token.position - first for token in tokens))


def _breadth(query: Query) -> Breadth:
    """Return how many of the words of a query are wanted together."""
    clauses = (clause for group in query.groups for clause in group)
    typed = [word for clause in clauses if isinstance(clause, Words) for word in clause.text.split()]
    said = [word for word in typed if word.lower() not in JOINING]
    return Breadth.ANY if query.is_question or len(said) > FEW_WORDS else Breadth.FIRST_ALL
