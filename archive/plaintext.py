"""Kinds of file that are text: mail, web pages, Markdown, plain text; and what is only noise."""

import codecs
import re

from archive import formats

#: Byte order marks, and the encodings they announce.
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

#: Encodings of texts without a mark. The old German one takes nearly any byte, so it comes last.
ENCODINGS = ("utf-8", "cp1252")

#: A German text in the old encoding has one umlaut in twenty letters; noise has half its bytes there.
MOST_FOREIGN = 0.3

ABOVE_ASCII = bytes(range(0x80, 0x100))

#: Characters that no text holds. The last of DOS texts, 1A, is taken off before.
NOISE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

MARKDOWN_ENDINGS = (".md", ".markdown")

HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|table|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
XML = re.compile(r"\s*<(?:\?xml|!doctype|svg)\b", re.IGNORECASE)

#: A field of a mail's head with the lines that continue it [RFC 5322, 2.2].
FIELD = re.compile(rb"([!-9;-~]+):[^\n]*\n(?:[ \t][^\n]*\n)*")
#: A mail says from whom it is, and at least one of the others.
SENDER = frozenset({b"from"})
MAIL_FIELDS = frozenset({b"date", b"subject", b"message-id", b"mime-version", b"received", b"to"})


def text_type(head: bytes, name: str) -> str | None:
    """Return the media type of a text, or None for what is none.

    Args:
        head: The beginning of the file; a character may be cut in two at its end.
        name: What the owner calls the file; decides between plain text and Markdown.
    """
    if _is_mail(head):
        return formats.EML
    text = _decode(head)
    if text is None:
        return None
    if HTML.match(text):
        return formats.HTML
    if XML.match(text):
        return formats.XML
    return formats.MARKDOWN if name.casefold().endswith(MARKDOWN_ENDINGS) else formats.PLAIN


def _is_mail(head: bytes) -> bool:
    fields = set()
    place = 0
    while field := FIELD.match(head, place):
        fields.add(field[1].lower())
        place = field.end()
    return fields >= SENDER and not fields.isdisjoint(MAIL_FIELDS)


def _decode(head: bytes) -> str | None:
    """Return the text in the first encoding in which it is one."""
    for encoding in _encodings(head):
        text = _decode_as(encoding, head)
        if text is not None and not NOISE.search(text):
            return text
    return None


def _encodings(head: bytes) -> tuple[str, ...]:
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return (encoding,)
    ascii_only = head.translate(None, ABOVE_ASCII)
    foreign = len(head) - len(ascii_only)
    return ENCODINGS if foreign <= MOST_FOREIGN * len(head) else ENCODINGS[:1]


def _decode_as(encoding: str, head: bytes) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(head.rstrip(b"\x1a"))
    except UnicodeDecodeError:
        return None
