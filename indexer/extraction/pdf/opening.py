"""Opens PDF files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from indexer.extraction.errors import BrokenError, LockedError, TooLargeError
from indexer.extraction.limits import MOST_PAGES


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF, with the empty password where it has one.

    Raises:
        LockedError, BrokenError, TooLargeError: It cannot be opened, or has no pages or too many.
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise LockedError("It opens with a password only.") from error
        raise BrokenError(str(error)) from error
    with document:
        _check_pages(len(document))
        yield document


def _check_pages(count: int) -> None:
    if not count:
        raise BrokenError("It has no pages.")
    if count > MOST_PAGES:
        raise TooLargeError(f"{count} pages are more than one file may have.")
