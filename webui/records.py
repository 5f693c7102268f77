"""Results as plain records: what `--json` prints."""

from typing import Any

from archive.archive import Archive
from archive.values import Description, MeetingDescription
from indexer.search.request import Hit, PassageHit, ResultPage

Record = dict[str, Any]


def result_record(found: ResultPage, archive: Archive) -> Record:
    """Return a page of hits as a record."""
    return {
        "total_passages": found.total_passages,
        "total_documents": found.total_documents,
        "took_ms": round(found.took_ms, 2),
        "corrected": found.corrected,
        "suggested": found.suggested,
        "glossary": [
            {"term": each.entry.term, "long": each.entry.long, "text": each.entry.de, "passages": each.passages}
            for each in found.answers
        ],
        "recognised": [
            {"text": each.typed, "subject": each.subject.value, "label": each.label} for each in found.recognised
        ],
        "facets": {
            facet: [{"value": each.value, "count": each.count, "selected": each.selected} for each in values]
            for facet, values in found.facets.items()
        },
        "hits": [_hit_record(hit, archive.describe(hit.document)) for hit in found.hits],
    }


def meeting_record(meeting: MeetingDescription | None) -> Record | None:
    """Return a meeting as a record, or None for none."""
    if meeting is None:
        return None
    return {
        "title": meeting.title,
        "kind": meeting.kind,
        "place": meeting.place,
        "start": meeting.start.isoformat(),
        "end": meeting.end.isoformat(),
    }


def _hit_record(hit: Hit, document: Description) -> Record:
    return {
        "document": document.code,
        "older_version": hit.version,
        "title": document.title,
        "kind": document.kind.value,
        "meeting": meeting_record(document.meeting),
        "sites": list(document.sites),
        "topics": list(document.topics),
        "keywords": list(document.keywords),
        "date": document.date.start.isoformat() if document.date else None,
        "is_sample": document.is_sample,
        "total_passages": hit.total_passages,
        "passages": [_passage_record(passage, document, hit.version) for passage in hit.passages],
    }


def _passage_record(passage: PassageHit, document: Description, version: int | None) -> Record:
    chosen = "" if version is None else f"?fassung={version}"
    return {
        "id": passage.id,
        "kind": passage.kind,
        "page": passage.page,
        "heading": passage.heading,
        "agenda_item": passage.agenda_item or None,
        "snippet": [{"text": part.text, "matched": part.matched} for part in passage.snippet],
        "score": round(passage.score, 4),
        "url": f"/dokumente/{document.code}{chosen}#{passage.id}",
        "is_sample": document.is_sample,
    }
