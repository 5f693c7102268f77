"""What a word of a text is to the word somebody typed."""

import re

from indexer.analysis.gender import unmark
from indexer.analysis.tokens import Role, Token
from indexer.analysis.traced import Traced
from indexer.analysis.umlaut import fold_digraphs
from indexer.search.explanation import Relation

#: What a word may hold, gender markers included.
_INSIDE = re.compile(r"[\w*:·•/()-]")
#: What it may end with.
_END = re.compile(r"[\W_]+$")
#: The feminine, whose marker is taken away.
_FEMININE = re.compile(r"in(?:nen)?$")


def whole_word(text: str, token: Token) -> str:
    """Return the word of a text that a token stands in: the whole compound for one of its parts."""
    start, end = token.start, token.end
    while start > 0 and _INSIDE.match(text[start - 1]):
        start -= 1
    while end < len(text) and _INSIDE.match(text[end]):
        end += 1
    return _END.sub("", text[start:end].strip("()*:/-")) or text[token.start : token.end]


def relation(typed: str, word: str, token: Token) -> Relation:
    """Return what a word that says the typed word's term is to it."""
    asked, said = typed.lower(), word.lower()
    if asked == said:
        return Relation.SAME
    if token.role is Role.PART:
        return Relation.IN_COMPOUND
    if fold_digraphs(asked) == fold_digraphs(said):
        return Relation.SPELLING
    is_marked = unmark(Traced.of(word)).text.lower() != said
    if is_marked or _is_feminine_of(said, asked) or _is_feminine_of(asked, said):
        return Relation.GENDER
    return Relation.INFLECTION


def _is_feminine_of(word: str, other: str) -> bool:
    """Tell whether one word is the feminine of another: "bewohnerin" of "bewohner", and "verein" not of "vereine"."""
    return bool(_FEMININE.search(word)) and not _FEMININE.search(other) and not other.startswith(word)
