"""Keeps the vocabularies; what they say of documents, the documents follow."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive import authorities
from archive.catalogue.authorities import FormerEntry, Keyword, MeetingKind, Site
from archive.catalogue.catalogue import Catalogue
from archive.curation import following, names
from archive.curation.dossiers import Dossiers
from archive.curation.names import Row
from archive.custody import PROGRAM, EventKind
from archive.entries import KeywordEntry, MeetingEntry, MeetingKindEntry, SiteEntry
from archive.errors import LockedVocabularyError, SameEntryError, UnknownEntryError, VocabularyKind
from archive.events import record
from archive.vocabulary import fold

#: The wording of the Handlungsfelder is the programme's own.
LOCKED = frozenset({VocabularyKind.TOPIC})

#: An entry that people may add.
NewEntry = SiteEntry | MeetingEntry | MeetingKindEntry | KeywordEntry

#: Kind of entry → its vocabulary, and what adds it.
_ADDING: Mapping[type[NewEntry], tuple[VocabularyKind, Any]] = {
    SiteEntry: (VocabularyKind.SITE, authorities.add_site),
    MeetingEntry: (VocabularyKind.MEETING, authorities.add_meeting),
    MeetingKindEntry: (VocabularyKind.MEETING_KIND, authorities.add_meeting_kind),
    KeywordEntry: (VocabularyKind.KEYWORD, authorities.add_keyword),
}


class Curation:
    """Adds, renames and merges entries of the vocabularies; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.dossiers = Dossiers(catalogue)

    def add(self, entry: NewEntry, agent: str = PROGRAM) -> str:
        """Add an entry under a key that is made from its label, and return the key.

        Raises:
            UnusableLabelError: Nothing can be called so.
            NameTakenError: Another entry is called so.
            UnknownEntryError: A meeting is of a kind that does not exist.
        """
        vocabulary, add = _ADDING[type(entry)]
        with self._catalogue.writing() as session:
            label = names.checked(entry.names[0] if entry.names else "")
            names.refuse_taken(session, vocabulary, label)
            key = names.free_key(session, vocabulary, label)
            add(session, _called(entry, key, label))
            record(session, EventKind.ENTRY_ADDED, "", f"{vocabulary}:{key}", agent)
        return key

    def keys_of_keywords(self, labels: Iterable[str], agent: str = PROGRAM) -> tuple[str, ...]:
        """Return the keys of keywords by any of their names; those that are missing are added.

        Raises:
            UnusableLabelError: Nothing can be called so; none was added then.
        """
        wanted = [names.checked(label) for label in labels]
        with self._catalogue.reading() as session:
            known = {fold(each): row.key for row in session.scalars(select(Keyword)) for each in names.names_of(row)}
        for label in wanted:
            if fold(label) not in known:
                known[fold(label)] = self.add(KeywordEntry("", label), agent)
        return tuple(dict.fromkeys(known[fold(label)] for label in wanted))

    def rename(self, vocabulary: VocabularyKind, key: str, label: str, agent: str = PROGRAM) -> None:
        """Call an entry otherwise; it goes on being found by what it was called.

        Raises:
            LockedVocabularyError: The wording is the programme's own.
            UnusableLabelError: Nothing can be called so.
            NameTakenError: Another entry is called so.
            UnknownEntryError: There is no entry of this key.
        """
        _refuse_locked(vocabulary)
        wanted = names.checked(label)
        with self._catalogue.writing() as session:
            row = names.find(session, vocabulary, key)
            if row.label == wanted:
                return
            names.refuse_taken(session, vocabulary, wanted, row)
            before, row.label = row.label, wanted
            row.aliases = _others(row, (*row.aliases, before))
            session.flush()
            self._record(session, row, EventKind.ENTRY_RENAMED, f"{vocabulary}:{key}", agent)

    def restate(self, entry: MeetingEntry, agent: str = PROGRAM) -> None:
        """Put kind, place and days of a meeting right; what it is called and the dates of its documents stay.

        Raises:
            UnknownEntryError: There is no meeting of this key, or no such kind.
        """
        with self._catalogue.writing() as session:
            row = names.find(session, VocabularyKind.MEETING, entry.key)
            kind = session.scalar(select(MeetingKind).where(MeetingKind.label == entry.kind))
            if kind is None:
                raise UnknownEntryError(VocabularyKind.MEETING_KIND, entry.kind)
            wanted = {"kind_id": kind.id, "place": entry.place, "start": entry.start, "end": entry.end}
            if all(getattr(row, name) == value for name, value in wanted.items()):
                return
            for name, value in wanted.items():
                setattr(row, name, value)
            session.flush()
            self._record(session, row, EventKind.ENTRY_CHANGED, f"{VocabularyKind.MEETING}:{entry.key}", agent)

    def add_alias(self, vocabulary: VocabularyKind, key: str, alias: str, agent: str = PROGRAM) -> None:
        """Give an entry, a Handlungsfeld, too, another name; errors as of `rename`, but for the lock."""
        wanted = names.checked(alias)
        with self._catalogue.writing() as session:
            row = names.find(session, vocabulary, key)
            names.refuse_taken(session, vocabulary, wanted, row)
            if fold(wanted) not in map(fold, names.names_of(row)):
                row.aliases = (*row.aliases, wanted)
                self._record(session, row, EventKind.ALIAS_ADDED, f"{vocabulary}:{key}", agent)

    def remove_alias(self, vocabulary: VocabularyKind, key: str, alias: str, agent: str = PROGRAM) -> None:
        """Take one of its other names from an entry; one that it has not is no fault."""
        with self._catalogue.writing() as session:
            row = names.find(session, vocabulary, key)
            if alias in row.aliases:
                row.aliases = tuple(each for each in row.aliases if each != alias)
                self._record(session, row, EventKind.ALIAS_REMOVED, f"{vocabulary}:{key}", agent)

    def merge(self, vocabulary: VocabularyKind, key: str, successor: str, agent: str = PROGRAM) -> None:
        """Merge an entry into another, which is found by both names then and has the documents of both.

        Raises:
            LockedVocabularyError: The wording is the programme's own.
            SameEntryError: They are the same.
            UnknownEntryError: There is no entry of one of the keys.
        """
        _refuse_locked(vocabulary)
        if key == successor:
            raise SameEntryError(key)
        with self._catalogue.writing() as session:
            row, kept = names.find(session, vocabulary, key), names.find(session, vocabulary, successor)
            following.record_following(session, vocabulary, row, agent)
            following.move(session, row, kept)
            # Those that were there before, too: they are found by one name more.
            following.renew(session, kept)
            kept.aliases = _others(kept, (*kept.aliases, *names.names_of(row)))
            if isinstance(row, Site) and isinstance(kept, Site):
                kept.quarters = tuple(dict.fromkeys((*kept.quarters, *row.quarters)))
            following.succeed(session, vocabulary, key, successor)
            session.flush()
            session.expire_all()
            session.delete(row)
            record(session, EventKind.ENTRY_MERGED, "", f"{vocabulary}:{key}>{successor}", agent)

    def count(self, vocabulary: VocabularyKind, key: str) -> int:
        """Return how many documents follow an entry, or raise UnknownEntryError."""
        with self._catalogue.reading() as session:
            return following.count(session, names.find(session, vocabulary, key))

    def successor(self, vocabulary: VocabularyKind, key: str) -> str | None:
        """Return the key of the entry into which that of a key was merged, or None."""
        with self._catalogue.reading() as session:
            former = session.get(FormerEntry, (vocabulary, key))
            return former.successor if former else None

    def _record(self, session: Session, row: Row, kind: EventKind, detail: str, agent: str) -> None:
        """Record a change of an entry, and let its documents be indexed anew."""
        following.renew(session, row)
        record(session, kind, "", detail, agent)


def _called(entry: NewEntry, key: str, label: str) -> NewEntry:
    if isinstance(entry, MeetingEntry):
        return replace(entry, key=key, title=label)
    return replace(entry, key=key, label=label)


def _refuse_locked(vocabulary: VocabularyKind) -> None:
    if vocabulary in LOCKED:
        raise LockedVocabularyError(vocabulary)


def _others(row: Row, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return those of some names that are not the label nor each other, however they are spelt."""
    seen = {fold(row.label)}
    kept = []
    for name in wanted:
        if name and fold(name) not in seen:
            seen.add(fold(name))
            kept.append(name)
    return tuple(kept)
