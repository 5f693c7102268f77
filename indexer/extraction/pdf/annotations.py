"""Comments on a PDF page."""

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.pdf.repair import repair

#: Annotations without words of their own: links, the windows comments open in, media, printers' marks;
#: and the fields of forms, whose words stand elsewhere.
SILENT = frozenset(
    {
        raw.FPDF_ANNOT_LINK,
        raw.FPDF_ANNOT_POPUP,
        raw.FPDF_ANNOT_PRINTERMARK,
        raw.FPDF_ANNOT_TRAPNET,
        raw.FPDF_ANNOT_SCREEN,
        raw.FPDF_ANNOT_WIDGET,
    }
)
CONTENTS = b"Contents"
#: Annotations of one page that are looked at.
MOST = 2000


def read_annotations(page: pypdfium2.PdfPage) -> list[Block]:
    """Return a page's comments."""
    texts = (text for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST)) for text in _texts(page, index))
    return [Block(BlockKind.NOTE, text) for text in texts if text]


def _texts(page: pypdfium2.PdfPage, index: int) -> Iterator[str]:
    """Yield the words of one annotation."""
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind not in SILENT:
        yield _contents(annotation)
    raw.FPDFPage_CloseAnnot(annotation)


def _contents(annotation: "raw.FPDF_ANNOTATION") -> str:
    """Return the words in an annotation's dictionary, or ""."""
    length = raw.FPDFAnnot_GetStringValue(annotation, CONTENTS, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(annotation, CONTENTS, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return repair(buffer.raw.decode("utf-16-le", errors="replace").rstrip("\0"))
