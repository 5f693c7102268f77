"""Decisions and tasks as they are shown: with who, by when, what became of them, and where they stand."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from archive.values import Description, MeetingDescription
from indexer.agreed import Agreed
from indexer.passages import Passage
from indexer.structure.agreements import State, subject
from webui.reader import seen
from webui.services import services

#: So many documents are described at once: databases take no more than some ten thousand values in one statement.
PORTION = 5000


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

    def told(self, states: Mapping[str, State]) -> "RegisterEntry":
        """Return it in the state that later meetings tell of it, unless someone said otherwise."""
        return replace(self, agreed=self.agreed.told(states.get(self.passage.id)))


def register_entries(ids: Collection[str]) -> list[RegisterEntry]:
    """Return decisions and tasks by the ids of their passages, in that order; what may not be seen is left out."""
    passages = services().texts.passages_by_id(ids)
    documents = _documents(sorted({each.document for each in passages.values()}))
    return entries_among([passages[id_] for id_ in ids if id_ in passages], documents)


def entries_among(passages: Collection[Passage], documents: Mapping[str, Description]) -> list[RegisterEntry]:
    """Return those passages that are decisions or tasks of some documents, in their order."""
    agreed = services().texts.agreements.of([each.id for each in passages])
    shown = (each for each in passages if each.id in agreed)
    return [
        RegisterEntry(documents[each.document], each, agreed[each.id]) for each in shown if each.document in documents
    ]


def _documents(codes: Sequence[str]) -> dict[str, Description]:
    """Return those of some documents that the reader may see, by code."""
    portions = (codes[start : start + PORTION] for start in range(0, len(codes), PORTION))
    found = (each for portion in portions for each in services().archive.describe_many(portion))
    return {each.code: each for each in seen(found)}


def grouped(entries: Iterable[RegisterEntry]) -> list[tuple[MeetingDescription | None, list[RegisterEntry]]]:
    """Return decisions and tasks under the meetings they come from, as they follow each other."""
    return [(meeting, list(own)) for meeting, own in groupby(entries, key=lambda each: each.document.meeting)]
