"""From bytes to characters where a file does not say how."""

import codecs
from pathlib import Path

from indexer.extraction.errors import TooLargeError
from indexer.extraction.limits import MOST_TEXT
from indexer.extraction.normal import normal

#: Bytes: some characters take two in UTF-8, and some of the bytes are marks.
LONGEST = 3 * MOST_TEXT

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(content: bytes) -> str:
    """Return the text in normal form: by its byte order mark, else UTF-8, else Windows-1252 (which reads any byte)."""
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return normal(content.decode(encoding, errors="replace"))
    try:
        return normal(content.decode("utf-8"))
    except UnicodeDecodeError:
        return normal(content.decode("cp1252", errors="replace"))


def read_bytes(path: Path) -> bytes:
    """Return what is in a file of text.

    Raises:
        TooLargeError: It is longer than any text may be.
    """
    size = path.stat().st_size
    if size > LONGEST:
        raise TooLargeError(f"{size} bytes are more than a file of text may have.")
    return path.read_bytes()
