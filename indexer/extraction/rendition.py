"""Has office files printed as PDF, so that their pages can be shown."""

from pathlib import Path

from indexer.extraction.errors import BrokenError, OvertimeError, TooLargeError, UnsupportedError
from indexer.extraction.extract import OFFICE, OPENDOCUMENT
from indexer.extraction.libreoffice import convert, installed_libreoffice

#: Media type → how the names of such files end: LibreOffice looks at that, too.
PRINTED = {
    f"{OFFICE}.wordprocessingml.document": "docx",
    f"{OFFICE}.presentationml.presentation": "pptx",
    f"{OPENDOCUMENT}.text": "odt",
    f"{OPENDOCUMENT}.presentation": "odp",
    "application/msword": "doc",
    "application/rtf": "rtf",
}
#: Seconds for one file; most take 2, a hundred slides with photographs 20.
SECONDS = 60.0
#: Bytes of a rendition that is kept.
LARGEST = 200 * 1024**2


def make_rendition(path: Path, media_type: str, folder: Path) -> Path:
    """Print a file as PDF into an empty folder, and return where.

    Raises:
        UnsupportedError: LibreOffice is not installed, or it is a kind of file that has no pages.
        BrokenError, OvertimeError, TooLargeError: It cannot be printed.
    """
    ending, program = PRINTED.get(media_type), installed_libreoffice()
    if ending is None or program is None:
        raise UnsupportedError(f"Nothing here prints {media_type}.")
    # The store names files by their checksums, and LibreOffice puts a lock beside what it opens.
    named = folder / f"file.{ending}"
    named.symlink_to(path.resolve())
    try:
        made = convert(program, named, "pdf", folder, SECONDS)
    except TimeoutError as error:
        raise OvertimeError(str(error)) from error
    with made.open("rb") as file:
        if not file.read(5).startswith(b"%PDF-"):
            raise BrokenError("What LibreOffice wrote is no PDF.")
    if made.stat().st_size > LARGEST:
        raise TooLargeError("Its rendition is too large.")
    return made
