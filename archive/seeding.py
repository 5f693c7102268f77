"""What an archive knows from its first day: the vocabularies of the programme, from the files in `seed/`."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from archive.authorities import add_meeting, add_meeting_kind, add_site, add_topic
from archive.catalogue.authorities import FormerEntry, Meeting, MeetingKind, Site, Topic
from archive.catalogue.catalogue import Catalogue
from archive.entries import (
    EvidenceState,
    MeetingEntry,
    MeetingFormat,
    MeetingKindEntry,
    MeetingStatus,
    SiteEntry,
    TopicEntry,
)
from archive.errors import EntryExistsError, VocabularyKind

#: Where the files stand.
SEED = Path(__file__).parent / "seed"

#: The vocabulary of each table.
VOCABULARIES: Mapping[type[MeetingKind | Meeting | Site | Topic], VocabularyKind] = {
    MeetingKind: VocabularyKind.MEETING_KIND,
    Meeting: VocabularyKind.MEETING,
    Site: VocabularyKind.SITE,
    Topic: VocabularyKind.TOPIC,
}

Entry = TypeVar("Entry", MeetingKindEntry, MeetingEntry, SiteEntry, TopicEntry)


def sow(catalogue: Catalogue) -> None:
    """Add the seeded entries that are missing; what is there already stays as people have changed it."""
    with catalogue.reading() as session:
        if _is_sown(session):
            return
    with catalogue.writing() as session:
        _sow(session)


def seeded_meeting_kinds() -> Iterator[MeetingKindEntry]:
    """Yield the kinds of meeting the programme names."""
    return (MeetingKindEntry(**row) for row in _rows("meeting_kind"))


def seeded_meetings() -> Iterator[MeetingEntry]:
    """Yield the meetings the programme names."""
    for row in _rows("meeting"):
        row["format"] = MeetingFormat(row["format"])
        row["status"] = MeetingStatus(row["status"])
        yield MeetingEntry(**row)


def seeded_sites() -> Iterator[SiteEntry]:
    """Yield the 16 model sites, the undocumented one included."""
    for row in _rows("site"):
        row["evidence"] = EvidenceState(row["evidence"])
        yield SiteEntry(**row)


def seeded_topics() -> Iterator[TopicEntry]:
    """Yield the 13 Handlungsfelder."""
    return (TopicEntry(**row) for row in _rows("topic"))


def _is_sown(session: Session) -> bool:
    return not any(
        (
            _missing(session, MeetingKind, seeded_meeting_kinds()),
            _missing(session, Meeting, seeded_meetings()),
            _missing(session, Site, seeded_sites()),
            _missing(session, Topic, seeded_topics()),
        )
    )


def _sow(session: Session) -> None:
    _add(session, add_meeting_kind, _missing(session, MeetingKind, seeded_meeting_kinds()))
    _add(session, add_meeting, _missing(session, Meeting, seeded_meetings()))
    _add(session, add_site, _missing(session, Site, seeded_sites()))
    _add(session, add_topic, _missing(session, Topic, seeded_topics()))


def _add(session: Session, add: Callable[[Session, Entry], None], entries: Iterable[Entry]) -> None:
    for entry in entries:
        # An entry that someone made by hand under the same name stands.
        with suppress(EntryExistsError):
            add(session, entry)


def _missing(
    session: Session, table: type[MeetingKind | Meeting | Site | Topic], entries: Iterable[Entry]
) -> list[Entry]:
    merged: Select[str] = select(FormerEntry.key).where(FormerEntry.vocabulary == VOCABULARIES[table])
    known = {*session.scalars(select(table.key)), *session.scalars(merged)}
    return [entry for entry in entries if entry.key not in known]


def _rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the tables of a seed file, with tuples for its arrays."""
    with (SEED / f"{name}s.toml").open("rb") as file:
        rows = tomllib.load(file)[name]
    for row in rows:
        yield {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
