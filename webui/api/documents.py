"""Documents: what is known of them, their text, their versions, what is like them, and the file itself."""

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from flask import Response, send_file, url_for
from msgspec import Meta
from werkzeug.exceptions import NotFound

from archive.browsing import Choice
from archive.errors import ArchiveError
from archive.values import Description, DocumentKind
from indexer.search.presenting import unmarked
from webui.api.operation import Operation
from webui.api.paging import Paging, Portion, cut, portion
from webui.i18n import mark
from webui.older_versions import open_versions
from webui.page_pictures import is_drawn
from webui.reader import reader
from webui.reading import lay_out
from webui.records.documents import (
    DocumentLinks,
    DocumentRecord,
    LesefassungRecord,
    PageRecord,
    ReadingRecord,
    RelatedRecord,
    VersionRecord,
    WholeDocumentRecord,
    agreement_record,
    document_record,
    leaf_records,
    version_record,
)
from webui.services import services
from webui.views.documents import ORIGINAL_POLICY, chosen_version, described_or_404, passages_of, similar_documents

_NAMES = mark("Schlüssel oder Name; mehrere: einer davon")
Names = Annotated[tuple[str, ...], Meta(description=_NAMES)]
Year = Annotated[int, Meta(ge=1, le=9999)]

#: Versions have small numbers.
MOST_VERSIONS = 100_000


VersionNumber = Annotated[int, Meta(ge=1, le=MOST_VERSIONS, description=mark("Nummer der Fassung, sonst die heutige"))]


@dataclass(frozen=True, slots=True)
class DocumentsAsked(Paging):
    """Which documents are wanted."""

    kind: tuple[DocumentKind, ...] = ()
    meeting: Names = ()
    site: Names = ()
    topic: Names = ()
    keyword: Names = ()
    year: Annotated[tuple[Year, ...], Meta(description=mark("Jahre, um die es geht; mehrere: eines davon"))] = ()


@dataclass(frozen=True, slots=True)
class VersionAsked:
    """Which version is wanted."""

    version: VersionNumber | None = None


def documents(asked: DocumentsAsked) -> Portion[DocumentRecord]:
    """Return the documents that are wanted, the last taken in first."""
    choice = Choice(asked.kind, asked.meeting, asked.site, asked.topic, asked.keyword, asked.year)
    found = services().archive.browse(choice, asked.shown, reader().visible)
    return portion([document_record(each) for each in found.documents], found.total, asked)


def document(code: str) -> WholeDocumentRecord:
    """Return what is known of a document."""
    described = described_or_404(code)
    read = services().texts.reading(described.checksum)
    return WholeDocumentRecord(
        document_record(described),
        ReadingRecord(read.outcome, read.pages, read.language, read.has_recognised) if read else None,
        DocumentLinks(
            page=url_for("documents.document", code=code),
            original=url_for("api.original", code=code),
            reading=url_for("api.lesefassung", code=code),
            pages=url_for("api.pages", code=code),
            versions=url_for("api.versions", code=code),
            related=url_for("api.related", code=code),
        ),
    )


def lesefassung(code: str, asked: VersionAsked) -> LesefassungRecord:
    """Return the text of a document as the archive reads it."""
    described = described_or_404(code)
    version = chosen_version(code, str(asked.version or described.version))
    passages = passages_of(described, version)
    agreed = services().texts.agreements.of([each.id for each in passages])
    return LesefassungRecord(
        code,
        version.number,
        leaf_records(lay_out(passages, unmarked)),
        {id_: agreement_record(each) for id_, each in agreed.items()},
    )


def pages(code: str, asked: Paging) -> Portion[PageRecord]:
    """Return the pages of a document's file, each with its text."""
    described = described_or_404(code)
    found = [
        PageRecord(
            number,
            label,
            "\n\n".join(each.text for each in on_page if each.text),
            tuple(each.id for each in on_page),
            _page_url(described, number),
        )
        for (number, label), on_page in (
            (place, list(run))
            for place, run in groupby(services().texts.passages(code), key=lambda each: (each.page, each.page_label))
        )
    ]
    return cut(found, asked)


def versions(code: str, asked: Paging) -> Portion[VersionRecord]:
    """Return the versions of a document, newest first."""
    described = described_or_404(code)
    return cut([version_record(described, each) for each in open_versions(code)[::-1]], asked)


def related(code: str, asked: Paging) -> Portion[RelatedRecord]:
    """Return the documents most like one."""
    described_or_404(code)
    found = similar_documents(code)
    return cut([RelatedRecord(document_record(each), similar.shared) for similar, each in found], asked)


def original(code: str, asked: VersionAsked) -> Response:
    """Send a document's file as it was taken in."""
    described = described_or_404(code)
    version = chosen_version(code, str(asked.version or described.version))
    path = _held(version.checksum)
    response = send_file(
        path,
        mimetype=version.media_type,
        as_attachment=True,
        download_name=version.file_name.rpartition("/")[2],
        etag=version.checksum,
    )
    response.headers["Content-Security-Policy"] = ORIGINAL_POLICY
    return response


def _held(checksum: str) -> str:
    try:
        return str(services().archive.path(checksum).resolve())
    except ArchiveError as error:
        raise NotFound from error


def _page_url(document: Description, number: int) -> str | None:
    if not is_drawn(document.media_type):
        return None
    return url_for("page_pictures.page", code=document.code, number=number)


OPERATIONS = (
    Operation("/documents", documents, mark("Dokumente auflisten, die zuletzt aufgenommenen zuerst")),
    Operation("/documents/<code>", document, mark("Angaben zu einem Dokument")),
    Operation("/documents/<code>/reading", lesefassung, mark("Lesefassung eines Dokuments, Stelle für Stelle")),
    Operation("/documents/<code>/pages", pages, mark("Seiten eines Dokuments mit ihrem Text")),
    Operation("/documents/<code>/versions", versions, mark("Fassungen eines Dokuments, die neueste zuerst")),
    Operation("/documents/<code>/related", related, mark("Ähnliche Dokumente")),
    Operation("/documents/<code>/original", original, mark("Datei eines Dokuments, wie sie aufgenommen wurde")),
)
