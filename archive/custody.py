"""What passes between the archive and those who give it files."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from archive.values import Details

#: The agent of what nobody asked for: what the program does by itself, and what is done at the command line.
PROGRAM = ""


class Status(StrEnum):
    """What became of a file that was offered."""

    HELD = "held"
    DUPLICATE = "duplicate"
    VERSION = "version"
    WITHOUT_TEXT = "without_text"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Submission:
    """A file offered to the archive, with what is known about it."""

    path: Path
    #: As the file is called by its owner; members of packs as "outer.zip!/inner.pdf".
    name: str
    details: Details
    #: Who brings it: an account's agent, or the program itself.
    agent: str = PROGRAM


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the archive did with a submission."""

    status: Status
    #: Reference code of the document that now holds these bytes.
    code: str
    #: SHA-256 of the bytes, in lower-case hexadecimal.
    checksum: str


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """One version of a document's file."""

    #: Counted from 1.
    number: int
    checksum: str
    #: In NFC, as offered.
    file_name: str
    media_type: str
    #: Bytes.
    size: int
    #: In UTC.
    received_at: datetime


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file the catalogue says is in the store."""

    #: Reference code.
    document: str
    version: int
    checksum: str


class FileState(StrEnum):
    """What came of comparing a file with its checksum."""

    INTACT = "intact"
    MISSING = "missing"
    ALTERED = "altered"


class EventKind(StrEnum):
    """What happened, to a document or to the archive itself."""

    ACCESSION = "accession"
    NEW_VERSION = "new_version"
    AMENDMENT = "amendment"
    #: Somebody said what a passage is; the detail is its kind, or "" where none was said.
    CORRECTION = "correction"
    #: Somebody said what became of a decision or task; the detail is the verdict.
    FOLLOW_UP = "follow_up"
    #: Somebody said what facts of a method are; the detail is their names.
    CARD_CORRECTION = "card_correction"
    #: From now on others than the coordination find it.
    PUBLICATION = "publication"
    #: From now on only the coordination finds it.
    WITHDRAWAL = "withdrawal"
    DISCARD = "discard"
    #: The document was destroyed; the detail is the reason.
    ERASURE = "erasure"
    #: One earlier version of its file was destroyed, whose checksum is the detail.
    VERSION_ERASURE = "version_erasure"
    #: A version was made in which words are replaced or blackened; the detail is its checksum.
    REDACTION = "redaction"
    #: It was decided that personal data stay; the detail is how many.
    PERSONAL_DATA_LEFT = "personal_data_left"
    #: Someone was told what the archive holds about a person.
    ANSWER_GIVEN = "answer_given"
    #: A draft ended as the newest version of another document, whose code is the detail.
    BECAME_VERSION = "became_version"
    #: It was decided that a draft is no version of another document, whose code is the detail.
    KEPT_APART = "kept_apart"
    #: An entry of a vocabulary was added, renamed, merged into another, or got or lost another name.
    ENTRY_ADDED = "entry_added"
    ENTRY_RENAMED = "entry_renamed"
    ENTRY_MERGED = "entry_merged"
    ALIAS_ADDED = "alias_added"
    ALIAS_REMOVED = "alias_removed"
    #: Kind, place or days of a meeting were put right.
    ENTRY_CHANGED = "entry_changed"
    #: Somebody was invited, an account removed, or given another role; the detail is the role.
    ACCOUNT_INVITED = "account_invited"
    ACCOUNT_REMOVED = "account_removed"
    #: Somebody got another link by which to set a password; the detail is the role.
    LINK_MADE = "link_made"
    ROLE_CHANGED = "role_changed"
    #: A program may read in the name of an account from now on, or no longer; the detail is what the token is for.
    TOKEN_MADE = "token_made"  # noqa: S105 - a kind of event
    TOKEN_REVOKED = "token_revoked"  # noqa: S105 - a kind of event
    #: Words were said to mean the same, or no longer; the detail is the number of the synonym.
    SYNONYM_ADDED = "synonym_added"
    SYNONYM_REMOVED = "synonym_removed"
    #: A learning path was added, changed, offered to readers or no longer, or removed; the detail is its key.
    PATH_ADDED = "path_added"
    PATH_CHANGED = "path_changed"
    PATH_PUBLISHED = "path_published"
    PATH_HIDDEN = "path_hidden"
    PATH_REMOVED = "path_removed"
    #: The coordination said whether a method is one of the core, and how else it is called; the detail is "core" or "".
    METHOD_NOTE = "method_note"
    #: What a site lived with a method was told, may be read by others, or is kept no longer; the detail is the site.
    EXPERIENCE_OFFERED = "experience_offered"
    EXPERIENCE_RELEASED = "experience_released"
    EXPERIENCE_REMOVED = "experience_removed"
    REPORT_MADE = "report_made"
    REPORT_DONE = "report_done"
    REPORT_REMOVED = "report_removed"
    #: The coordination said something else of a topic; the detail is the topic.
    DOSSIER_CHANGED = "dossier_changed"
    #: Every file was compared with its checksum; the detail tells how many there are, are missing, and are altered.
    FIXITY_CHECK = "fixity_check"
    #: A check found that a file is missing or altered, which is the detail; a later one, that it is as it was.
    FILE_DAMAGED = "file_damaged"
    FILE_MENDED = "file_mended"
    #: Everything was copied into a backup, or came back out of one; the detail is the snapshot.
    BACKUP = "backup"
    RESTORATION = "restoration"


@dataclass(frozen=True, slots=True)
class EventEntry:
    """Something that happened to a document; holds no personal data."""

    #: In UTC.
    at: datetime
    kind: EventKind
    #: Reference code, or "" where it happened to no document.
    document: str
    #: Machine-readable: a checksum, the names of changed fields, an entry of a vocabulary ("site:hamburg"), or whose
    #: role changed and how: the account's agent, which says nothing once it is gone ("9f…:STAFF>PRIVACY").
    detail: str
    #: Who did it: an account's agent, which says nothing once the account is gone, or the program itself.
    agent: str = PROGRAM


class AccessKind(StrEnum):
    """What of a document of the coordination was opened."""

    PAGE = "page"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """That someone opened a document of the coordination."""

    #: In UTC.
    at: datetime
    kind: AccessKind
    #: Reference code.
    document: str
    agent: str
