"""Last names that still stand in a document from which the full name went: known by their fingerprints alone."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from indexer.extraction.pages import Page
from indexer.structure.personal.datum import PersonalDatum, PersonalKind

#: A last name of one or two parts first, then each part of a word by itself: "Muster-Preis".
_WORDS = (re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+"), re.compile(r"[^\W\d_]+"))
_GENITIVE = "s"


def leftover_names(
    pages: Sequence[Page], redacted: Collection[str], fingerprint: Callable[[str], str]
) -> Iterator[PersonalDatum]:
    """Yield the places of last names whose full names were redacted; what ends a genitive is no part of them.

    Args:
        pages: The document's pages as they are now.
        redacted: Fingerprints of the last names.
        fingerprint: Returns that of a word.
    """
    if not redacted:
        return

    @cache
    def name_in(word: str) -> str:
        return next((each for each in _readings(word) if fingerprint(each) in redacted), "")

    for page in pages:
        for found in (word for words in _WORDS for word in words.finditer(page.text)):
            name = name_in(found.group())
            if name:
                yield PersonalDatum(PersonalKind.NAME, page.number, found.start(), found.start() + len(name))


def _readings(word: str) -> Iterator[str]:
    """Yield the last names a word may be: as it stands, and without the ending of a genitive."""
    if word[0].isupper():
        yield word
        if word.endswith(_GENITIVE):
            yield word.removesuffix(_GENITIVE)
