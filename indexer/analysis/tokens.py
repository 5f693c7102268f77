"""What the analysis hands to the index: terms at places in the text."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a token stands for."""

    WHOLE = "whole"
    #: A part of a compound or of a hyphenated word.
    PART = "part"


@dataclass(frozen=True, slots=True)
class Token:
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
