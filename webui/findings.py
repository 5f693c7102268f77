"""Passages of one kind in some documents: all decisions of a meeting, all its tasks."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.values import Description
from indexer.agreed import Agreed
from indexer.passages import Passage
from indexer.search.presenting import unmarked
from indexer.structure.kinds import PassageKind
from webui.agreements import corrected_agreements
from webui.reading import Element, elements
from webui.services import services


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage with the document it stands in."""

    document: Description
    passage: Passage
    elements: tuple[Element, ...]
    #: What people said of it, or None where its own words are all there is.
    agreed: Agreed | None


def findings(documents: Iterable[Description], kind: PassageKind) -> list[Finding]:
    """Return the passages of one kind, in reading order."""
    held = list(documents)
    by_hand = corrected_agreements(held)
    return [
        Finding(document, passage, elements(passage.text, unmarked), by_hand.get(passage.id))
        for document in held
        for passage in services().texts.passages(document.code)
        if passage.kind is kind and passage.text
    ]
