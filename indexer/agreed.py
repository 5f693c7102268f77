"""What was agreed in a passage: as its words say it, or as people put it right."""

from dataclasses import dataclass, replace
from datetime import date

from archive.corrections import Said
from indexer.passages import Passage
from indexer.structure.agreements import State, read_agreement
from indexer.structure.due import Due
from indexer.structure.kinds import PassageKind


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who is to do something, by when, and what became of it."""

    #: A role, or "".
    who: str
    due: Due | None
    state: State
    #: Whether people said so, and not the words alone.
    is_by_hand: bool

    def told(self, state: State | None) -> "Agreed":
        """Return it in the state that a later meeting tells of it, if one does and nobody said otherwise."""
        return self if state is None or self.is_by_hand else replace(self, state=state)


def agreed(passage: Passage, meeting: date | None, said: Said | None) -> Agreed | None:
    """Return what was agreed in a passage, or None if it is neither a decision nor a task.

    Args:
        passage: As it was recognised or put right.
        meeting: The (first) day of the meeting, from which due dates are counted.
        said: What people say of the passage, if they say anything.
    """
    kind = PassageKind(said.kind) if said and said.kind else passage.kind
    read = read_agreement(kind, passage.text, meeting)
    if read is None:
        return None
    if said is None:
        return Agreed(read.who, read.due, read.state, is_by_hand=False)
    due = Due(said.due_day, said.due) if said.due else None
    return Agreed(said.who, due, State(said.state) if said.state else read.state, is_by_hand=True)
