"""Passages of one kind in some documents: all decisions of a meeting, all its tasks."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.values import Description
from indexer.passages import Passage
from indexer.search.presenting import unmarked
from indexer.structure.kinds import PassageKind
from webui.reading import Element, elements
from webui.services import services


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage with the document it stands in."""

    document: Description
    passage: Passage
    elements: tuple[Element, ...]


def findings(documents: Iterable[Description], kind: PassageKind) -> list[Finding]:
    """Return the passages of one kind, in reading order."""
    return [
        Finding(document, passage, elements(passage.text, unmarked))
        for document in documents
        for passage in services().texts.passages(document.code)
        if passage.kind is kind and passage.text
    ]
