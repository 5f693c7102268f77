"""A proposal, and how sure it must be."""

from dataclasses import dataclass
from enum import StrEnum

#: From here on a proposal is called "sicher erkannt".
SURE = 0.8
#: From here on a proposal is called "bitte prüfen"; below, nothing is proposed.
WORTH_CHECKING = 0.5


class Field(StrEnum):
    """What of a document's description is proposed."""

    TITLE = "title"
    KIND = "kind"
    MEETING = "meeting"
    DATE = "date"
    SITE = "site"
    TOPIC = "topic"
    VISIBILITY = "visibility"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value for one field; sites and topics are proposed one by one."""

    field: Field
    #: A label of the vocabulary, a meeting's title, an ISO 8601 date or interval as exact as known, or text.
    value: str
    #: From 0 to 1.
    confidence: float
    #: The words it rests on, as they stand; "" where nothing in the text speaks for or against it.
    evidence: str
    #: Page of the file, counted from 1; 0 where the file's name or properties are the evidence.
    page: int
