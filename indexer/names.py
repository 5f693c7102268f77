"""Other names of what a document is about: it is found under every one of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from archive.archive import Archive
from archive.values import Description


@dataclass(frozen=True, slots=True)
class OtherNames:
    """The aliases of sites, topics, kinds of meetings and keywords, by label."""

    sites: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, tuple[str, ...]]
    meeting_kinds: Mapping[str, tuple[str, ...]]
    #: By key.
    meetings: Mapping[str, tuple[str, ...]]
    keywords: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, archive: Archive) -> "OtherNames":
        """Read the other names from an archive's vocabularies."""
        return cls(
            sites={entry.label: (*entry.aliases, *entry.quarters) for entry in archive.vocabularies.sites()},
            topics={entry.label: entry.aliases for entry in archive.vocabularies.topics()},
            meeting_kinds={entry.label: entry.aliases for entry in archive.vocabularies.meeting_kinds()},
            meetings={entry.key: (*entry.aliases, entry.motto) for entry in archive.vocabularies.meetings()},
            keywords={entry.label: entry.aliases for entry in archive.vocabularies.keywords()},
        )

    def of_document(self, document: Description) -> tuple[str, ...]:
        """Return the other names of a document's sites, topics, keywords and meeting."""
        names = [name for site in document.sites for name in self.sites.get(site, ())]
        names += [name for topic in document.topics for name in self.topics.get(topic, ())]
        names += [name for keyword in document.keywords for name in self.keywords.get(keyword, ())]
        if document.meeting:
            names += [*self.meeting_kinds.get(document.meeting.kind, ()), *self.meetings.get(document.meeting.key, ())]
        return tuple(dict.fromkeys(name for name in names if name))
