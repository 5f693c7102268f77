"""Why a passage was found, in values."""

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What a word of the text is to the word that was typed."""

    SAME = "same"
    #: Written otherwise: "Strasse" for "Straße".
    SPELLING = "spelling"
    #: It begins with what was typed.
    BEGINNING = "beginning"
    INFLECTION = "inflection"
    #: The form for all genders, or for another one.
    GENDER = "gender"
    #: The typed word is a part of it.
    IN_COMPOUND = "in_compound"
    #: It is, or holds, a part of the typed word.
    PART = "part"
    #: Another wording for the same thing.
    SYNONYM = "synonym"


@dataclass(frozen=True, slots=True)
class Form:
    """A word of the text that was found."""

    #: As it is written, a compound whole.
    text: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Share:
    """What one word of the query adds to a passage's score in one field."""

    #: The word, phrase or beginning as it was typed.
    typed: str
    #: Name of the field: title, heading, context, body, exact; "begun" where words begin so, "near" where two words
    #: stand near each other, "headed" where one heading says all words, "family" where words of one family stand.
    field: str
    #: The words found there; none where the field is no text of the passage.
    forms: tuple[Form, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a passage's score is made of: the sum of all shares, times the factor."""

    #: The largest first.
    shares: tuple[Share, ...]
    #: What the kind of the passage, and all else that is no word, multiplies by.
    factor: float
    score: float
