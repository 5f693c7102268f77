"""A vote of small words on the language of a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

#: Words that stand in nearly every German or English sentence and in no sentence of the other language.
# fmt: off
SMALL_WORDS = {
    "de": frozenset(
        (
            "der", "die", "das", "und", "ist", "den", "dem", "des", "ein", "eine", "einer", "einen", "nicht", "mit",
            "auf", "für", "von", "zu", "im", "sich", "auch", "wird", "werden", "bei", "oder", "als", "sind", "es",
            "aus", "nach", "wie", "zum", "zur", "über", "durch", "haben", "wir", "sie",
        )
    ),
    "en": frozenset(
        (
            "the", "and", "is", "of", "to", "a", "that", "for", "it", "with", "be", "this", "are", "by", "from",
            "or", "have", "which", "not", "you", "can", "we", "they", "will", "their", "at", "should", "been",
            "were", "has",
        )
    ),
}
# fmt: on
#: Fewer small words than this may be a name or a loan word.
FEWEST_VOTES = 3
#: Words looked at: more do not change the vote.
SAMPLE = 2000

_WORD = re.compile(r"[^\W\d_]+")


def language_of(texts: Iterable[str]) -> str:
    """Return "de" or "en", or "" where the votes are few or tied."""
    sample = list(islice(_words(texts), SAMPLE))
    votes = {code: sum(word in words for word in sample) for code, words in SMALL_WORDS.items()}
    most = max(votes.values())
    winners = [code for code, count in votes.items() if count == most]
    return winners[0] if len(winners) == 1 and most >= FEWEST_VOTES else ""


def share_of_small_words(words: Sequence[str]) -> float:
    """Return which part of some words is small words of either language: a third in running text."""
    small = sum(any(word.lower() in each for each in SMALL_WORDS.values()) for word in words)
    return small / len(words) if words else 0.0


def _words(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of some texts in lower case."""
    return (match.group().lower() for text in texts for match in _WORD.finditer(text))
