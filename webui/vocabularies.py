"""The vocabularies as the desk shows them: entries of every kind by the same few facts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.archive import Archive
from archive.curation.curation import LOCKED
from archive.entries import KeywordEntry, MeetingEntry, SiteEntry, TopicEntry
from archive.errors import VocabularyKind
from webui.i18n import mark

#: Vocabulary → the part of its pages' addresses that is its own.
ADDRESSES: Mapping[VocabularyKind, str] = {
    VocabularyKind.SITE: "standorte",
    VocabularyKind.MEETING: "treffen",
    VocabularyKind.MEETING_KIND: "treffenarten",
    VocabularyKind.KEYWORD: "schlagworte",
    VocabularyKind.TOPIC: "handlungsfelder",
}
BY_ADDRESS = {address: vocabulary for vocabulary, address in ADDRESSES.items()}

TITLES: Mapping[VocabularyKind, str] = {
    VocabularyKind.SITE: mark("Standorte"),
    VocabularyKind.MEETING: mark("Treffen"),
    VocabularyKind.MEETING_KIND: mark("Arten von Treffen"),
    VocabularyKind.KEYWORD: mark("Schlagworte"),
    VocabularyKind.TOPIC: mark("Handlungsfelder"),
}

#: Vocabulary → the facet that filters by its labels.
FACETS: Mapping[VocabularyKind, str] = {
    VocabularyKind.SITE: "site",
    VocabularyKind.MEETING: "meeting",
    VocabularyKind.KEYWORD: "keyword",
    VocabularyKind.TOPIC: "topic",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a vocabulary."""

    key: str
    label: str
    aliases: tuple[str, ...]
    documents: int


def is_locked(vocabulary: VocabularyKind) -> bool:
    """Tell whether the wording of a vocabulary is the programme's own."""
    return vocabulary in LOCKED


def listed(archive: Archive, vocabulary: VocabularyKind) -> list[Listed]:
    """Return the entries of a vocabulary in their usual order."""
    match vocabulary:
        case VocabularyKind.SITE:
            return _listed(archive.vocabularies.sites())
        case VocabularyKind.TOPIC:
            return _listed(archive.vocabularies.topics())
        case VocabularyKind.KEYWORD:
            return _listed(archive.vocabularies.keywords())
        case VocabularyKind.MEETING:
            return [
                Listed(each.key, each.title, each.aliases, each.documents) for each in archive.vocabularies.meetings()
            ]
        case VocabularyKind.MEETING_KIND:
            counts = _by_kind(archive.vocabularies.meetings())
            return [
                Listed(each.key, each.label, each.aliases, counts[each.label])
                for each in archive.vocabularies.meeting_kinds()
            ]


def has_name(entry: Listed, sought: str) -> bool:
    """Tell whether one of an entry's names holds what somebody looks for, however it is spelt with capitals."""
    return any(sought.casefold() in each.casefold() for each in (entry.label, *entry.aliases))


def _listed(entries: Iterable[SiteEntry | TopicEntry | KeywordEntry]) -> list[Listed]:
    return [Listed(each.key, each.label, each.aliases, each.documents) for each in entries]


def _by_kind(meetings: Iterable[MeetingEntry]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for meeting in meetings:
        counts[meeting.kind] += meeting.documents
    return counts
