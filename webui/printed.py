"""What pages of a document are drawn from: its file, or the rendition of an office file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from archive.errors import ArchiveError
from archive.values import Description
from indexer.extraction.errors import ChildStartError, UnreadableError
from indexer.extraction.picture import PagePicture
from indexer.extraction.scans import PDF
from indexer.index.readings import ReadingRecord
from indexer.index.renditions import Renditions
from indexer.paging import pages_of, spans_of
from indexer.passages import Passage
from webui.page_pictures import is_drawn
from webui.reading import Marker
from webui.services import services


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has what a reader looks for."""

    passage: str
    #: Number of the printed page.
    page: int


@dataclass(frozen=True, slots=True)
class Printed:
    """The pages of one document's current file, as they are printed."""

    document: Description
    media_type: str
    pages: int
    #: Of a rendition; None where the file itself has pages.
    rendition: Path | None = None
    #: Of every page of a rendition.
    texts: tuple[str, ...] = ()

    def picture(self, number: int, width: int) -> PagePicture | None:
        """Return a page's picture, so many pixels wide, or None where it cannot be drawn: its text can be read."""
        checksum = self.document.checksum
        try:
            path = self.rendition or services().archive.path(checksum)
            drawn = services().page_pictures.picture(path, checksum, self.media_type, number, width)
        except (ArchiveError, UnreadableError, ChildStartError):
            return None
        return replace(drawn, words=(*drawn.words, *services().texts.words(checksum, number)))

    def placed(self, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """Return passages as they stand on these pages, page after page."""
        read = tuple(passages)
        if not self.rendition:
            return read
        numbers = pages_of((each.text for each in read), self.texts)
        moved = (replace(each, page=page, page_label=str(page)) for each, page in zip(read, numbers, strict=True))
        return tuple(sorted(moved, key=lambda passage: passage.page))

    def hits(self, placed: Iterable[Passage], marker: Marker) -> tuple[Hit, ...]:
        """Return the passages with what a marker marks, each with the page on which the first of it stands."""
        there = tuple(placed)
        spans = spans_of([each.page for each in there], self.pages)
        marked = {number for number, text in enumerate(self.texts, start=1) if _is_marked(text, marker)}
        return tuple(
            Hit(each.id, next((page for page in span if page in marked), each.page))
            for each, span in zip(there, spans, strict=True)
            if _is_marked(each.text, marker)
        )


def printed(document: Description, reading: ReadingRecord | None) -> Printed | None:
    """Return the pages of a document; None while it has not been read or printed, or where it has none.

    Args:
        document: The document.
        reading: How reading its current file went, or None while it has not been read.
    """
    if reading is None:
        return None
    if is_drawn(document.media_type):
        return Printed(document, document.media_type, max(reading.pages, 1))
    renditions = Renditions(services().archive.home.renditions)
    rendition = renditions.path(document.checksum)
    return of_rendition(document, rendition, renditions.page_texts(document.checksum)) if rendition else None


def of_rendition(document: Description, rendition: Path, texts: tuple[str, ...]) -> Printed:
    """Return the pages of an office file that was printed."""
    return Printed(document, PDF, len(texts), rendition, texts)


def _is_marked(text: str, marker: Marker) -> bool:
    return any(part.matched for part in marker(text))
