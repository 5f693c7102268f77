"""Corrects words that nobody wrote, toward words that stand in the holdings."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.analysis.spelling import Spelling
from indexer.analysis.surface import surfaces
from indexer.index.schema import TEXT_FIELDS
from indexer.index.view import IndexView

#: A word that may be misspelt: letters only. Dates, codes and abbreviations are meant as they stand.
_WORD = re.compile(r"[^\W\d_]+")
#: Shorter words have too many neighbours.
SHORTEST_CORRECTED = 5


@dataclass(frozen=True, slots=True)
class Corrector:
    """Corrects queries toward the words of one state of the index."""

    view: IndexView
    german: GermanAnalysis
    #: Makes the spelling when it is first needed: most queries have no word that stands nowhere.
    spelling: Callable[[], Spelling]

    def correct(self, query: str) -> str | None:
        """Return the query with its unknown words corrected, or None if there is nothing to correct."""
        text = normalise(query)
        corrected = _WORD.sub(lambda found: self._corrected(found.group()), text)
        return corrected if corrected != text else None

    def _corrected(self, word: str) -> str:
        if len(word) < SHORTEST_CORRECTED or word.isupper() or self._stands(word) or self.german.is_known(word):
            return word
        return next(iter(self.spelling().suggest(word)), word)

    def _stands(self, word: str) -> bool:
        """Tell whether a word, or each of its parts, stands somewhere."""
        terms = [token.term for token in self.german.query_tokens(word)]
        whole, parts = terms[:1], terms[1:]
        return any(map(self._in_index, whole)) or (bool(parts) and all(map(self._in_index, parts)))

    def _in_index(self, term: str) -> bool:
        return any(len(self.view.postings(field, term).ids) for field in TEXT_FIELDS)


def vocabulary(texts: Iterable[str]) -> Spelling:
    """Return the spelling of texts: their words and how often each stands there."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(surfaces(text))
    return Spelling(counts)
