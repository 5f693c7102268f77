"""How words are written: terms of the short chain are in lower case and without umlauts, readers shall not see them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.analysis.plain import PlainAnalysis
from indexer.index.schema import EXACT_FIELD
from indexer.index.texts import Texts
from indexer.index.view import IndexView

#: So many passages are looked at for one word: its commonest writing among them is taken.
LOOKED_AT = 2


@dataclass(frozen=True, slots=True)
class WrittenForms:
    """Finds terms in texts that the view shows."""

    view: IndexView
    texts: Texts
    plain: PlainAnalysis

    def of(self, terms: Iterable[str]) -> dict[str, str]:
        """Return each term as it is written most often in the first passages it stands in; else the term itself."""
        known: dict[str, str] = self.view.remembered("written forms", dict)
        asked = tuple(terms)
        known.update(self._found([term for term in asked if term not in known]))
        return {term: known[term] for term in asked}

    def _found(self, terms: list[str]) -> dict[str, str]:
        where = {term: self._passages(term) for term in terms}
        passages = self.texts.passages_by_id({id_ for ids in where.values() for id_ in ids})
        seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for passage in passages.values():
            text = f"{passage.heading}\n{passage.text}"
            for token in self.plain.tokens(text):
                written = text[token.start : token.end]
                # Dates are read as what they mean: "3.4." says "april" and is no way to write it.
                if token.term in where and self.plain.prefix(written) == token.term:
                    seen[token.term][written] += 1
        # A word of a title only stands in no passage.
        return {term: seen[term].most_common(1)[0][0] if seen[term] else term for term in terms}

    def _passages(self, term: str) -> list[str]:
        return [self.view.id(int(number)) for number in self.view.postings(EXACT_FIELD, term).ids[:LOOKED_AT]]
