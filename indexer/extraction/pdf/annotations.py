"""Comments on a PDF page, and what was filled into its form."""

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.pdf.repair import repair

#: Annotations without words of their own: links, the windows comments open in, media, printers' marks.
SILENT = frozenset(
    {
        raw.FPDF_ANNOT_LINK,
        raw.FPDF_ANNOT_POPUP,
        raw.FPDF_ANNOT_PRINTERMARK,
        raw.FPDF_ANNOT_TRAPNET,
        raw.FPDF_ANNOT_SCREEN,
    }
)
#: Annotations of one page that are looked at.
MOST = 2000


def read_annotations(page: pypdfium2.PdfPage) -> list[Block]:
    """Return a page's comments and filled-in fields."""
    texts = (text for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST)) for text in _texts(page, index))
    return [Block(BlockKind.NOTE, text) for text in texts if text]


def _texts(page: pypdfium2.PdfPage, index: int) -> Iterator[str]:
    """Yield the words of one annotation."""
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind not in SILENT:
        yield _value(annotation, b"V" if kind == raw.FPDF_ANNOT_WIDGET else b"Contents")
    raw.FPDFPage_CloseAnnot(annotation)


def _value(annotation: "raw.FPDF_ANNOTATION", key: bytes) -> str:
    """Return a text from an annotation's dictionary, or ""."""
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return repair(buffer.raw.decode("utf-16-le", errors="replace").rstrip("\0"))
