"""Alters queries and texts the way people and files do, without changing what they mean."""

import random
import re
import unicodedata
from collections.abc import Callable, Mapping

from indexer.analysis.german import GermanAnalysis

_WORD = re.compile(r"[^\W\d_]+")
_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U", "ß": "ss"})

#: Letters of a line of a text that is broken into lines.
COLUMNS = 60
#: Letters of a broken word on either line.
SHORTEST_SYLLABLE = 3
#: Shorter words are not misspelt: every edit makes another word of them.
SHORTEST_MISSPELT = 6

_VOWELS = "aeiouyäöü"

Change = Callable[[str], str]


def query_changes(german: GermanAnalysis) -> Mapping[str, Change]:
    """Return ways to type the same query."""
    return {
        "ä typed ae, ß typed ss": lambda text: text.translate(_DIGRAPHS),
        "ä typed a": lambda text: text.translate(_BARE),
        "decomposed letters (NFD)": lambda text: unicodedata.normalize("NFD", text),
        "compounds hyphenated": lambda text: _divided(german, text, "-"),
        "compounds written apart": lambda text: _divided(german, text, " "),
    }


#: Ways a text comes out of a file.
TEXT_CHANGES: Mapping[str, Change] = {
    "texts in decomposed letters (NFD)": lambda text: unicodedata.normalize("NFD", text),
    "texts broken into lines with hyphens": lambda text: "\n".join(map(_broken, text.split("\n"))),
}


def misspelt(text: str) -> str:
    """Return a query with one edit in its longest word: a letter more, less, another, or two exchanged.

    The same query is always misspelt alike.
    """
    longest = max(_WORD.finditer(text), key=lambda found: len(found.group()), default=None)
    if longest is None or len(longest.group()) < SHORTEST_MISSPELT:
        return text
    word, chance = longest.group(), random.Random(text)  # noqa: S311 - no secret
    place = chance.randrange(1, len(word) - 1)
    letter = chance.choice("abcdefghiklmnoprstuwz".replace(word[place].lower(), ""))
    edited = chance.choice(
        [
            word[:place] + letter + word[place:],
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        ]
    )
    return text[: longest.start()] + edited + text[longest.end() :]


def _divided(german: GermanAnalysis, text: str, between: str) -> str:
    """Return a text with something between the parts of its compounds, each part spelt as a word."""

    def divided(found: re.Match[str]) -> str:
        word = found.group()
        parts = german.parts(word)
        if len(parts) < 2 or "".join(parts) != word.lower():
            return word
        return between.join(part.capitalize() if word[0].isupper() else part for part in parts)

    return _WORD.sub(divided, text)


def _broken(paragraph: str) -> str:
    """Return a paragraph in lines, words that reach over the end of a line broken with a hyphen."""
    lines, line = [], ""
    for word in paragraph.split(" "):
        room = COLUMNS - len(line) - 2
        place = _break(word, room) if len(line) + len(word) >= COLUMNS else 0
        if place:
            lines.append(f"{line} {word[:place]}-".strip())
            line = word[place:]
        elif len(line) + len(word) >= COLUMNS:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def _break(word: str, room: int) -> int:
    """Return where a word of letters is broken so that its begin fits, before a consonant and a vowel; else 0."""
    if not word.isalpha():
        return 0
    for place in range(min(room, len(word) - SHORTEST_SYLLABLE), SHORTEST_SYLLABLE - 1, -1):
        if word[place].lower() not in _VOWELS and word[place + 1] in _VOWELS:
            return place
    return 0
