"""What a container holds: Office documents and packs are ZIP files, old and locked Office documents OLE files."""

import mmap
import re
import struct
from collections.abc import Collection
from pathlib import Path
from zipfile import ZipFile

from archive import formats
from archive.errors import UnsafePackError
from archive.zips import UNREADABLE, open_zip

#: OpenDocument and EPUB say what they are in a member of this name, which comes first and is not compressed.
TYPE_MEMBER = "mimetype"
TYPE = re.compile(r"application/[\w.+-]{1,80}")
#: Bytes in which a media type has its place.
TYPE_LENGTH = 100
#: A template is read like a document.
TEMPLATE = "-template"
ODF_TYPES = (formats.ODT, formats.ODP, formats.ODS)

#: Every Office Open XML document has this member …
OOXML_MEMBER = "[Content_Types].xml"
#: … and keeps its content in the folder of its program.
OOXML_FOLDERS = (("word/", formats.DOCX), ("ppt/", formats.PPTX), ("xl/", formats.XLSX))
#: Drawings, project plans and the like.
OOXML_OTHER = "application/vnd.openxmlformats-officedocument"
#: Members by which other files are known that are ZIP files, but no packs anyone made by hand.
OTHER_MEMBERS = (
    ("META-INF/MANIFEST.MF", "application/java-archive"),
    ("Index/Document.iwa", "application/vnd.apple.iwork"),
)
#: A ZIP member begins with so many bytes before its name [APPNOTE.TXT 4.3.7].
LOCAL_HEADER = 30
#: With one of these names a truncated Office Open XML document begins.
OOXML_FIRST = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"ppt/", b"xl/")

#: Streams by which OLE files are known [MS-DOC 2.1, MS-OFFCRYPTO 2.3.2, MS-XLS 2.1, MS-PPT 2.1, MS-OXMSG 2.2].
OLE_STREAMS = (
    ("EncryptedPackage", formats.ENCRYPTED),
    ("WordDocument", formats.DOC),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
)
#: An OLE file that is nothing the archive knows by name.
OLE = "application/x-ole-storage"
#: Bytes an OLE directory keeps for a name; two more state its length [MS-CFB 2.6.1].
OLE_NAME = 64


def zip_type(path: Path) -> str:
    """Return the media type of a file that begins like a ZIP file; a pack if it is no document."""
    try:
        with open_zip(path) as file:
            names = file.namelist()
            return _stated_type(file, names) or _ooxml_type(names) or _other_type(names) or formats.PACK
    except UnsafePackError:
        return _damaged_type(path)


def ole_type(path: Path) -> str:
    """Return the media type of an OLE file.

    Documents embedded in it have directory entries too; the document's own come first.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        places = {content.find(_ole_entry(name)): media_type for name, media_type in OLE_STREAMS}
    found = [place for place in places if place >= 0]
    return places[min(found)] if found else OLE


def _ole_entry(name: str) -> bytes:
    """Return how a stream of this name begins its entry in an OLE directory."""
    encoded = name.encode("utf-16-le")
    return encoded.ljust(OLE_NAME, b"\0") + struct.pack("<H", len(encoded) + 2)


def _stated_type(file: ZipFile, names: Collection[str]) -> str | None:
    """Return what a file says it is, if it does."""
    if TYPE_MEMBER not in names or file.getinfo(TYPE_MEMBER).file_size > TYPE_LENGTH:
        return None
    try:
        stated = TYPE.match(file.read(TYPE_MEMBER).decode("ascii"))
    except UNREADABLE:
        return None
    return stated[0].removesuffix(TEMPLATE) if stated else None


def _ooxml_type(names: Collection[str]) -> str | None:
    if OOXML_MEMBER not in names:
        return None
    for folder, media_type in OOXML_FOLDERS:
        if any(name.startswith(folder) for name in names):
            return media_type
    return OOXML_OTHER


def _other_type(names: Collection[str]) -> str | None:
    return next((media_type for member, media_type in OTHER_MEMBERS if member in names), None)


def _damaged_type(path: Path) -> str:
    """Return what a ZIP file whose table of contents is lost began as."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        first = content[LOCAL_HEADER : LOCAL_HEADER + TYPE_LENGTH]
        if first.startswith(OOXML_FIRST):
            return _damaged_ooxml_type(content)
    begun = (media_type for media_type in ODF_TYPES if first.startswith(f"{TYPE_MEMBER}{media_type}".encode()))
    return next(begun, formats.PACK)


def _damaged_ooxml_type(content: mmap.mmap) -> str:
    found = (media_type for folder, media_type in OOXML_FOLDERS if content.find(folder.encode()) >= 0)
    return next(found, OOXML_OTHER)
