"""Completes what a hyphen leaves out: "Kinder- und Jugendarbeit" also says "Kinderarbeit"."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from indexer.analysis.tokenizer import Word

#: Words that may stand between an incomplete word and the one that completes it.
CONJUNCTIONS = frozenset({"und", "oder", "bzw", "sowie", "als", "wie", "bis", "u", "auch", "noch", "weder", "&"})

#: The completing word is not looked for farther away: "Grund-, Haupt-, Real- und Gesamtschulen".
REACH = 6

#: The fewest letters left out.
SHORTEST_TAIL = 3


def is_incomplete(word: Word) -> bool:
    """Tell whether a hyphen stands for a part of a word."""
    return word.text.endswith("-") or word.text.startswith("-")


class Ellipses:
    """Completes incomplete words from their neighbours.

    Where the completing word falls apart its own parts say what is missing. Where it does not ("Vor- und Nachteile"),
    the longest of its endings that makes a known word does.
    """

    def __init__(self, parts: Callable[[str], tuple[str, ...]], is_known: Callable[[str], bool]) -> None:
        self._parts = parts
        self._is_known = is_known

    def complete(self, words: Sequence[Word], place: int) -> str | None:
        """Return the complete form of the word at a place, or None if nothing is missing there."""
        text = words[place].text
        if text.endswith("-"):
            full = _following(words, place)
            return full and self._with_tail(text.rstrip("-"), full.lstrip("-"))
        if text.startswith("-"):
            full = _preceding(words, place)
            return full and self._with_beginning(full, text.lstrip("-"))
        return None

    def _with_tail(self, beginning: str, full: str) -> str | None:
        """Complete "Kinder" from "Jugendarbeit": "Kinderarbeit"."""
        if "-" in full:
            return beginning + full.partition("-")[2].replace("-", "")
        parts = self._parts(full)
        if len(parts) > 1:
            return beginning + "".join(parts[1:])
        tails = (full[cut:] for cut in range(1, len(full) - SHORTEST_TAIL + 1))
        return next((beginning + tail for tail in tails if self._is_known(beginning + tail)), None)

    def _with_beginning(self, full: str, tail: str) -> str | None:
        """Complete "tandems" from "Sprachkurse": "Sprachtandems"."""
        if "-" in full:
            return full.rpartition("-")[0].replace("-", "") + tail
        parts = self._parts(full)
        return "".join(parts[:-1]) + tail if len(parts) > 1 else None


def _following(words: Sequence[Word], place: int) -> str | None:
    """Return the completing word after a place: one that a conjunction, a slash or other incomplete words lead to."""
    for before, word in pairwise(words[place : place + 1 + REACH]):
        if word.text.lower() in CONJUNCTIONS or word.text.endswith("-"):
            continue
        led = before.text.lower() in CONJUNCTIONS or word.start <= before.end + 1
        return word.text if led else None
    return None


def _preceding(words: Sequence[Word], place: int) -> str | None:
    """Return the completing word before a place: "Sprachkurse und -tandems"."""
    before = reversed(words[max(0, place - REACH) : place])
    complete = (word.text for word in before if not word.text.startswith("-"))
    return next((text for text in complete if text.lower() not in CONJUNCTIONS), None)
