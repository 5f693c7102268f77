"""A document: what it is, its text, and its file."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NoReturn

from flask import Blueprint, abort, redirect, render_template, request, send_file, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from archive.custody import EventKind, VersionEntry
from archive.errors import ArchiveError, UnknownDocumentError
from archive.values import Description
from indexer.editions import edition
from indexer.passages import Passage, cut
from indexer.search.presenting import unmarked
from indexer.search.request import SearchRequest
from indexer.search.similar import SimilarDocument
from indexer.structure.personal.attendance import without_attendance
from webui.abbreviations import Explaining, abbreviations_in
from webui.access import is_open
from webui.accesses import note_access
from webui.addresses import read_request
from webui.agreements import corrected_agreements
from webui.guard import READING
from webui.likely_versions import undecided
from webui.meeting_head import meeting_head
from webui.older_versions import open_versions
from webui.page_pictures import is_drawn
from webui.printed import printed
from webui.reader import reader, seen
from webui.reading import Marker, contents, lay_out, stretches, with_blanks
from webui.services import services
from webui.wording import reading_notice


class ErasedDocumentError(NotFound):
    """A document was destroyed: only what happened to it is kept, and told to whoever may read that.

    Args:
        code: Its reference code.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self.document = code


bp = Blueprint("documents", __name__, url_prefix="/dokumente")

#: What browsers show by themselves without running anything; every other format is saved.
SHOWN_BY_BROWSERS = frozenset({"application/pdf", "image/jpeg", "image/png"})

#: A file from outside may do nothing in the archive's name, even if a browser takes it for a page.
ORIGINAL_POLICY = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


@bp.get("/<code>")
def document(code: str) -> str:
    """Show a document or an older version of it, with the words of a query marked if one is asked for."""
    described = described_or_404(code)
    versions = open_versions(code)
    version = version_among(versions, request.args.get("fassung", str(described.version)))
    asked = replace(read_request(request.args), reader=reader())
    reading = services().texts.reading(version.checksum)
    passages, mark = passages_of(described, version), marker(asked)
    pages = printed(described, reading) if version.number == described.version else None
    placed = pages.placed(passages) if pages else ()
    hits = pages.hits(placed, mark) if pages and asked.query else ()
    own_pages = reading.pages if reading and is_drawn(version.media_type) else 0
    leaves = with_blanks(lay_out(passages, mark), own_pages)
    return render_template(
        "documents/document.html",
        document=described,
        query=asked.query,
        version=version,
        likely=undecided([described]).get(code, ()),
        own_pages=own_pages,
        head=meeting_head(described, version.checksum, passages),
        pages=pages,
        on_page={each.id: each.page for each in placed},
        hits={each.passage: (number, each.page) for number, each in enumerate(hits, start=1)},
        leaves=leaves,
        contents=contents(leaves),
        matched=[each.passage.id for each in stretches(leaves) if each.matched],
        reading=reading,
        explaining=Explaining(),
        abbreviations=abbreviations_in(each.text for each in passages),
        notice=reading_notice(reading) if reading else None,
        agreements=corrected_agreements((described,)),
        similar=similar_documents(code),
        versions=sorted(versions, key=lambda each: each.number, reverse=True),
    )


@bp.get("/<code>/aehnliche-stellen/<passage>")
def similar_passages(code: str, passage: str) -> str:
    """Show passages of other documents that are like one of this, with the way back to the search it was found by."""
    described = described_or_404(code)
    own = next((each for each in services().texts.passages(code) if each.id == passage), None) or abort(404)
    found = services().searcher.similar_passages(own, reader())
    known = described_by_code(each.passage.document for each in found)
    return render_template(
        "documents/similar.html",
        document=described,
        passage=own,
        query=read_request(request.args).query,
        similar=[(each, known[each.passage.document]) for each in found if each.passage.document in known],
    )


@bp.get("/<code>/original")
def original(code: str) -> Response:
    """Send a document's file as it was taken in, the current version or that of ``?fassung=``."""
    described = described_or_404(code)
    version = chosen_version(code, request.args.get("fassung", str(described.version)))
    try:
        path = services().archive.path(version.checksum)
    except ArchiveError:
        abort(404)
    response = send_file(
        path.resolve(),
        mimetype=version.media_type,
        as_attachment=version.media_type not in SHOWN_BY_BROWSERS,
        download_name=version.file_name.rpartition("/")[2],
        etag=version.checksum,
    )
    response.headers["Content-Security-Policy"] = ORIGINAL_POLICY
    return response


@bp.post("/<code>/erneut-lesen")
def read_again(code: str) -> Response:
    """Have a document's file read once more, and go back to its page."""
    described = described_or_404(code)
    services().texts.read_again(code, described.checksum)
    return redirect(url_for("documents.document", code=code), code=303)


def described_or_404(code: str) -> Description:
    """Return a document the reader may see, lead to the one whose version it became, or answer that there is none."""
    try:
        found = services().archive.describe(code)
    except UnknownDocumentError:
        lead_on_or_404(code)
    if not reader().may_see(found.visibility):
        abort(404)
    note_access(found)
    return found


def lead_on_or_404(code: str) -> NoReturn:
    """Lead from the code of a draft to the document whose version it became, if the reader may see that."""
    successor = services().archive.succession.successor(code)
    known = described_by_code([successor] if successor else [])
    if not known and is_open("events.index") and _is_erased(code):
        raise ErasedDocumentError(code)
    if not known or request.method not in READING:
        abort(404)
    address = url_for(str(request.endpoint), **{**(request.view_args or {}), "code": successor})
    abort(redirect(address))


def _is_erased(code: str) -> bool:
    return any(each.kind is EventKind.ERASURE for each in services().archive.events(code))


def passages_of(document: Description, version: VersionEntry) -> tuple[Passage, ...]:
    """Return the passages of one version of a document; none while an older version's file is not read."""
    if version.number == document.version:
        return services().texts.passages(document.code)
    reading = services().texts.pages(version.checksum)
    return cut(edition(document.code, version.number), without_attendance(reading.pages)) if reading else ()


def similar_documents(code: str) -> list[tuple[SimilarDocument, Description]]:
    """Return the documents most like one, with their descriptions."""
    found = services().searcher.similar_documents(code, reader())
    known = described_by_code(each.document for each in found)
    return [(each, known[each.document]) for each in found if each.document in known]


def described_by_code(codes: Iterable[str]) -> dict[str, Description]:
    """Return those of some documents that the reader may see, by code."""
    return {each.code: each for each in seen(services().archive.describe_many(list(codes)))}


def chosen_version(code: str, number: str) -> VersionEntry:
    """Return the version of a document that has a number, or answer that there is none."""
    return version_among(open_versions(code), number)


def version_among(versions: Iterable[VersionEntry], number: str) -> VersionEntry:
    """Return that of some versions that has a number, or answer that there is none."""
    return next((each for each in versions if str(each.number) == number), None) or abort(404)


def marker(asked: SearchRequest) -> Marker:
    """Return what marks what a request looks for; without a query nothing is marked."""
    return services().searcher.marker(asked) if asked.query else unmarked
