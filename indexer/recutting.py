"""Cuts passages where people said they begin and end: a part of one, or several together."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.corrections import Anchor
from indexer.passages import Passage, passage_id

#: A quotation of fewer letters stands in too many places.
FEWEST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a quotation stands: from a character of one passage up to one of the same or a later passage."""

    first: int
    start: int
    last: int
    #: Behind its last character.
    end: int


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, however it is broken into lines and words."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def recut(passages: Sequence[Passage], anchor: Anchor, kept: frozenset[str]) -> tuple[Passage, ...]:
    """Make one passage of the words an anchor quotes; what stands before and after them is left in its own.

    Args:
        passages: All of a document, in reading order.
        anchor: Quotes whole words, from within one passage or from several that follow each other.
        kept: Ids of the passages that are not to be touched.

    Returns:
        The same passages where the quotation stands nowhere, or is too short to be told from others.
    """
    stretches = list(_stretches(passages, letters_of(anchor.quote), kept))
    if not stretches:
        return tuple(passages)
    found = next((each for each in stretches if passages[each.first].heading == anchor.heading), stretches[0])
    texts = [unicodedata.normalize("NFC", each.text) for each in passages[found.first : found.last + 1]]
    before, after = texts[0][: found.start], texts[-1][found.end :]
    if len(texts) == 1:
        middle = texts[0][found.start : found.end]
    else:
        middle = "\n".join((texts[0][found.start :], *texts[1:-1], texts[-1][: found.end]))
    parts = ((passages[found.first], before), (passages[found.first], middle), (passages[found.last], after))
    untouched = (*passages[: found.first], *passages[found.last + 1 :])
    new = _named([(each, text.strip()) for each, text in parts if letters_of(text)], {each.id for each in untouched})
    placed = (*passages[: found.first], *new, *passages[found.last + 1 :])
    return tuple(replace(each, ordinal=ordinal) for ordinal, each in enumerate(placed))


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """Yield letters and digits with their places in the text, composed (NFC)."""
    for place, character in enumerate(unicodedata.normalize("NFC", text)):
        for letter in unicodedata.normalize("NFKC", character).casefold():
            if letter.isalnum():
                yield letter, place


def _stretches(passages: Sequence[Passage], wanted: str, kept: frozenset[str]) -> Iterator[_Stretch]:
    """Yield where letters stand, if they are whole words and touch nothing that is to be kept."""
    if len(wanted) < FEWEST_LETTERS:
        return
    texts = [unicodedata.normalize("NFC", each.text) for each in passages]
    stream = [(letter, number, place) for number, text in enumerate(texts) for letter, place in _letters(text)]
    letters = "".join(letter for letter, _, _ in stream)
    found = letters.find(wanted)
    while found >= 0:
        (_, first, start), (_, last, end) = stream[found], stream[found + len(wanted) - 1]
        touched = {each.id for each in passages[first : last + 1]}
        if not touched & kept and _begins(texts[first], start) and _ends(texts[last], end):
            yield _Stretch(first, _opening(texts[first], start), last, _closing(texts[last], end))
        found = letters.find(wanted, found + 1)


def _begins(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _ends(text: str, place: int) -> bool:
    return place + 1 == len(text) or not text[place + 1].isalnum()


def _opening(text: str, place: int) -> int:
    """Return where the signs begin that belong to a word: a bullet, a bracket, an opening quotation mark."""
    line = text.rfind("\n", 0, place) + 1
    if not any(map(str.isalnum, text[line:place])):
        return line
    while place > 0 and not text[place - 1].isspace() and not text[place - 1].isalnum():
        place -= 1
    return place


def _closing(text: str, place: int) -> int:
    """Return where the signs end that belong to a word: a full stop, a bracket."""
    place += 1
    while place < len(text) and not text[place].isspace() and not text[place].isalnum():
        place += 1
    return place


def _named(parts: Sequence[tuple[Passage, str]], taken: set[str]) -> Iterator[Passage]:
    """Yield parts of passages as passages, with ids that no other passage has."""
    used = set(taken)
    for passage, text in parts:
        id_ = plain = passage_id(passage.document, passage.heading, text)
        number = 2
        while id_ in used:
            id_, number = f"{plain}-{number}", number + 1
        used.add(id_)
        yield replace(passage, id=id_, text=text)
