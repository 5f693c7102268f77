"""Decisions and tasks as they are shown: with who, by when, what became of them, and where they stand."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from archive.values import Description, MeetingDescription
from indexer.agreed import Agreed
from indexer.passages import Passage
from indexer.structure.agreements import subject
from webui.reader import seen
from webui.services import services

#: So many are read from the catalogue at once where a whole list is sent.
PORTION = 500


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A decision or task with all that is shown of it."""

    document: Description
    passage: Passage
    agreed: Agreed

    @property
    def what(self) -> str:
        """What is decided or to be done, in one line."""
        return subject(self.passage.text)


def register_entries(ids: Collection[str]) -> list[RegisterEntry]:
    """Return decisions and tasks by the ids of their passages, in that order; what may not be seen is left out."""
    texts = services().texts
    passages, agreed = texts.passages_by_id(ids), texts.agreements.of(ids)
    codes = {each.document for each in passages.values()}
    documents = {each.code: each for each in seen(services().archive.describe_many(codes))}
    shown = (passages[id_] for id_ in ids if id_ in passages and id_ in agreed)
    return [
        RegisterEntry(documents[each.document], each, agreed[each.id]) for each in shown if each.document in documents
    ]


def every_entry(ids: Iterable[str]) -> Iterable[RegisterEntry]:
    """Yield decisions and tasks, however many they are."""
    left = list(ids)
    for start in range(0, len(left), PORTION):
        yield from register_entries(left[start : start + PORTION])


def grouped(entries: Iterable[RegisterEntry]) -> list[tuple[MeetingDescription | None, list[RegisterEntry]]]:
    """Return decisions and tasks under the meetings they come from, as they follow each other."""
    return [(meeting, list(own)) for meeting, own in groupby(entries, key=lambda each: each.document.meeting)]
