"""The original files in a bag, under names by which people find them."""

from dataclasses import dataclass

from archive.custody import VersionEntry
from archive.handover.bag import BagWriter
from archive.handover.names import safe_ending, safe_name
from archive.store import Store
from archive.values import Description

#: Their folder within the payload.
FOLDER = "originale"

#: Where documents that belong to no meeting lie.
NO_MEETING = "Ohne Treffen"

#: Characters of a meeting's folder; beside it stand kind, title and code.
LONGEST_MEETING = 50


@dataclass(frozen=True, slots=True)
class HandedFile:
    """One version of a document, and where its file lies in the bag."""

    version: VersionEntry
    #: Within the payload, or "" where the file could not be handed over.
    path: str


@dataclass(frozen=True, slots=True)
class HandedDocument:
    """A document that is handed over."""

    description: Description
    #: Oldest first.
    files: tuple[HandedFile, ...]


def place_of(document: Description) -> str:
    """Return where a document's files lie: its meeting, and its kind."""
    meeting = safe_name(document.meeting.title, LONGEST_MEETING) if document.meeting else NO_MEETING
    return f"{meeting}/{safe_name(document.kind)}"


def name_of(document: Description) -> str:
    """Return what a document's file is called, without an ending: its title and its code, which no other has."""
    return f"{safe_name(document.title)} ({document.code})"


def copy_original(bag: BagWriter, store: Store, document: Description, version: VersionEntry) -> HandedFile:
    """Copy one version of a document into a bag, unless its file is missing in the store or is not what it was."""
    name = name_of(document) if version.number == document.version else _older(document, version)
    path = f"{FOLDER}/{place_of(document)}/{name}{safe_ending(version.file_name)}"
    if not store.holds(version.checksum):
        return HandedFile(version, "")
    if bag.copy(path, store.path(version.checksum)) != version.checksum:
        bag.remove(path)
        return HandedFile(version, "")
    return HandedFile(version, path)


def _older(document: Description, version: VersionEntry) -> str:
    return f"{safe_name(document.title)} ({document.code}, Fassung {version.number})"
