"""The files that are attached to mails and PDFs."""

import email
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from email.policy import default
from itertools import islice
from pathlib import Path, PurePosixPath

import pypdf

from indexer.extraction.errors import BrokenError, TooLargeError
from indexer.extraction.normal import normal
from indexer.extraction.pdf.asking import ask_pypdf
from indexer.extraction.pdf.reader import count_attachments

#: Attachments of one file; a mail with more is a mailbox.
MOST = 100
#: Bytes of all attachments of one file.
MOST_BYTES = 200 * 1024**2


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a file."""

    #: The name its sender gave it, without folders; "" where it has none.
    name: str
    content: bytes


def attachments(path: Path, media_type: str) -> Iterator[Attachment]:
    """Yield the files attached to a mail or PDF; other files have none.

    Raises:
        LockedError, BrokenError: The file does not open, or its attachments cannot be read.
        TooLargeError: They are too many or too large.
    """
    found = _READERS.get(media_type, _none)(path)
    size = 0
    for number, each in enumerate(found, start=1):
        size += len(each.content)
        if number > MOST or size > MOST_BYTES:
            raise TooLargeError(f"More than {MOST} attachments, or more than {MOST_BYTES} bytes of them.")
        yield each


def _none(_: Path) -> Iterator[Attachment]:
    return iter(())


def _of_pdf(path: Path) -> Iterator[Attachment]:
    """Yield what is embedded in a PDF."""
    if not count_attachments(path):
        return
    found = ask_pypdf(path, _embedded, None)
    if found is None:
        raise BrokenError("Its attachments cannot be read.")
    yield from found


def _embedded(reader: pypdf.PdfReader) -> list[Attachment]:
    files = islice(reader.attachment_list, MOST + 1)
    return [Attachment(_plain(each.alternative_name or each.name), each.content) for each in files]


def _of_mail(path: Path) -> Iterator[Attachment]:
    """Yield what is attached to a mail, but not the pictures shown in its text."""
    with path.open("rb") as file:
        message = email.message_from_binary_file(file, policy=default)
    if isinstance(message, EmailMessage):
        for each in message.iter_attachments():
            if not (each.get_content_maintype() == "image" and each["Content-ID"]):
                yield _part(each)


def _part(part: MIMEPart) -> Attachment:
    """Return an attached file, or an attached mail as a file."""
    inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" else None
    if isinstance(inner, MIMEPart):
        return Attachment(_plain(f"{inner.get('Subject', '')}.eml"), inner.as_bytes())
    content = part.get_payload(decode=True)
    return Attachment(_plain(part.get_filename() or ""), content if isinstance(content, bytes) else part.as_bytes())


def _plain(name: str) -> str:
    """Return a name without folders, whichever system wrote it."""
    return PurePosixPath(" ".join(normal(name).replace("\\", "/").split())).name


_READERS: Mapping[str, Callable[[Path], Iterator[Attachment]]] = {
    "application/pdf": _of_pdf,
    "message/rfc822": _of_mail,
}
