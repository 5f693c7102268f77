"""The vocabularies as the archive hands them out: what each holds, and what is added to them as it stands.

Most pages need them, and they change rarely: they are read again only after something was written.
"""

from collections.abc import Collection
from functools import partial

from archive import authorities
from archive.catalogue.catalogue import Catalogue
from archive.entries import KeywordEntry, MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry
from archive.values import Visibility
from archive.vocabulary import Vocabulary


class Vocabularies:
    """Reads meetings and their kinds, sites, topics and keywords; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def meetings(self) -> tuple[MeetingEntry, ...]:
        """Return every meeting, oldest first."""
        return self._catalogue.lasting("meetings", authorities.meetings)

    def meeting_kinds(self) -> tuple[MeetingKindEntry, ...]:
        """Return every kind of meeting, in the order they were added."""
        return self._catalogue.lasting("meeting_kinds", authorities.meeting_kinds)

    def sites(self) -> tuple[SiteEntry, ...]:
        """Return every site, by label."""
        return self._catalogue.lasting("sites", authorities.sites)

    def topics(self) -> tuple[TopicEntry, ...]:
        """Return the Handlungsfelder in the programme's own order."""
        return self._catalogue.lasting("topics", authorities.topics)

    def keywords(self) -> tuple[KeywordEntry, ...]:
        """Return every keyword, by label."""
        return self._catalogue.lasting("keywords", authorities.keywords)

    def carried_keywords(self, visible: Collection[Visibility]) -> tuple[KeywordEntry, ...]:
        """Return the keywords that documents of some classes have, by label; of others their readers know nothing."""
        read = partial(authorities.carried_keywords, visible=visible)
        return self._catalogue.lasting(("keywords", frozenset(visible)), read)

    def joined(self) -> Vocabulary:
        """Return the labels of all entries, to be found by any of their names."""
        return self._catalogue.lasting("joined", authorities.vocabulary)

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
