"""Whether what someone searches for may be about a person; when in doubt, it may."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from indexer.structure.personal.cases import find_cases

NAMES = Path(__file__).with_name("frequent-names.txt")

#: Longer queries tell a story.
MOST_WORDS = 6

#: After these a name follows.
ADDRESSES = frozenset({"herr", "herrn", "frau", "hr", "fr", "dr", "prof", "familie"})

#: Unknown words that are so short are abbreviations; longer ones may be names.
ABBREVIATION = 4


def is_suspect(query: str, is_known: Callable[[str], bool]) -> bool:
    """Tell whether a query may be about a person: by digits, signs of addresses, names, or words nobody knows.

    Args:
        query: As it was typed.
        is_known: Tells whether a word is in the lexicon.
    """
    words = "".join(letter if letter.isalnum() else " " for letter in query).lower().split()
    if not 0 < len(words) <= MOST_WORDS or "@" in query or any(letter.isdigit() for letter in query):
        return True
    if (frequent_names() | ADDRESSES).intersection(map(str.casefold, words)) or any(find_cases(query)):
        return True
    return not all(len(word) <= ABBREVIATION or is_known(word) for word in words)


@cache
def frequent_names() -> frozenset[str]:
    """Return first and last names that many people have, without letter case."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return frozenset(name for each in lines if not each.startswith("#") for name in each.casefold().split())
