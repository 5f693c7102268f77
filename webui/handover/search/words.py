"""What a typed word asks for: other spellings of it, its parts, and other words for it."""

from collections.abc import Iterable, Iterator

from archive.synonyms import SynonymEntry
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.analysis.synonyms import DELIVERED, Synonyms
from indexer.analysis.tokenizer import words
from indexer.analysis.tokens import Role
from indexer.search.wordings import delivered_lines, line
from webui.handover.search.keys import key

#: Terms that have to stand together to answer a word.
Alternative = tuple[str, ...]


class Words:
    """Gathers the words of texts, and tells what each of them asks for."""

    def __init__(self, german: GermanAnalysis, own: Iterable[SynonymEntry]) -> None:
        self._german = german
        lines = [*DELIVERED.read_text(encoding="utf-8").splitlines(), *map(line, own)]
        self._synonyms = Synonyms(german, lines)
        self._seen: set[str] = set()
        for said in (*delivered_lines(), *map(line, own)):
            self.add(said.replace("=>", ",").replace(",", " "))

    def add(self, text: str) -> None:
        """Let the words of a normalised text be known."""
        self._seen.update(word.text for word in words(text))

    def rows(self) -> dict[str, list[list[str]]]:
        """Return the alternatives of every word that is known, by its key; a stop word has none."""
        found: dict[str, dict[Alternative, None]] = {}
        for word in sorted(self._seen):
            if name := key(word):
                own = found.setdefault(name, {})
                own.update(dict.fromkeys(self._alternatives(word)))
        return {name: [list(each) for each in own] for name, own in found.items()}

    def _alternatives(self, word: str) -> Iterator[Alternative]:
        if not self._german.tokens(word):
            return
        tokens = self._german.query_tokens(word)
        yield from ((token.term,) for token in tokens if token.role is Role.WHOLE)
        if parts := tuple(token.term for token in tokens if token.role is Role.PART):
            yield parts
        for expansion in self._synonyms.expand(word):
            said = self._german.query_tokens(normalise(expansion.wording))
            yield tuple(token.term for token in said if token.role is Role.WHOLE)
