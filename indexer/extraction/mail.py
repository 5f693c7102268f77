"""Reads mail as it is saved (RFC 5322)."""

import email
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.policy import default
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from indexer.extraction.authors import named
from indexer.extraction.contents import Contents, numbered
from indexer.extraction.errors import BrokenError
from indexer.extraction.flow import blocks_of_lines
from indexer.extraction.normal import normal
from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.web import blocks_of_html

#: The heads that say what a mail is about.
HEADS = ("From", "To", "Cc", "Date")
#: Heads that name people and are seldom there.
UNSHOWN = ("Sender", "Reply-To", "Bcc")


def read_mail(path: Path) -> Contents:
    """Read a mail's heads, its text, and the names of what is attached."""
    with path.open("rb") as file:
        message = email.message_from_binary_file(file, policy=default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise BrokenError("It has no heads.")
    subject = _head(message, "Subject")
    people = named(_head(message, name).replace('"', "") for name in UNSHOWN)
    return Contents(numbered([_blocks(message, subject)]), subject, authors=people)


def _blocks(message: EmailMessage, subject: str) -> Iterator[Block]:
    """Yield the blocks of a mail."""
    yield Block(BlockKind.HEADING, subject, 1)
    for name in HEADS:
        if value := _head(message, name):
            yield Block(BlockKind.PARAGRAPH, f"{name}: {value}")
    body = message.get_body(("plain", "html"))
    if body is not None:
        yield from _body(body)
    for each in message.iter_attachments():
        yield Block(BlockKind.NOTE, normal(each.get_filename() or ""))


def _body(body: MIMEPart) -> Iterator[Block]:
    """Yield the blocks of a mail's text."""
    content = str(body.get_content())
    if body.get_content_subtype() == "html":
        yield from blocks_of_html(LexborHTMLParser(content))
    else:
        yield from blocks_of_lines(normal(content).split("\n"))


def _head(message: EmailMessage, name: str) -> str:
    """Return a head in one line, or ""."""
    return " ".join(normal(str(message.get(name, ""))).split())
