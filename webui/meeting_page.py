"""What the page of a meeting shows: all that was agreed, and item by item what was said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from archive.values import Description, DocumentKind
from indexer.agreed import Agreed
from indexer.passages import Passage
from indexer.search.following import FollowUpProposal
from indexer.search.presenting import unmarked
from indexer.structure.header import read_header
from indexer.structure.kinds import PassageKind
from webui.following import MINUTES, undecided
from webui.lineage import Lineage
from webui.reading import Element, elements
from webui.register import RegisterEntry
from webui.services import services

#: So many minutes of a meeting are asked how many came: the first that tells is believed.
ASKED_FOR_HEAD = 3

AGREED = frozenset({PassageKind.DECISION, PassageKind.TASK})


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said, found or agreed under an agenda item."""

    passage: Passage
    elements: tuple[Element, ...]
    #: None where nothing was agreed.
    entry: RegisterEntry | None


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item with all that stands under it."""

    #: As the minutes number it: "3", "3.1".
    number: str
    #: A passage under it, which knows its heading.
    passage: Passage
    said: tuple[Said, ...]

    @property
    def entries(self) -> tuple[RegisterEntry, ...]:
        """What was agreed under it."""
        return tuple(each.entry for each in self.said if each.entry)

    @property
    def other(self) -> tuple[Said, ...]:
        """What else was said under it."""
        return tuple(each for each in self.said if not each.entry)


@dataclass(frozen=True)
class Proceedings:
    """The documents of a meeting with their passages."""

    documents: Sequence[Description]
    passages: Sequence[Passage]
    agreed: Mapping[str, Agreed]
    lineage: Lineage

    @cached_property
    def entries(self) -> list[RegisterEntry]:
        """All decisions and tasks, in reading order."""
        by_code = {each.code: each for each in self.documents}
        own = (each for each in self.passages if each.id in self.agreed and each.document in by_code)
        made = (RegisterEntry(by_code[each.document], each, self.agreed[each.id]) for each in own)
        return [each.told(self.lineage.states) for each in made]

    def of_kind(self, kind: PassageKind) -> list[RegisterEntry]:
        """Return the decisions, or the tasks."""
        return [each for each in self.entries if each.passage.kind is kind]

    @cached_property
    def minutes(self) -> tuple[Description, ...]:
        """The documents that tell what was said, minutes first."""
        told = [each for each in self.documents if each.kind in MINUTES]
        return tuple(sorted(told, key=lambda each: each.kind is not DocumentKind.PROTOKOLL))

    @property
    def spoken(self) -> list[Passage]:
        """The passages with words of the documents that tell what was said."""
        codes = {each.code for each in self.minutes}
        return [each for each in self.passages if each.document in codes and each.text]

    @cached_property
    def items(self) -> list[Item]:
        """The agenda items of the first minutes that have any."""
        return next(filter(None, (list(self._items(each.code)) for each in self.minutes)), [])

    @cached_property
    def results(self) -> list[tuple[Passage, Description]]:
        """What was found, with the document it stands in."""
        by_code = {each.code: each for each in self.documents}
        own = (each for each in self.passages if each.kind is PassageKind.RESULT and each.document in by_code)
        return [(each, by_code[each.document]) for each in own if each.text]

    def _items(self, code: str) -> Iterator[Item]:
        entries = {each.passage.id: each for each in self.entries}
        own = (each for each in self.passages if each.document == code and each.agenda_item and each.text)
        for number, under in groupby(own, key=lambda each: each.agenda_item):
            said = tuple(Said(each, elements(each.text, unmarked), entries.get(each.id)) for each in under)
            yield Item(number, said[0].passage, said)

    def participants(self) -> int | None:
        """Return how many came, as the minutes count or list them; names are not read."""
        for each in self.minutes[:ASKED_FOR_HEAD]:
            reading = services().texts.pages(each.checksum)
            present = read_header(reading.pages).present if reading else None
            if present:
                return present.value
        return None


@dataclass(frozen=True, slots=True)
class Became:
    """A decision or task of the meeting before, with what this meeting tells of it."""

    entry: RegisterEntry
    #: Later passages that people said belong to it: how many.
    told: int
    #: Passages of this meeting that may belong to it.
    proposed: tuple[FollowUpProposal, ...]


def proceedings(keys: Iterable[str], documents: Iterable[Description], lineage: Lineage) -> dict[str, Proceedings]:
    """Return the proceedings of some meetings by their keys; one without documents has empty ones.

    Args:
        keys: Of the meetings.
        documents: Of all of them.
        lineage: What people decided became of what was agreed.
    """
    held = list(documents)
    passages = list(services().texts.passages_of(each.code for each in held))
    agreed = services().texts.agreements.of(each.id for each in passages if each.kind in AGREED)
    own = {key: [each for each in held if each.meeting and each.meeting.key == key] for key in keys}
    return {key: Proceedings(some, passages, agreed, lineage) for key, some in own.items()}


def became(earlier: Iterable[RegisterEntry], now: Proceedings) -> list[Became]:
    """Return decisions and tasks of the meeting before, with what is told of them now."""
    lineage, entries = now.lineage, list(earlier)
    proposed = undecided([each.passage for each in entries], now.spoken, lineage)
    return [
        Became(each, len(lineage.of(each.passage.id)), tuple(proposed.get(each.passage.id, ()))) for each in entries
    ]
