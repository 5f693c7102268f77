"""Decisions and tasks as they are shown: with who, by when, what became of them, and where they stand."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from archive.values import Description, MeetingDescription
from indexer.agreed import Agreed
from indexer.passages import Passage
from indexer.structure.agreements import State, subject
from webui.reader import seen
from webui.services import services


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
        state = states.get(self.passage.id)
        if state is None or self.agreed.is_by_hand:
            return self
        return replace(self, agreed=replace(self.agreed, state=state))


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


def grouped(entries: Iterable[RegisterEntry]) -> list[tuple[MeetingDescription | None, list[RegisterEntry]]]:
    """Return decisions and tasks under the meetings they come from, as they follow each other."""
    return [(meeting, list(own)) for meeting, own in groupby(entries, key=lambda each: each.document.meeting)]
