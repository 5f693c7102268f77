"""A place in a document where personal data stand."""

from dataclasses import dataclass
from enum import StrEnum


class PersonalKind(StrEnum):
    """What kind of personal data; the German label is the value."""

    EMAIL = "E-Mail-Adresse"
    PHONE = "Telefonnummer"
    IBAN = "Bankverbindung"
    BIRTH_DATE = "Geburtsdatum"
    ADDRESS = "Anschrift"
    ATTENDANCE_LIST = "Teilnahmeliste"
    SIGNATURE = "Unterschrift"
    NAME = "Name"
    SINGLE_CASE = "Einzelfall"


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """Something that is about a person."""

    kind: PersonalKind
    #: Page of the file, counted from 1.
    page: int
    #: Place in the page's text, from the first character up to the one behind the last.
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text."""

    kind: PersonalKind
    start: int
    end: int
