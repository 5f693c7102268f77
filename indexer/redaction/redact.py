"""Redaction: from a file and the words that must go to a new file, proved to hold them no more."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.formats import DOCX, IMAGES, MARKDOWN, PDF, PLAIN
from indexer.extraction.errors import UnreadableError
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Outcome, Page, Reading, TextOrigin
from indexer.extraction.picture import PagePicture
from indexer.redaction.errors import UnsafeFormatError
from indexer.redaction.lettering import Lettering
from indexer.redaction.printed import WIDTH, printed
from indexer.redaction.proof import prove
from indexer.redaction.substitutions import Substitutions
from indexer.redaction.written import written

#: Media type of what is made → how its name ends.
ENDINGS = {PDF: ".pdf", DOCX: ".docx", PLAIN: ".txt"}


@dataclass(frozen=True, slots=True)
class Redacted:
    """A new file."""

    content: bytes
    media_type: str


def redact(path: Path, reading: Reading, substitutions: Substitutions, extractor: Extractor, spool: Path) -> Redacted:
    """Make a file in which words are replaced or blackened.

    A PDF becomes a PDF of pictures with the text that is left; a text stays a text; everything else becomes a Word
    document with the text that was read, without its pictures and layout.

    Args:
        path: The file.
        reading: What was read out of it.
        substitutions: What must go.
        extractor: Reads the new file to prove it.
        spool: Folder for the new file while it is made and proved.

    Raises:
        UnsafeFormatError: The words stand in pictures, or the file cannot be drawn.
        TraceLeftError: A word would still be in the new file.
        ChildStartError: Nothing can be read now.
    """
    made = _made(path, reading, substitutions, extractor, spool)
    with tempfile.NamedTemporaryFile(dir=spool) as file:
        file.write(made.content)
        file.flush()
        prove(Path(file.name), made.media_type, substitutions, extractor)
    return made


def _made(path: Path, reading: Reading, substitutions: Substitutions, extractor: Extractor, spool: Path) -> Redacted:
    if reading.outcome is not Outcome.TEXT or reading.media_type in IMAGES:
        raise UnsafeFormatError(reading.media_type)
    if reading.media_type == PDF:
        pictures = _pictures(path, reading, substitutions, extractor)
        return Redacted(printed(pictures, substitutions, Lettering(extractor, spool)), PDF)
    if reading.media_type in (PLAIN, MARKDOWN):
        text = "\f".join(substitutions.apply(page.text) for page in reading.pages)
        return Redacted(text.encode(), PLAIN)
    return Redacted(written(reading.pages, substitutions), DOCX)


def _pictures(
    path: Path, reading: Reading, substitutions: Substitutions, extractor: Extractor
) -> Iterator[PagePicture]:
    """Draw every page, and see that each place that was read is found among the words whose places are known."""
    for page in reading.pages:
        try:
            picture = extractor.draw(path, PDF, page.number, WIDTH)
        except UnreadableError as error:
            raise UnsafeFormatError(PDF) from error
        if _hides(page, picture, substitutions):
            raise UnsafeFormatError(PDF)
        yield picture


def _hides(page: Page, picture: PagePicture, substitutions: Substitutions) -> bool:
    """Tell whether words that must go stand on a page where nobody can say at which place."""
    placed = " ".join(word.text for word in picture.words)
    read = sum(1 for _ in substitutions.places(page.text))
    found = sum(1 for _ in substitutions.places(placed))
    return found < read or (page.origin is TextOrigin.OCR and read > 0)
