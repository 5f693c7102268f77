"""What the analysis hands to the index: terms at places in the text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a token stands for."""

    WHOLE = "whole"
    #: A part of a compound or of a hyphenated word.
    PART = "part"


class Token(NamedTuple):
    """A term, the position of its word, and the stretch of text it came from.

    Attributes:
        term: what the index holds and a query asks for.
        position: counts words from 0; the parts of a word share its position.
        start: offset of the first character in the analysed text.
        end: offset after the last character.
        role: whether the term is a whole word or a part of one.
    """

    term: str
    position: int
    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was read of a stretch of text.

    Attributes:
        tokens: its tokens, with positions and offsets counted from its beginning.
        width: how many positions its words take.
        is_incomplete: whether one of its words lacks a part that other words say.
    """

    tokens: tuple[Token, ...]
    width: int
    is_incomplete: bool = False
