"""The surface words of a text, for the vocabulary of the spelling correction."""

from collections.abc import Iterator

from indexer.analysis.tokenizer import words
from indexer.analysis.units import units

#: Shorter words are neither corrected nor offered as a correction.
SHORTEST = 3


def surfaces(text: str) -> Iterator[str]:
    """Yield the words of a normalised text in lower case: hyphenated ones in their units, without gender markers."""
    for word in words(text):
        for unit in units(word.text):
            if unit.text.isalpha() and len(unit.text) >= SHORTEST:
                yield unit.lower().text
