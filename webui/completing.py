"""Names of pages, and completions as the search box takes them."""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from flask import url_for

from archive.archive import Archive
from archive.rights import Reader
from archive.values import DocumentKind, Title
from indexer.search.completions import Completion, Kind, Name
from webui.i18n import mark, translated
from webui.labels import Labels
from webui.services import services
from webui.still_told import told_of
from webui.typed_filters import BegunFilter

#: What completions of a kind stand under.
LEGENDS: Mapping[Kind, str] = {
    Kind.WORD: mark("Suchbegriffe"),
    Kind.FILTER: mark("Filter"),
    Kind.MEETING: mark("Treffen"),
    Kind.SITE: mark("Standorte"),
    Kind.TOPIC: mark("Handlungsfelder"),
    Kind.METHOD: mark("Methoden"),
    Kind.DOCUMENT: mark("Dokumente"),
}

#: Kind of a name → the page it has, and the part of its address that is the name's key.
PAGES: Mapping[Kind, tuple[str, str]] = {
    Kind.MEETING: ("meetings.meeting", "key"),
    Kind.SITE: ("sites.site", "key"),
    Kind.TOPIC: ("topics.topic", "key"),
    Kind.METHOD: ("documents.document", "code"),
    Kind.DOCUMENT: ("documents.document", "code"),
}

#: So many values of a filter are offered; more are found by more letters.
MOST_VALUES = 8

#: Names that are documents; every one of them is checked once more before it is shown.
DOCUMENTS = frozenset({Kind.METHOD, Kind.DOCUMENT})


def names(archive: Archive, reader: Reader) -> Iterator[Name]:
    """Yield everything that has a page of its own and may be seen by a reader."""
    yield from (Name(Kind.MEETING, each.title, each.key, each.aliases) for each in archive.vocabularies.meetings())
    yield from (
        Name(Kind.SITE, each.label, each.key, (*each.quarters, *each.aliases)) for each in archive.vocabularies.sites()
    )
    yield from (Name(Kind.TOPIC, each.label, each.key, each.aliases) for each in archive.vocabularies.topics())
    yield from map(document_name, archive.titles(reader.visible))


def document_name(title: Title) -> Name:
    """Return a document as a name."""
    kind = Kind.METHOD if title.kind is DocumentKind.METHODENPAPIER else Kind.DOCUMENT
    return Name(kind, title.title, title.code)


def filter_values(begun: BegunFilter, known: Labels) -> list[Completion]:
    """Return the values that a filter may be completed with; nothing else would be one."""
    values = known.begun(begun.facet, begun.value)[:MOST_VALUES]
    return [Completion(Kind.FILTER, begun.completed(value)) for value in values]


def still_seen(found: Iterable[Completion], asking: Reader) -> list[Completion]:
    """Return completions without documents that were hidden or withdrawn since they were indexed, and their words."""
    offered = list(found)
    codes = [each.key for each in offered if each.kind in DOCUMENTS]
    texts = [each.text for each in offered if each.kind is Kind.WORD]
    words, documents = told_of(services(), texts, codes, asking)
    return [each for each in offered if _is_still_seen(each, documents, words)]


def _is_still_seen(completion: Completion, documents: Container[str], words: Container[str]) -> bool:
    if completion.kind is Kind.WORD:
        return completion.text in words
    return completion.kind not in DOCUMENTS or completion.key in documents


def groups(found: Iterable[Completion]) -> list[dict[str, Any]]:
    """Return completions by kind, with the address of each name; a query has none, it is to be asked."""
    return [
        {"label": translated(LEGENDS[kind]), "options": [_option(each) for each in of_kind]}
        for kind, of_kind in groupby(found, key=lambda each: each.kind)
    ]


def _option(completion: Completion) -> dict[str, str]:
    if completion.kind not in PAGES:
        return {"text": completion.text}
    endpoint, parameter = PAGES[completion.kind]
    return {"text": completion.text, "address": url_for(endpoint, **{parameter: completion.key})}  # type: ignore[arg-type]
