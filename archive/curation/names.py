"""What entries of the vocabularies may be called, and which names are taken."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.authorities import slug
from archive.catalogue.authorities import FormerEntry, Keyword, Meeting, MeetingKind, Site, Topic
from archive.errors import NameTakenError, UnknownEntryError, UnusableLabelError, VocabularyKind
from archive.vocabulary import fold

#: A row of a vocabulary.
Row = Site | Topic | Meeting | MeetingKind | Keyword

#: Their mapped classes; each has a key, a label and aliases.
TABLES: Mapping[VocabularyKind, Any] = {
    VocabularyKind.SITE: Site,
    VocabularyKind.TOPIC: Topic,
    VocabularyKind.MEETING: Meeting,
    VocabularyKind.MEETING_KIND: MeetingKind,
    VocabularyKind.KEYWORD: Keyword,
}

#: Characters; longer ones fit into no chip.
LONGEST = 120

#: Control characters, surrogates, private use and unassigned ones; formatting ones may turn the direction of a line.
UNSAFE = ("Cc", "Cf", "Cs", "Co", "Cn")


def checked(label: str) -> str:
    """Return a label as it is kept: in NFC, single spaces between words.

    Raises:
        UnusableLabelError: It is empty, too long, has no letter or digit, or characters that cannot be seen.
    """
    kept = " ".join(unicodedata.normalize("NFC", label).split())
    is_visible = all(unicodedata.category(letter) not in UNSAFE for letter in kept)
    if len(kept) > LONGEST or not is_visible or not slug(kept):
        raise UnusableLabelError(label)
    return kept


def find(session: Session, vocabulary: VocabularyKind, key: str) -> Row:
    """Return the entry of a key, or raise UnknownEntryError."""
    table = TABLES[vocabulary]
    row: Row | None = session.scalar(select(table).where(table.key == key))
    if row is None:
        raise UnknownEntryError(vocabulary, key)
    return row


def names_of(row: Row) -> tuple[str, ...]:
    """Return everything an entry is called, the label first."""
    further = (row.place,) if isinstance(row, Site) else (row.short_label,) if isinstance(row, Topic) else ()
    return (row.label, *further, *row.aliases)


def refuse_taken(session: Session, vocabulary: VocabularyKind, name: str, own: Row | None = None) -> None:
    """Raise NameTakenError if an entry of the vocabulary, other than one's own, is called so."""
    for row in session.scalars(select(TABLES[vocabulary])):
        if row is not own and fold(name) in map(fold, names_of(row)):
            raise NameTakenError(vocabulary, name, row.label)


def free_key(session: Session, vocabulary: VocabularyKind, label: str) -> str:
    """Return a key for a label that no entry has, and none had before it was merged."""
    table = TABLES[vocabulary]
    former = select(FormerEntry.key).where(FormerEntry.vocabulary == vocabulary)
    taken = {*session.scalars(select(table.key)), *session.scalars(former)}
    key, number = slug(label), 2
    while key in taken:
        key, number = f"{slug(label)}-{number}", number + 1
    return key
