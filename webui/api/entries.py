"""Meetings, sites, topics, and what else things are called."""

from dataclasses import dataclass
from typing import Annotated

from flask import abort, url_for
from msgspec import Meta

from archive.browsing import Choice
from archive.entries import KeywordEntry, MeetingEntry
from archive.errors import VocabularyKind
from archive.licences import Licence
from archive.rights import Right
from archive.values import DocumentKind, Visibility
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind
from webui.api.operation import Operation
from webui.api.paging import Paging, Portion, cut
from webui.holdings import newest_meetings, tally
from webui.i18n import mark
from webui.reader import reader
from webui.records.entries import (
    AgendaItemRecord,
    CellRecord,
    MeetingHeadRecord,
    MeetingLinks,
    NamedRecord,
    SiteRecord,
    TopicRecord,
    VocabularyRecord,
    WholeMeetingRecord,
    keyword_record,
    meeting_head,
    site_record,
    topic_record,
)
from webui.series import neighbours
from webui.services import services
from webui.succession import lead_on

#: Kinds of documents that tell the agenda of their meeting; so many of a meeting's are looked at.
_AGENDAS, _MOST = (DocumentKind.PROTOKOLL, DocumentKind.TAGESORDNUNG), 5


@dataclass(frozen=True, slots=True)
class CoverageAsked(Paging):
    """Which year is looked at."""

    year: Annotated[int, Meta(ge=1, le=9999, description=mark("nur Dokumente dieses Jahres"))] | None = None


def meetings(asked: Paging) -> Portion[MeetingHeadRecord]:
    """Return the meetings, the most recent first."""
    counts = tally().meetings
    entries = newest_meetings(services().archive.vocabularies.meetings())
    return cut([meeting_head(each, counts[each.key]) for each in entries], asked)


def meeting(key: str) -> WholeMeetingRecord:
    """Return a meeting with its agenda."""
    entries = newest_meetings(services().archive.vocabularies.meetings())
    entry = next((each for each in entries if each.key == key), None) or lead_on(VocabularyKind.MEETING, key)
    earlier, later = neighbours(key, entries)
    links = MeetingLinks(
        page=url_for("meetings.meeting", key=key),
        documents=url_for("api.documents", meeting=key),
        decisions=url_for("api.decisions", meeting=entry.title),
        results=url_for("api.results", meeting=entry.title),
        tasks=url_for("api.tasks", meeting=entry.title),
        earlier=_meeting_url(earlier),
        later=_meeting_url(later),
    )
    return WholeMeetingRecord(meeting_head(entry, tally().meetings[key]), _agenda(key), links)


def sites(asked: Paging) -> Portion[SiteRecord]:
    """Return the sites."""
    counts = tally().sites
    return cut([site_record(each, counts[each.label]) for each in services().archive.vocabularies.sites()], asked)


def site(key: str) -> SiteRecord:
    """Return a site."""
    entries = services().archive.vocabularies.sites()
    entry = next((each for each in entries if each.key == key), None) or lead_on(VocabularyKind.SITE, key)
    return site_record(entry, tally().sites[entry.label])


def topics(asked: Paging) -> Portion[TopicRecord]:
    """Return the topics in the programme's own order."""
    counts = tally().topics
    return cut([topic_record(each, counts[each.label]) for each in services().archive.vocabularies.topics()], asked)


def topic(key: str) -> TopicRecord:
    """Return a topic."""
    entry = next((each for each in services().archive.vocabularies.topics() if each.key == key), None) or abort(404)
    return topic_record(entry, tally().topics[entry.label])


def coverage(asked: CoverageAsked) -> Portion[CellRecord]:
    """Return how many documents there are of each site on each topic; gaps are left out."""
    found = services().archive.coverage(asked.year, reader().visible)
    cells = [CellRecord(site, topic, count) for (site, topic), count in sorted(found.counts.items())]
    return cut(cells, asked)


def vocabulary() -> VocabularyRecord:
    """Return everything by which documents are described."""
    archive = services().archive
    return VocabularyRecord(
        document_kinds=tuple(DocumentKind),
        passage_kinds=tuple(PassageKind),
        states=tuple(State),
        visibilities=tuple(each for each in Visibility if reader().may_see(each)),
        licences=tuple(Licence),
        meeting_kinds=tuple(
            NamedRecord(each.key, each.label, each.aliases) for each in archive.vocabularies.meeting_kinds()
        ),
        keywords=tuple(keyword_record(each) for each in _keywords()),
    )


def _keywords() -> tuple[KeywordEntry, ...]:
    """Return the keywords of documents the reader may see, or all to who keeps them."""
    vocabularies = services().archive.vocabularies
    if reader().may(Right.MANAGE_VOCABULARIES):
        return vocabularies.keywords()
    return vocabularies.carried_keywords(reader().visible)


def _meeting_url(entry: MeetingEntry | None) -> str | None:
    return url_for("api.meeting", key=entry.key) if entry else None


def _agenda(key: str) -> tuple[AgendaItemRecord, ...]:
    """Return the agenda items of a meeting, as its minutes head them."""
    wanted = Choice(kinds=_AGENDAS, meetings=(key,))
    found = services().archive.browse(wanted, slice(0, _MOST), reader().visible).documents
    items: dict[tuple[str, str], AgendaItemRecord] = {}
    for document in found:
        for each in services().texts.passages(document.code):
            if each.agenda_item and each.heading:
                item = AgendaItemRecord(each.agenda_item, each.heading, each.document, each.id, each.page)
                items.setdefault((each.document, each.agenda_item), item)
    return tuple(items.values())


OPERATIONS = (
    Operation("/meetings", meetings, mark("Treffen auflisten, das neueste zuerst")),
    Operation("/meetings/<key>", meeting, mark("Ein Treffen mit seiner Tagesordnung")),
    Operation("/sites", sites, mark("Standorte auflisten")),
    Operation("/sites/<key>", site, mark("Ein Standort")),
    Operation("/topics", topics, mark("Handlungsfelder auflisten")),
    Operation("/topics/<key>", topic, mark("Ein Handlungsfeld")),
    Operation("/coverage", coverage, mark("Wie viele Dokumente es von jedem Standort zu jedem Handlungsfeld gibt")),
    Operation("/vocabulary", vocabulary, mark("Begriffe, mit denen Dokumente beschrieben sind")),
)
