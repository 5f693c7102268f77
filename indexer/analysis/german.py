"""The chain of the German analysis, one for texts and queries.

A text falls into words (`tokenizer`), and dates are read as what they mean (`dates`). Each word is read on its own
(`reading`): its gender marker is removed (`gender`), it is put into lower case and its usual spelling (`spellings`),
split at hyphens and into the parts of a compound (`compounds`); the whole and its parts are reduced to their base form
and stem (`stems`). Incomplete words are completed from their neighbours (`ellipsis`), stop words leave a gap.

A query matches a text word for word: the whole word, or all of its parts.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Self

from indexer.analysis.dates import is_day
from indexer.analysis.ellipsis import Ellipses, is_incomplete
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.reading import Piece, Reader
from indexer.analysis.tokenizer import AFTER_WORDS, LONGEST, Word, words
from indexer.analysis.tokens import Role, Stretch, Token
from indexer.analysis.wordlist import read_words

#: Queries remembered: one search asks for the tokens of its query several times, from the planner to the correction.
REMEMBERED_QUERIES = 1_000


class GermanAnalysis:
    """Makes terms of German text. Built once, handed around, and safe to use from several threads."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._stopwords = read_words("stopwords.txt")
        self._reader = Reader(lexicon, self._stopwords)
        self._ellipses = Ellipses(self.parts, self.is_known)
        self._asked = lru_cache(REMEMBERED_QUERIES)(self._find_asked)

    @classmethod
    def load(cls) -> Self:
        """Open the lexicon and build the chain: a fifth of a second, but twelve the first time on a machine."""
        return cls(Lexicon.load())

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a normalised text, for the index.

        A word is followed by its parts at the same position. Stop words are left out and their positions stay empty.
        """
        return [_token(*found) for found in self._pieces(text, self._stopwords)]

    def query_tokens(self, text: str) -> list[Token]:
        """Return the tokens of a normalised query.

        The same as `tokens`, but stop words stay if there is nothing else, of parts that have parts themselves only the
        smallest are asked for, and of a date its days: whoever asks for one day does not ask for others of the month.
        """
        return list(self._asked(text))

    def _find_asked(self, text: str) -> tuple[Token, ...]:
        asked = list(self._pieces(text, self._stopwords)) or list(self._pieces(text, frozenset()))
        days = {(word.start, word.end) for _, word, _ in asked if is_day(word.text)}
        return tuple(
            _token(piece, word, position)
            for piece, word, position in asked
            if not piece.divided and (is_day(word.text) or (word.start, word.end) not in days)
        )

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound in lower case, as they are written; of another word the word alone."""
        return self._reader.parts(word.lower())

    def separate(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound as words of their own, in lower case; of another word the word alone.

        A linking s is no letter of the part before it: "integration", "kurs" for "Integrationskurs".
        """
        written = word.lower()
        parts = (piece for piece in self._reader.read(written) if piece.role is Role.PART)
        return tuple(self._unlinked(written[part.start : part.end], part.term) for part in parts) or (written,)

    def _unlinked(self, part: str, term: str) -> str:
        base = part.removesuffix("s")
        return base if self._reader.is_known(base) and self._reader.whole(base) == term else part

    def is_known(self, word: str) -> bool:
        """Tell whether a word is German by the lexicon, so that nobody needs to correct it."""
        return self._reader.is_known(word.lower())

    def stretch(self, text: str) -> Stretch:
        """Read a stretch of a normalised text, without the words that its incomplete words stand for."""
        letters = text.rstrip(AFTER_WORDS)
        if letters.isalpha() and len(letters) <= LONGEST:
            # Most stretches are one word of letters.
            pieces = () if letters.lower() in self._stopwords else self._reader.read(letters)
            return Stretch(tuple([Token(each.term, 0, each.start, each.end, each.role) for each in pieces]), 1)
        spoken = list(words(text))
        tokens = tuple(_token(piece, word, at) for at, word in enumerate(spoken) for piece in self._of_word(word))
        return Stretch(tokens, len(spoken), any(map(is_incomplete, spoken)))

    def completions(self, text: str) -> list[Token]:
        """Return the tokens of those words of a normalised text that its incomplete words stand for."""
        spoken = list(words(text))
        places = [position for position, word in enumerate(spoken) if is_incomplete(word)]
        return [_token(piece, spoken[at], at) for at in places for piece in self._completed(spoken, at)]

    def _pieces(self, text: str, stopwords: frozenset[str]) -> Iterator[tuple[Piece, Word, int]]:
        """Yield the terms of a text, each with its word and the position of that."""
        spoken = list(words(text))
        for position, word in enumerate(spoken):
            if word.text.lower() in stopwords:
                continue
            for piece in chain(self._reader.read(word.text), self._completed(spoken, position)):
                yield piece, word, position

    def _of_word(self, word: Word) -> tuple[Piece, ...]:
        return () if word.text.lower() in self._stopwords else self._reader.read(word.text)

    def _completed(self, spoken: Sequence[Word], position: int) -> Iterator[Piece]:
        """Yield the term of the word that an incomplete one stands for."""
        complete = self._ellipses.complete(spoken, position)
        if complete:
            yield Piece(self._reader.whole(complete), 0, len(spoken[position].text), Role.WHOLE)


def _token(piece: Piece, word: Word, position: int) -> Token:
    start, end = word.stretch(piece.start, piece.end)
    return Token(piece.term, position, start, end, piece.role)
