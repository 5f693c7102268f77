"""What can go wrong in custody: each error is a fact with its facts; the wording is made at the edge."""

from enum import StrEnum
from pathlib import Path


class ArchiveError(Exception):
    """Base of every error the archive raises on purpose."""


class HomeUnusableError(ArchiveError):
    """The archive's folder cannot be created, entered or written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class NewerCatalogueError(HomeUnusableError):
    """The catalogue was written by a newer version of this program; it is left as it is."""

    def __init__(self, path: Path, schema: str, newest: str) -> None:
        super().__init__(path, f"schema {schema}, newer than {newest}")
        #: Name of the schema it was written in, and of the newest this program knows.
        self.schema = schema
        self.newest = newest


class CatalogueLostError(HomeUnusableError):
    """There are originals without a catalogue, or another catalogue lies where the open one was."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "the catalogue is gone")


class UnknownDocumentError(ArchiveError):
    """No document has this reference code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownBatchError(ArchiveError):
    """There is no batch with this key."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class IncompleteError(ArchiveError):
    """A document cannot be published because its description lacks something."""

    def __init__(self, code: str, lacks: tuple[str, ...]) -> None:
        super().__init__(f"{code}: {', '.join(lacks)}")
        self.code = code
        self.lacks = lacks


class NotADraftError(ArchiveError):
    """Only a draft may become a version of another document: what is published keeps its code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class SameDocumentError(ArchiveError):
    """A document cannot become a version of itself."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownVersionError(ArchiveError):
    """The document has no version of this number."""

    def __init__(self, code: str, number: int) -> None:
        super().__init__(f"{code}, {number}")
        self.code = code
        self.number = number


class CurrentVersionError(ArchiveError):
    """A document's current version cannot be erased without the document."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownFileError(ArchiveError):
    """The store holds no file with this checksum."""

    def __init__(self, checksum: str) -> None:
        super().__init__(checksum)
        self.checksum = checksum


class VocabularyKind(StrEnum):
    """Which controlled vocabulary an entry belongs to."""

    SITE = "site"
    TOPIC = "topic"
    MEETING = "meeting"
    MEETING_KIND = "meeting_kind"
    KEYWORD = "keyword"


class UnknownEntryError(ArchiveError):
    """A key or label is not in the controlled vocabulary."""

    def __init__(self, vocabulary: VocabularyKind, value: str) -> None:
        super().__init__(f"{vocabulary}: {value}")
        self.vocabulary = vocabulary
        self.value = value


class EntryExistsError(ArchiveError):
    """The controlled vocabulary already has an entry with this key or label."""

    def __init__(self, vocabulary: VocabularyKind, value: str) -> None:
        super().__init__(f"{vocabulary}: {value}")
        self.vocabulary = vocabulary
        self.value = value


class LockedVocabularyError(ArchiveError):
    """The wording of this vocabulary is the programme's own: only other names may be added."""

    def __init__(self, vocabulary: VocabularyKind) -> None:
        super().__init__(str(vocabulary))
        self.vocabulary = vocabulary


class UnusableLabelError(ArchiveError):
    """This cannot be what an entry is called: it is empty, too long, or holds no letter or digit."""

    def __init__(self, label: str) -> None:
        super().__init__(repr(label))
        self.label = label


class NameTakenError(ArchiveError):
    """Another entry of the vocabulary is called so."""

    def __init__(self, vocabulary: VocabularyKind, name: str, holder: str) -> None:
        super().__init__(f"{vocabulary}: {name} is {holder}")
        self.vocabulary = vocabulary
        self.name = name
        #: Label of the entry that is called so.
        self.holder = holder


class SameEntryError(ArchiveError):
    """An entry cannot be merged with itself."""


class RefusalError(ArchiveError):
    """Base of the reasons for which a file is not taken into custody."""


class NoSuchFileError(RefusalError):
    """There is no file at this path."""


class EmptyFileError(RefusalError):
    """The file has no bytes."""


class TooLargeError(RefusalError):
    """The file is larger than the archive takes."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"{size} > {limit} bytes")
        self.size = size
        self.limit = limit


class UnsupportedFormatError(RefusalError):
    """The archive does not take files of this kind."""

    def __init__(self, media_type: str) -> None:
        super().__init__(media_type)
        self.media_type = media_type


class EmptyPackError(RefusalError):
    """A ZIP pack holds no file that anyone put there."""


class PackFault(StrEnum):
    """Why a pack is not opened."""

    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    LEADS_OUTSIDE = "leads_outside"
    NOT_A_FILE = "not_a_file"
    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    BOMB = "bomb"


class UnsafePackError(RefusalError):
    """A ZIP pack, or a member of it, cannot be unpacked without danger."""

    def __init__(self, reason: PackFault, member: str = "") -> None:
        super().__init__(f"{reason}: {member}" if member else str(reason))
        self.reason = reason
        self.member = member
