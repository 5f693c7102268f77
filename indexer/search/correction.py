"""Corrects words that nobody wrote, toward words that stand in the holdings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.analysis.spelling import Candidate, Spelling, reach
from indexer.analysis.tokens import Role
from indexer.analysis.umlaut import fold_digraphs
from indexer.index.schema import TEXT_FIELDS
from indexer.index.view import IndexView
from indexer.search.vocabulary import Vocabulary
from indexer.search.written import WrittenForms

#: A word that may be misspelt: letters only. Dates, codes and abbreviations are meant as they stand.
_WORD = re.compile(r"[^\W\d_]+")
#: Shorter words have too many neighbours.
SHORTEST_CORRECTED = 5

#: A word that German does not have is doubted although it stands somewhere, if it is as long as this …
SHORTEST_DOUBTED = 9
#: … and a word one edit away stands in so many times as many passages: others made the same mistake.
FAR_COMMONER = 5

#: Shorter parts are neither taken for right nor corrected within a compound.
SHORTEST_PART = 4
#: What stands between the parts of a compound; a misspelt first part is tried with each.
LINKS = ("", "s", "n", "en", "es", "er", "e")
#: So many corrections of a part are tried.
TRIED_PARTS = 6
#: A compound that nobody wrote as a whole must be nearer than one that somebody did …
COMPOSED = 0.5
#: … and by so much more where a part of it stands nowhere as one word: "teilfest" in "standteilfest".
COMPOSED_PART = 0.5


@dataclass(frozen=True)
class Corrector:
    """Corrects queries toward the words of one view."""

    view: IndexView
    german: GermanAnalysis
    written_forms: WrittenForms

    def correct(self, query: str) -> str | None:
        """Return the query with its unknown words corrected, or None if there is nothing to correct."""
        text = normalise(query)
        corrected = _WORD.sub(lambda found: self._corrected(found.group()), text)
        return corrected if corrected != text else None

    def stands(self, word: str) -> bool:
        """Tell whether a word, or each of its parts, stands somewhere."""
        tokens = self.german.query_tokens(word)
        parts = [token.term for token in tokens if token.role is Role.PART]
        wholes = [token.term for token in tokens if token.role is Role.WHOLE]
        return any(map(self._in_index, wholes)) or (bool(parts) and all(map(self._in_index, parts)))

    def may_be_misspelt(self, word: str) -> bool:
        """Tell whether a word may be a slip: what German has is meant as it stands, though nobody wrote it here."""
        return len(word) >= SHORTEST_CORRECTED and not word.isupper() and not self.german.is_known(word)

    def _corrected(self, word: str) -> str:
        if not self.may_be_misspelt(word):
            return word
        better = self._commoner(word) if self.stands(word) else self.nearest(word)
        return better or word

    def nearest(self, word: str) -> str | None:
        """Return the likeliest word, in lower case: one that somebody wrote, or a compound of such words."""
        whole = next(iter(self._spelling.suggest(word)), None)
        if whole and whole.edits == 1:
            return self._written(whole)
        compound = min(self._compounds(word.lower()), key=lambda each: each.cost, default=None)
        if compound and (whole is None or compound.cost < whole.cost):
            return compound.term
        return self._written(whole) if whole else None

    def _commoner(self, word: str) -> str | None:
        """Return a word that was meant by whoever wrote an unknown one, or None."""
        if len(word) < SHORTEST_DOUBTED:
            return None
        vocabulary, written = Vocabulary(self.view), fold_digraphs(word.lower())
        likely = (
            each for each in self._spelling.suggest(word, farthest=1) if self.german.is_known(self._written(each))
        )
        best = next(likely, None)
        if best is None or vocabulary.count(best.term) < FAR_COMMONER * max(1, vocabulary.count(written)):
            return None
        return self._written(best)

    @cached_property
    def _spelling(self) -> Spelling:
        vocabulary = Vocabulary(self.view)
        return Spelling(vocabulary.near, vocabulary.count)

    def _written(self, candidate: Candidate) -> str:
        return self.written_forms.of([candidate.term])[candidate.term].lower()

    def _compounds(self, word: str) -> Iterator[Candidate]:
        """Yield German compounds near a word in which one part is as typed, and all parts stand somewhere.

        Hardly anybody mistypes the first letter; a compound that nobody wrote has too little for it to be changed.
        """
        typed = fold_digraphs(word)
        for made, commonness in self._composed(word):
            letters = fold_digraphs(made)
            edits = OSA.distance(typed, letters)
            if letters[0] == typed[0] and edits <= reach(typed) and self._is_word(made):
                yield Candidate(made, edits, commonness - COMPOSED)

    def _composed(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield a word with either side of each place corrected, with what speaks for the parts."""
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            left, right = word[:place], word[place:]
            if self._begins(left):
                as_typed = self._as_one(*self._bases(left))
                yield from ((left + self._written(head), head.commonness - as_typed) for head in self._parts(right))
            if self._is_word(right):
                as_typed = self._as_one(right)
                for modifier in self._parts(left):
                    written = self._written(modifier)
                    yield from ((written + link + right, modifier.commonness - as_typed) for link in LINKS)

    def _as_one(self, *words: str) -> float:
        """Return what speaks against a part as it is typed: nothing where it stands somewhere as one word."""
        return 0.0 if any(Vocabulary(self.view).count(fold_digraphs(word)) for word in words) else COMPOSED_PART

    def _begins(self, part: str) -> bool:
        """Tell whether a compound may begin so: with a word that stands somewhere, perhaps with a link after it."""
        return any(map(self._is_word, self._bases(part)))

    def _bases(self, part: str) -> tuple[str, ...]:
        """Return the words that a first part may be, without the link after it."""
        bases = (part.removesuffix(link) for link in LINKS if part.endswith(link))
        return tuple(base for base in bases if len(base) >= SHORTEST_PART)

    def _is_word(self, word: str) -> bool:
        """Tell whether a word is German and stands somewhere, or all its parts do."""
        return self.german.is_known(word) and self.stands(word)

    def _parts(self, part: str) -> tuple[Candidate, ...]:
        return self._spelling.suggest(part)[:TRIED_PARTS]

    def _in_index(self, term: str) -> bool:
        return any(len(self.view.postings(field, term).ids) for field in TEXT_FIELDS)
