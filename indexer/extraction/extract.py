"""A file goes in, its pages come out: the table chooses the reader."""

from collections.abc import Callable, Mapping
from pathlib import Path

from indexer.extraction.contents import Contents
from indexer.extraction.docx.reader import read_docx
from indexer.extraction.errors import LockedError, TooLargeError, UnreadableError, UnsupportedError, only_unreadable
from indexer.extraction.excel import read_xlsx
from indexer.extraction.language import language_of
from indexer.extraction.limits import MOST_PAGES, MOST_TEXT
from indexer.extraction.mail import read_mail
from indexer.extraction.markdown.reader import read_markdown
from indexer.extraction.opendocument.reader import read_odp, read_ods, read_odt
from indexer.extraction.pages import Outcome, Reading
from indexer.extraction.pdf.reader import count_pdf_pages, read_pdf
from indexer.extraction.photographs import photographers
from indexer.extraction.powerpoint import read_pptx
from indexer.extraction.rtf import read_rtf
from indexer.extraction.text import read_plain
from indexer.extraction.web import read_html
from indexer.extraction.word97 import read_doc


def _locked(_: Path) -> Contents:
    raise LockedError("It is an encrypted package.")


OFFICE = "application/vnd.openxmlformats-officedocument"
OPENDOCUMENT = "application/vnd.oasis.opendocument"
READERS: Mapping[str, Callable[[Path], Contents]] = {
    "application/pdf": read_pdf,
    f"{OFFICE}.wordprocessingml.document": read_docx,
    f"{OPENDOCUMENT}.text": read_odt,
    f"{OPENDOCUMENT}.presentation": read_odp,
    f"{OPENDOCUMENT}.spreadsheet": read_ods,
    f"{OFFICE}.presentationml.presentation": read_pptx,
    f"{OFFICE}.spreadsheetml.sheet": read_xlsx,
    "application/rtf": read_rtf,
    "application/msword": read_doc,
    "application/encrypted": _locked,
    "text/html": read_html,
    "message/rfc822": read_mail,
    "text/plain": read_plain,
    "text/markdown": read_markdown,
}
#: Only PDF knows its pages before it is read; every other file gets the time of one.
PAGE_COUNTERS: Mapping[str, Callable[[Path], int]] = {"application/pdf": count_pdf_pages}


def extract(path: Path, media_type: str) -> Reading:
    """Read a file; whatever is wrong with it is told by the outcome, never by an exception.

    Args:
        path: A file that may be read; its name is not looked at.
        media_type: What the file was found to be, e.g. "application/pdf".
    """
    try:
        with only_unreadable():
            return _reading(_contents(path, media_type), media_type)
    except UnreadableError as error:
        return Reading(error.outcome, media_type, detail=str(error) or type(error).__name__)


def count_pages(path: Path, media_type: str) -> int:
    """Return how many pages a file says it has, or 0 where that takes reading it."""
    return PAGE_COUNTERS.get(media_type, _unknown)(path)


def _unknown(_: Path) -> int:
    return 0


def _contents(path: Path, media_type: str) -> Contents:
    """Let the media type's reader read the file."""
    if media_type.startswith("image/"):
        return Contents((), authors=photographers(path))
    reader = READERS.get(media_type)
    if reader is None:
        raise UnsupportedError(f"No reader for {media_type}.")
    return reader(path)


def _reading(contents: Contents, media_type: str) -> Reading:
    """Tell what came of reading, within the limits."""
    length = sum(len(block.text) for page in contents.pages for block in page.blocks)
    if len(contents.pages) > MOST_PAGES or length > MOST_TEXT:
        raise TooLargeError(f"{len(contents.pages)} pages with {length} characters are more than one file may have.")
    return Reading(
        Outcome.TEXT if length else Outcome.NO_TEXT,
        media_type,
        contents.pages,
        contents.title,
        language_of(page.text for page in contents.pages),
        contents.tool,
        authors=contents.authors,
    )
