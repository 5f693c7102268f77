"""The vocabularies as the archive hands them out: what each holds, and what is added to them as it stands."""

from archive import authorities
from archive.catalogue.catalogue import Catalogue
from archive.entries import KeywordEntry, MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry
from archive.vocabulary import Vocabulary


class Vocabularies:
    """Reads meetings and their kinds, sites, topics and keywords; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def meetings(self) -> tuple[MeetingEntry, ...]:
        """Return every meeting, oldest first."""
        with self._catalogue.reading() as session:
            return authorities.meetings(session)

    def meeting_kinds(self) -> tuple[MeetingKindEntry, ...]:
        """Return every kind of meeting, in the order they were added."""
        with self._catalogue.reading() as session:
            return authorities.meeting_kinds(session)

    def sites(self) -> tuple[SiteEntry, ...]:
        """Return every site, by label."""
        with self._catalogue.reading() as session:
            return authorities.sites(session)

    def topics(self) -> tuple[TopicEntry, ...]:
        """Return the Handlungsfelder in the programme's own order."""
        with self._catalogue.reading() as session:
            return authorities.topics(session)

    def keywords(self) -> tuple[KeywordEntry, ...]:
        """Return every keyword, by label."""
        with self._catalogue.reading() as session:
            return authorities.keywords(session)

    def joined(self) -> Vocabulary:
        """Return the labels of all entries, to be found by any of their names."""
        with self._catalogue.reading() as session:
            return authorities.vocabulary(session)

    def add_meeting(self, entry: MeetingEntry) -> None:
        """Add a meeting, or raise EntryExistsError or, for its kind, UnknownEntryError."""
        with self._catalogue.writing() as session:
            authorities.add_meeting(session, entry)

    def add_meeting_kind(self, entry: MeetingKindEntry) -> None:
        """Add a kind of meeting, or raise EntryExistsError."""
        with self._catalogue.writing() as session:
            authorities.add_meeting_kind(session, entry)

    def add_site(self, entry: SiteEntry) -> None:
        """Add a site, or raise EntryExistsError."""
        with self._catalogue.writing() as session:
            authorities.add_site(session, entry)
