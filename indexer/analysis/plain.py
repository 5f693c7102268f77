"""The short chain, for exact phrases and for beginnings of words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from indexer.analysis.tokenizer import AFTER_WORDS, LONGEST, words
from indexer.analysis.tokens import Role, Stretch, Token
from indexer.analysis.umlaut import fold_digraphs
from indexer.analysis.units import is_plain, units

#: Different words kept read, those that were read lately.
REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class PlainAnalysis:
    """Makes terms of words as they are written: in lower case and without umlauts, nothing more."""

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a normalised text, for the index.

        A hyphenated word is its joined form, and after it each of its units, which count on: "JMD-iQ" is "jmdiq" and
        "jmd" at one position and "iq" at the next. So it is found by the phrases "JMD-iQ" and "JMD iQ".
        """
        return list(_tokens(text))

    def stretch(self, text: str) -> Stretch:
        """Read a stretch of a normalised text."""
        letters = text.rstrip(AFTER_WORDS)
        if is_plain(letters) and len(letters) <= LONGEST:
            # Most stretches are one word of letters.
            return Stretch((Token(_term(letters), 0, 0, len(letters), Role.WHOLE),), 1)
        return Stretch(tuple(_tokens(text)), sum(len(_read(word.text).parts) for word in words(text)))

    def completions(self, _text: str) -> list[Token]:
        """Return nothing: exact words are only those that are written."""
        return []

    def phrase_tokens(self, text: str) -> list[Token]:
        """Return the tokens of a normalised phrase: exactly one for each position, hyphenated words in their units."""
        tokens = self.tokens(text)
        divided = {token.position for token in tokens if token.role is Role.PART}
        return [token for token in tokens if token.role is Role.PART or token.position not in divided]

    def prefix(self, beginning: str) -> str:
        """Return the beginning of a word as the terms that begin so are spelt."""
        return _term("".join(unit.text for unit in units(beginning)))


@dataclass(frozen=True, slots=True)
class _Read:
    """A word as it is written: its term, and the terms of its units with their stretches of it."""

    whole: str
    parts: tuple[tuple[str, int, int], ...]


@lru_cache(REMEMBERED)
def _read(written: str) -> _Read:
    if is_plain(written):
        term = _term(written)
        return _Read(term, ((term, 0, len(written)),))
    parts = units(written)
    each = tuple((_term(part.text), part.start, part.end) for part in parts)
    return _Read(_term("".join(part.text for part in parts)), each)


def _tokens(text: str) -> Iterator[Token]:
    position = 0
    for word in words(text):
        read = _read(word.text)
        yield Token(read.whole, position, word.start, word.end, Role.WHOLE)
        for place, (term, begin, end) in enumerate(read.parts if len(read.parts) > 1 else ()):
            yield Token(term, position + place, *word.stretch(begin, end), Role.PART)
        position += len(read.parts)


def _term(written: str) -> str:
    return fold_digraphs(written.lower())
