"""What was recognised in a query: values only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Subject(StrEnum):
    """What an expression speaks of; all but PERIOD are named as the facets are."""

    MEETING = "meeting"
    SITE = "site"
    TOPIC = "topic"
    KEYWORD = "keyword"
    KIND = "kind"
    PASSAGE_KIND = "passage_kind"
    PERIOD = "period"


class Use(StrEnum):
    """What becomes of an expression's words."""

    #: They are content: counted like every other word.
    COUNTED = "counted"
    #: They name where or when; a passage need not repeat them, but it counts where it does.
    FRAME = "frame"
    #: They say what form the answer has, which labels tell better than words; asked for only if alone.
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Carrying:
    """Fits passages that carry one of some labels of a facet."""

    facet: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """Fits passages of documents whose first day lies in a span, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Newest:
    """Fits passages of the newest documents among those that carry one of some labels of a facet."""

    facet: str
    values: tuple[str, ...]


Fit = Carrying | Within | Newest


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of a query and what it means."""

    #: Offsets in the text it stands in.
    start: int
    end: int
    #: As it was typed.
    typed: str
    subject: Subject
    #: How it was understood, in German: "Standorttreffen Hamburg 2019".
    label: str
    #: A passage fits by any of these.
    fits: tuple[Fit, ...]
    use: Use
    #: Those of its words that are still looked for; "" where none of them stands in a text that fits.
    said: str = ""

    def overlaps(self, other: "Expression") -> bool:
        """Tell whether two expressions of one text share a stretch without having the same."""
        mine, its = (self.start, self.end), (other.start, other.end)
        return mine != its and self.start < other.end and other.start < self.end
