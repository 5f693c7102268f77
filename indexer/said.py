"""What passages say, sentence by sentence: the terms that tell whether a later one comes back to a matter."""

import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from indexer.passages import Passage
from indexer.structure.agreements import subject
from indexer.structure.kinds import PassageKind

#: Kinds of passages that tell something about a matter.
TELLING_KINDS = (PassageKind.AGENDA_ITEM, PassageKind.DECISION, PassageKind.RESULT, PassageKind.TASK)

#: Kinds that are such a matter.
MATTERS = (PassageKind.DECISION, PassageKind.TASK)

#: Where a sentence, a row or an item ends.
_END = re.compile(r"\n+|(?<=[.!?;])\s+(?=[A-ZÄÖÜ„→•])")

#: Between the terms of a sentence, and between sentences; no term has white space.
_TERMS, _SENTENCES = " ", "\n"

#: Returns the terms of a text.
Terms = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Said:
    """The terms of a passage."""

    #: Of what is decided or to be done; none in passages of other kinds.
    subject: frozenset[str]
    #: Of each sentence.
    sentences: tuple[frozenset[str], ...]


def said_in(passage: Passage, terms: Terms) -> Said:
    """Return what a passage says, reading its words.

    Args:
        passage: Any.
        terms: Cuts texts into terms.
    """
    own = frozenset(terms(subject(passage.text))) if passage.kind in MATTERS else frozenset()
    return Said(own, tuple(frozenset(terms(each)) for each in _END.split(passage.text) if each.strip()))


def packed_said(said: Said) -> bytes:
    """Pack what a passage says for keeping."""
    lines = (said.subject, *said.sentences)
    return zlib.compress(_SENTENCES.join(_TERMS.join(sorted(each)) for each in lines).encode())


def unpacked_said(kept: bytes) -> Said:
    """Return what was packed."""
    own, *sentences = (frozenset(line.split()) for line in zlib.decompress(kept).decode().split(_SENTENCES))
    return Said(own, tuple(sentences))
