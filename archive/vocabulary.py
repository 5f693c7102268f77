"""One wording for each thing: labels, keys and aliases lead to the label."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from archive.entries import KeywordEntry, MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry
from archive.values import DocumentKind


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Finds the label for whatever someone calls a site, topic, meeting or kind; letter case does not matter."""

    sites: Mapping[str, str]
    topics: Mapping[str, str]
    meetings: Mapping[str, str]
    meeting_kinds: Mapping[str, str]
    document_kinds: Mapping[str, str]
    keywords: Mapping[str, str]

    @classmethod
    def of(
        cls,
        sites: Iterable[SiteEntry],
        topics: Iterable[TopicEntry],
        meetings: Iterable[MeetingEntry],
        meeting_kinds: Iterable[MeetingKindEntry],
        keywords: Iterable[KeywordEntry] = (),
    ) -> Self:
        """Build the vocabulary of these entries."""
        return cls(
            sites=_labels((site.label, (site.key, *site.names)) for site in sites),
            topics=_labels((topic.label, (topic.key, *topic.names)) for topic in topics),
            meetings=_labels((meeting.title, (meeting.key, *meeting.names)) for meeting in meetings),
            meeting_kinds=_labels((kind.label, (kind.key, *kind.names)) for kind in meeting_kinds),
            document_kinds=_labels((kind.value, kind.value.split("/")) for kind in DocumentKind),
            keywords=_labels((keyword.label, (keyword.key, *keyword.names)) for keyword in keywords),
        )

    def site(self, text: str) -> str | None:
        """Return the label of a site, e.g. "Frankfurt am Main" for "ffm"."""
        return self.sites.get(fold(text))

    def topic(self, text: str) -> str | None:
        """Return the exact label of a Handlungsfeld."""
        return self.topics.get(fold(text))

    def meeting(self, text: str) -> str | None:
        """Return the title of a meeting."""
        return self.meetings.get(fold(text))

    def keyword(self, text: str) -> str | None:
        """Return the label of a keyword."""
        return self.keywords.get(fold(text))

    def meeting_kind(self, text: str) -> str | None:
        """Return the label of a kind of meeting, e.g. "Standorttreffen" for "Austauschtreffen"."""
        return self.meeting_kinds.get(fold(text))

    def document_kind(self, text: str) -> DocumentKind | None:
        """Return a kind of document, e.g. "Tagesordnung/Programm" for "Programm"."""
        label = self.document_kinds.get(fold(text))
        return DocumentKind(label) if label else None


def fold(text: str) -> str:
    """Return a name as it is compared: in NFC, without letter case, single spaces between words."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _labels(entries: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, str]:
    """Map every name to its label; a label always wins over the alias of another."""
    known = [(label, tuple(aliases)) for label, aliases in entries]
    by_alias = {fold(alias): label for label, aliases in known for alias in aliases}
    return by_alias | {fold(label): label for label, _ in known}
