"""The documents of a hand-over with their texts, one after the other: all of them together are too many for memory."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.handover.giving import Given
from archive.handover.originals import HandedDocument, name_of, place_of
from archive.values import Description
from indexer.agreed import Agreed
from indexer.index.readings import ReadingRecord
from indexer.passages import Passage
from indexer.structure.kinds import PassageKind
from webui.compose import Holdings
from webui.lineage import lineage_among

#: Folder of the Lesefassungen within the payload.
FOLDER = "lesefassungen"

AGREED = frozenset({PassageKind.DECISION, PassageKind.TASK})

#: Ids asked for at once.
PORTION = 500


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as it is shown."""

    handed: HandedDocument
    passages: tuple[Passage, ...]
    #: Id of a decision or task → who, by when, and what became of it.
    agreed: Mapping[str, Agreed]
    #: None where the file could not be opened yet.
    reading: ReadingRecord | None

    @property
    def document(self) -> Description:
        """What the catalogue says of it."""
        return self.handed.description

    @property
    def place(self) -> str:
        """Where its Lesefassung lies within the payload."""
        return place_of_reading(self.document)

    @property
    def original(self) -> str:
        """Where its file lies within the payload, or "" where it is missing."""
        files = self.handed.files
        return next((each.path for each in files if each.version.number == self.document.version), "")


def place_of_reading(document: Description) -> str:
    """Return where the Lesefassung of a document lies within the payload."""
    return f"{FOLDER}/{place_of(document)}/{name_of(document)}.html"


def shelf(holdings: Holdings, given: Given) -> Iterator[Shown]:
    """Yield the documents of a hand-over in the order of their accession."""
    codes = {each.description.code for each in given.documents}
    states = lineage_among(holdings.archive.follow_ups.entries(), codes, holdings.texts).states
    for handed in given.documents:
        passages = holdings.texts.passages(handed.description.code)
        reading = holdings.texts.reading(handed.description.checksum)
        agreed = {id_: each.told(states.get(id_)) for id_, each in _agreed(holdings, passages).items()}
        yield Shown(handed, passages, agreed, reading)


def _agreed(holdings: Holdings, passages: tuple[Passage, ...]) -> dict[str, Agreed]:
    ids = [each.id for each in passages if each.kind in AGREED]
    found: dict[str, Agreed] = {}
    for start in range(0, len(ids), PORTION):
        found |= holdings.texts.agreements.of(ids[start : start + PORTION])
    return found
