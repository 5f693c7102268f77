"""Takes what is attached to mails and PDFs into custody, as documents of their own."""

import tempfile
from pathlib import Path

import structlog

from archive.archive import Archive, Submission
from archive.errors import RefusalError
from archive.packs import SEPARATOR
from archive.values import Description, Details
from indexer.extraction.attachments import Attachment
from indexer.extraction.errors import UnreadableError
from indexer.extraction.isolation import Extractor

#: A mail in a mail in a mail is looked into; whoever packs deeper means harm.
DEEPEST = 3

#: What an attachment without a name is called.
NAMELESS = "Anhang"

_log = structlog.get_logger()


def take_in_attachments(archive: Archive, extractor: Extractor, document: Description) -> None:
    """Take in the files attached to a document's file; they are seen by those who see the document.

    What the archive would not take in by itself is left where it is.
    """
    if document.file_name.count(SEPARATOR) >= DEEPEST:
        return
    try:
        attached = extractor.attachments(archive.path(document.checksum), document.media_type)
    except UnreadableError as error:
        _log.warning("attachments unreadable", document=document.code, error=type(error).__name__)
        return
    for attachment in attached:
        _take_in(archive, document, attachment)


def _take_in(archive: Archive, document: Description, attachment: Attachment) -> None:
    name = f"{document.file_name}{SEPARATOR}{attachment.name or NAMELESS}"
    details = Details(visibility=document.visibility, is_sample=document.is_sample)
    with tempfile.NamedTemporaryFile(dir=archive.home.incoming) as spooled:
        spooled.write(attachment.content)
        spooled.flush()
        try:
            archive.take_in(Submission(Path(spooled.name), name, details))
        except RefusalError as error:
            _log.info("attachment left out", document=document.code, error=type(error).__name__)
