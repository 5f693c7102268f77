"""Opens office files, which are ZIP archives of XML parts, without falling for bombs."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from indexer.extraction.authors import named
from indexer.extraction.errors import BrokenError, LockedError, TooLargeError
from indexer.extraction.titles import telling_title

#: Members; a presentation of 500 slides has 3,000.
MOST_MEMBERS = 20_000
#: Bytes of all members unpacked: photographs may be large.
MOST_BYTES = 2 * 1024**3
#: Bytes of one XML part unpacked; parsed it needs ten times as much memory.
MOST_XML = 64 * 1024**2
#: Unpacked over packed size; long tables reach 50, and a part below `SMALL` harms nobody.
MOST_RATIO = 250
SMALL = 8 * 1024**2

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_IS_LOCKED = 0x1
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_AUTHORS = (
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
)


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    """Open an office file after looking at what it would unpack to.

    Raises:
        LockedError: It is encrypted.
        BrokenError: It is no whole ZIP archive.
        TooLargeError: Its parts are too many or too large.
    """
    try:
        archive = ZipFile(path)
    except (BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        _check_for_password(path)
        raise BrokenError(str(error)) from error
    with archive:
        _check_members(archive.infolist())
        yield archive


def part(archive: ZipFile, name: str) -> etree._Element | None:
    """Parse a part; return None where the archive has none of that name.

    Raises:
        BrokenError: It is damaged or no XML.
        LockedError: It is encrypted.
        TooLargeError: It is too large.
    """
    try:
        if archive.getinfo(name).file_size > MOST_XML:
            raise TooLargeError(f"{name} unpacks to more than {MOST_XML} bytes.")
        return etree.fromstring(archive.read(name), xml_parser())
    except KeyError:
        return None
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, etree.XMLSyntaxError) as error:
        raise BrokenError(f"{name}: {error}") from error


def spare_part(archive: ZipFile, name: str) -> etree._Element | None:
    """Parse a part that the text does not hang on; return None where it is missing or damaged.

    Raises:
        LockedError: It is encrypted.
        TooLargeError: It is too large.
    """
    try:
        return part(archive, name)
    except BrokenError:
        return None


def xml_parser() -> etree.XMLParser:
    """Make a parser that loads nothing from elsewhere and expands no entities."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)


def _check_for_password(path: Path) -> None:
    """Raise LockedError for the OLE container that holds an encrypted office file."""
    with path.open("rb") as file:
        content = file.read(SMALL)
    if content.startswith(OLE) and _ENCRYPTED_PACKAGE in content:
        raise LockedError("It is an encrypted package.")


def _check_members(members: list[ZipInfo]) -> None:
    """Refuse archives that unpack to much more than they are."""
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
        raise TooLargeError(f"It has {len(members)} parts, or they unpack to more than {MOST_BYTES} bytes.")
    for member in members:
        if member.flag_bits & _IS_LOCKED:
            raise LockedError(f"{member.filename} is encrypted.")
        if member.file_size > max(SMALL, MOST_RATIO * member.compress_size):
            raise TooLargeError(f"{member.filename} unpacks to {member.file_size} bytes.")


def core_properties(archive: ZipFile) -> tuple[str, tuple[str, ...]]:
    """Return title and authors in the core properties of an Office Open XML file; "" for a title that tells nothing."""
    core = spare_part(archive, "docProps/core.xml")
    if core is None:
        return "", ()
    return telling_title(core.findtext(_TITLE)), named(core.findtext(each) for each in _AUTHORS)
