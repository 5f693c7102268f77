"""One wording for each thing: labels, keys and aliases lead to the label."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from archive.errors import VocabularyKind
from archive.values import DocumentKind

#: The label of an entry, and its other names.
Named = tuple[str, tuple[str, ...]]


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
    def of(cls, names: Mapping[VocabularyKind, Sequence[Named]]) -> Self:
        """Build the vocabulary of entries, each told by its label and whatever else it is called, its key included."""
        labels = {kind: _labels(names.get(kind, ())) for kind in VocabularyKind}
        return cls(
            sites=labels[VocabularyKind.SITE],
            topics=labels[VocabularyKind.TOPIC],
            meetings=labels[VocabularyKind.MEETING],
            meeting_kinds=labels[VocabularyKind.MEETING_KIND],
            document_kinds=_labels([(kind.value, tuple(kind.value.split("/"))) for kind in DocumentKind]),
            keywords=labels[VocabularyKind.KEYWORD],
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


def _labels(known: Sequence[Named]) -> Mapping[str, str]:
    """Map every name to its label; a label always wins over the alias of another."""
    by_alias = {fold(alias): label for label, aliases in known for alias in aliases if alias}
    return by_alias | {fold(label): label for label, _ in known}
