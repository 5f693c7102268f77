"""How sound an extracted text is."""

import re
from dataclasses import dataclass

from indexer.extraction.language import share_of_small_words

#: Share of characters that are none: glyph numbers instead of letters.
MOST_GARBAGE = 0.05
#: Words of running text are 6 letters long in German; lost spaces make them 20 and more.
LONGEST_MEAN = 14.0
#: A third of running text is small words; below this in so many words, letters or spaces are wrong.
FEWEST_SMALL_WORDS = 0.02
FEWEST_WORDS = 80

_GARBAGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, order=True)
class Quality:
    """Facts by which two readings of one file are compared; the greater one is better."""

    small_words: float
    #: Share of characters that are no garbage.
    sound: float
    words: int
    mean_length: float

    @property
    def is_doubtful(self) -> bool:
        """Tell whether another tool should try."""
        if 1 - self.sound > MOST_GARBAGE or self.mean_length > LONGEST_MEAN:
            return True
        return self.words >= FEWEST_WORDS and self.small_words < FEWEST_SMALL_WORDS


def quality_of(text: str) -> Quality:
    """Judge a raw text."""
    words = _WORD.findall(text)
    visible = sum(map(len, text.split())) or 1
    garbage = len(_GARBAGE.findall(text.replace("\r", "")))
    mean = sum(map(len, words)) / len(words) if words else 0.0
    return Quality(share_of_small_words(words), 1 - garbage / visible, len(words), mean)
