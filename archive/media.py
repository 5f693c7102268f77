"""What a file is: told by its content and never by its name."""

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import puremagic

from archive import formats
from archive.containers import ole_type, zip_type
from archive.errors import EmptyFileError, TooLargeError, UnsupportedFormatError
from archive.plaintext import text_type

#: Bytes; one file must not be able to fill the disk on which all others are kept.
LARGEST = 1024**3

#: Bytes of a file's beginning that are looked at; long enough to tell text from noise.
HEAD = 64 * 1024

#: Files that are held start with one of these.
SIGNATURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), formats.PNG),
    (re.compile(rb"\xff\xd8\xff"), formats.JPEG),
    (re.compile(rb"II\*\0|MM\0\*"), formats.TIFF),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), formats.WEBP),
    (re.compile(rb"GIF8[79]a"), formats.GIF),
    # The size of the second header tells a bitmap from a text that begins with "BM".
    (re.compile(rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL), formats.BMP),
    (re.compile(rb"\s*\{\\rtf"), formats.RTF),
    # Readers allow rubbish before a PDF's first line, and scanners' mail gateways write it.
    (re.compile(rb".{0,1019}%PDF-\d\.\d", re.DOTALL), formats.PDF),
)

#: Containers say by their first bytes only that they are containers.
CONTAINERS: tuple[tuple[bytes, Callable[[Path], str]], ...] = (
    (b"PK\x03\x04", zip_type),
    (b"PK\x05\x06", zip_type),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ole_type),
)

#: Files by which Windows and macOS remember what a folder looks like.
SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".localized"})
#: What Word and LibreOffice leave beside a document that is open, and macOS beside a file on a foreign disk.
SYSTEM_PREFIXES = ("~$", ".~lock", "._")
#: Folders that hold no documents.
SYSTEM_FOLDERS = frozenset({"__MACOSX"})


def examine(path: Path, name: str) -> str:
    """Return the media type of a file that may be taken into custody.

    A damaged file that begins like one of its kind is of its kind: what can be read of it is found out later.

    Args:
        path: The file.
        name: What its owner calls it; decides only between plain text and Markdown.

    Raises:
        EmptyFileError: It has no bytes.
        TooLargeError: It is larger than `LARGEST`.
        UnsupportedFormatError: It is of another kind; packs are, for only their members are held.
    """
    size = path.stat().st_size
    if size == 0:
        raise EmptyFileError
    if size > LARGEST:
        raise TooLargeError(size, LARGEST)
    media_type = identify(path, name)
    if media_type not in formats.HELD:
        raise UnsupportedFormatError(media_type)
    return media_type


def identify(path: Path, name: str) -> str:
    """Return the media type of any file, as well as it can be told."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    for signature, look_inside in CONTAINERS:
        if head.startswith(signature):
            return look_inside(path)
    return _by_signature(head) or text_type(head, name) or _by_catalogue(head)


def is_pack(path: Path) -> bool:
    """Tell whether a file is a ZIP pack whose members may be taken in one by one."""
    return identify(path, path.name) == formats.PACK


def is_system_file(name: str) -> bool:
    """Tell whether a file in a folder or pack was left there by a program and is nobody's document."""
    path = PurePosixPath(name)
    left_behind = path.name.casefold() in SYSTEM_FILES or path.name.startswith(SYSTEM_PREFIXES)
    return left_behind or not SYSTEM_FOLDERS.isdisjoint(path.parts)


def _by_signature(head: bytes) -> str | None:
    for signature, media_type in SIGNATURES:
        if signature.match(head):
            return media_type
    return None


def _by_catalogue(head: bytes) -> str:
    """Name a kind of file that is not held, so that its owner can be told what it is."""
    try:
        media_type = str(puremagic.from_string(head, mime=True))
    except puremagic.PureError:
        return formats.UNKNOWN
    return formats.UNKNOWN if media_type in formats.HELD else media_type or formats.UNKNOWN
