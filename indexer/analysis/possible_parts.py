"""Tells at once which letters can be no part of a compound.

A word nobody has read before is tried at every place where it may fall into parts. Nearly all of what stands before and
behind these places is no word, and to find that out by each way a part may be formed takes most of the time.
"""

from collections.abc import Iterator

from indexer.analysis.bloom import BloomFilter, marked
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.persons import ENDINGS
from indexer.analysis.wordlist import read_words

#: Bits of the Bloom filter: of other letters one in eighteen goes through, and is then looked at closely.
_MARKS = 1 << 24


class PossibleParts:
    """Knows what may be a part by its letters: a word, with a linking element, without its last e, or a verb's stem."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._filter = BloomFilter(lexicon.prepared.get("possible-parts", lambda: marked(_surfaces(lexicon), _MARKS)))

    def may_hold(self, surface: str) -> bool:
        """Tell whether a lower-case surface may be a part; of words for persons and those with ß it is not asked."""
        return self._filter.may_hold(surface) or surface.endswith(ENDINGS) or "ß" in surface


def _surfaces(lexicon: Lexicon) -> Iterator[str]:
    for word in lexicon.words:
        yield word
        if word.endswith("n"):
            # The stem, if it is a verb.
            yield from (word.removesuffix("n"), word.removesuffix("en"))
    for noun in lexicon.nouns:
        yield from (noun, f"{noun}s", noun.removesuffix("e"))
    yield from read_words("first-elements.txt")
