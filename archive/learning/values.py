"""Learning paths as they travel."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from archive.values import DocumentKind, Visibility


class StepKind(StrEnum):
    """What is read in a step."""

    DOCUMENT = "document"
    PASSAGE = "passage"
    #: A text of the coordination's own, perhaps with a link to a page of the archive.
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class StepContent:
    """What a step is about, as the coordination describes it."""

    kind: StepKind
    #: How long reading it takes.
    minutes: int
    #: What to look out for; of a note its text.
    text: str = ""
    #: Of a note; documents have titles of their own.
    title: str = ""
    #: Reference code, or "" for a note.
    document: str = ""
    #: Id of the passage, or "".
    passage: str = ""
    #: Of a note: path and query of a page of the archive, or "".
    link: str = ""


@dataclass(frozen=True, slots=True)
class StepEntry:
    """A step of a path."""

    #: The catalogue's; never given twice.
    number: int
    content: StepContent
    #: In UTC.
    added_at: datetime
    #: Version of the document that the coordination has looked at last; 0 for a note.
    version: int


@dataclass(frozen=True, slots=True)
class PathEntry:
    """A learning path with its steps, in their order."""

    #: Slug, e.g. "erste-woche"; never changes.
    key: str
    title: str
    #: Whom it is for, and what one knows at its end.
    text: str
    is_published: bool
    is_sample: bool
    steps: tuple[StepEntry, ...]


@dataclass(frozen=True, slots=True)
class StepDocument:
    """A document of a step, as far as a reader of the path needs it."""

    #: Reference code.
    code: str
    title: str
    kind: DocumentKind
    visibility: Visibility
    is_sample: bool
    #: Number of the current version, and when it was taken in, in UTC.
    version: int
    received_at: datetime


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """That somebody has read a step."""

    #: In UTC.
    at: datetime
    #: Version of the document that was current then; 0 for a note.
    version: int
