"""What a file is, told by its content."""

import io
import struct
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from PIL import Image

from archive import containers, formats, media
from archive.errors import EmptyFileError, TooLargeError, UnsupportedFormatError
from archive.media import examine, identify, is_pack, is_system_file

ODF = "application/vnd.oasis.opendocument"


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Return a ZIP file with these members, the first one stored as it is."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in members:
            file.writestr(name, content)
    return buffer.getvalue()


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """Return what a library saves."""
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def word() -> bytes:
    """Return a real DOCX."""
    document = docx.Document()
    document.add_paragraph("Protokoll")
    return saved(document.save)


def image(kind: str) -> bytes:
    """Return a real image."""
    return saved(lambda buffer: Image.new("RGB", (8, 8), "red").save(buffer, kind))


def ole(*streams: str) -> bytes:
    """Return an OLE file with a header, one sector of allocations and a directory of these streams."""
    header = struct.pack(
        "<8s16sHHHHH6sLLLLL", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 62, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 4096
    )
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB", 2 * len(name) + 2, 2, 1).ljust(64, b"\0")
        for name in ("Root Entry", *streams)
    )
    return header.ljust(512, b"\xff") + b"\xff" * 512 + directory


def mail() -> bytes:
    """Return a mail with an attachment."""
    message = EmailMessage()
    message["Received"] = (
        "from a.invalid (a server with a name long enough to be folded) by b.invalid; Wed, 3 Apr 2019 12:00:00 +0200"
    )
    message["From"] = "koordination@example.org"
    message["Subject"] = "Protokoll"
    message.set_content("Grüße")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


HELD = {
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", formats.PDF),
    "a PDF after rubbish": (b"\r\n--boundary\r\n%PDF-1.4\n", formats.PDF),
    "a PDF broken off": (b"%PDF-1.5", formats.PDF),
    "Word": (word(), formats.DOCX),
    "Word, broken off": (word()[:3000], formats.DOCX),
    "PowerPoint": (saved(pptx.Presentation().save), formats.PPTX),
    "PowerPoint, broken off": (saved(pptx.Presentation().save)[:-30], formats.PPTX),
    "Excel": (saved(openpyxl.Workbook().save), formats.XLSX),
    "Writer": (zipped(("mimetype", f"{ODF}.text".encode()), ("content.xml", b"<a/>")), formats.ODT),
    "a template of Writer": (zipped(("mimetype", f"{ODF}.text-template".encode())), formats.ODT),
    "Writer, broken off": (zipped(("mimetype", f"{ODF}.text".encode()), ("content.xml", b"<a/>"))[:100], formats.ODT),
    "Impress": (zipped(("mimetype", f"{ODF}.presentation".encode())), formats.ODP),
    "Calc": (zipped(("mimetype", f"{ODF}.spreadsheet".encode())), formats.ODS),
    "old Word": (ole("1Table", "WordDocument"), formats.DOC),
    "old Word with a table of Excel": (ole("WordDocument", "ObjectPool", "Workbook"), formats.DOC),
    "Word, locked": (ole("EncryptionInfo", "EncryptedPackage"), formats.ENCRYPTED),
    "RTF": (rb"{\rtf1\ansi Protokoll}", formats.RTF),
    "a web page": (b"<!DOCTYPE html><html><body>Text", formats.HTML),
    "a web page of Word": (b'\xef\xbb\xbf<html xmlns:v="urn:schemas-microsoft-com:vml">', formats.HTML),
    "a web page after a comment": (b"<!-- saved from url -->\n<HTML>", formats.HTML),
    "XHTML": (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', formats.HTML),
    "a mail": (mail(), formats.EML),
    "text": ("Grüße aus Völklingen\n".encode(), formats.PLAIN),
    "text in the old encoding": ("Grüße aus Völklingen – „ja“\r\n".encode("cp1252"), formats.PLAIN),
    "text of Windows Notepad": ("Grüße".encode("utf-16"), formats.PLAIN),
    "text of DOS": (b"Zeile\r\n\x1a", formats.PLAIN),
    "text in another script": ("Добро пожаловать! مرحبا".encode(), formats.PLAIN),
    "text that looks like a bitmap": (b"BM Bundesministerium des Innern", formats.PLAIN),
    "text with fields": (b"Ort: Hamburg\nDatum: 3.4.2019\nTO: Nachbarn\n\nTOP 1", formats.PLAIN),
    "text cut in a character": (b"a" * (media.HEAD - 1) + "ä".encode(), formats.PLAIN),
    "PNG": (image("PNG"), formats.PNG),
    "JPEG": (image("JPEG"), formats.JPEG),
    "TIFF": (image("TIFF"), formats.TIFF),
    "WebP": (image("WEBP"), formats.WEBP),
    "GIF": (image("GIF"), formats.GIF),
    "BMP": (image("BMP"), formats.BMP),
}

REFUSED = {
    "a program": (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(100), None),
    "a program of Linux": (b"\x7fELF\x02\x01\x01" + bytes(100), None),
    "old Excel": (ole("Workbook"), "application/vnd.ms-excel"),
    "old PowerPoint": (ole("Current User", "PowerPoint Document"), "application/vnd.ms-powerpoint"),
    "something else of OLE": (ole("Contents"), "application/x-ole-storage"),
    "a pack": (zipped(("a.txt", b"Text")), formats.PACK),
    "a pack with a document": (zipped(("Ordner/a.docx", word())), formats.PACK),
    "a pack with a PDF": (zipped(("a.pdf", b"%PDF-1.4 ...")), formats.PACK),
    "a pack, broken off": (zipped(("a.txt", b"Text" * 100))[:200], formats.PACK),
    "an empty pack": (zipped(), formats.PACK),
    "an e-book": (zipped(("mimetype", b"application/epub+zip")), "application/epub+zip"),
    "a drawing of Draw": (zipped(("mimetype", f"{ODF}.graphics".encode())), f"{ODF}.graphics"),
    "a drawing of Visio": (zipped(("[Content_Types].xml", b""), ("visio/a.xml", b"")), containers.OOXML_OTHER),
    "a drawing of Visio, broken off": (zipped(("[Content_Types].xml", b"x"))[:60], containers.OOXML_OTHER),
    "a document of Pages": (zipped(("Index/Document.iwa", b""), ("preview.jpg", b"")), "application/vnd.apple.iwork"),
    "a pack with a file called mimetype": (zipped(("mimetype", b"no type")), formats.PACK),
    "a pack with a long file called mimetype": (zipped(("mimetype", b"application/" + b"x" * 200)), formats.PACK),
    "a pack with a file called mimetype, damaged": (
        zipped(("mimetype", b"application/x")).replace(b"application/x", b"application/y"),
        formats.PACK,
    ),
    "a drawing": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', formats.XML),
    "noise": (bytes(range(256)), None),
    "noise without control characters": (bytes(range(0xC0, 0x100)) * 4, None),
    "zeros": (bytes(1000), None),
    "a recording": (b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(100), None),
}


@pytest.mark.parametrize(("content", "media_type"), HELD.values(), ids=HELD)
def test_a_file_is_known_by_its_content(tmp_path: Path, content: bytes, media_type: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert examine(path, "misleading.exe") == media_type


@pytest.mark.parametrize(("content", "media_type"), REFUSED.values(), ids=REFUSED)
def test_other_files_are_refused_by_what_they_are(tmp_path: Path, content: bytes, media_type: str | None) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(UnsupportedFormatError) as caught:
        examine(path, "misleading.pdf")
    assert caught.value.media_type not in formats.HELD
    assert media_type in {None, caught.value.media_type}


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("notes.md", formats.MARKDOWN),
        ("NOTES.MARKDOWN", formats.MARKDOWN),
        ("notes.txt", formats.PLAIN),
        ("notes", formats.PLAIN),
    ],
)
def test_the_name_decides_only_about_markdown(tmp_path: Path, name: str, media_type: str) -> None:
    path = tmp_path / "file"
    path.write_text("# Überschrift", encoding="utf-8")
    assert identify(path, name) == media_type
    path.write_bytes(b"%PDF-1.4\n")
    assert identify(path, name) == formats.PDF


def test_empty_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    with pytest.raises(EmptyFileError):
        examine(path, "empty.pdf")


def test_files_that_could_fill_the_disk_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(media.LARGEST + 1)
    with pytest.raises(TooLargeError) as caught:
        examine(path, "large.pdf")
    assert (caught.value.size, caught.value.limit) == (media.LARGEST + 1, media.LARGEST)


def test_a_document_is_no_pack(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(word())
    assert not is_pack(path)
    path.write_bytes(zipped(("a.txt", b"Text")))
    assert is_pack(path)


@pytest.mark.parametrize(
    "name",
    ["~$Protokoll.docx", ".~lock.Protokoll.odt#", ".DS_Store", "Ordner/Thumbs.db", "__MACOSX/._a.pdf", "a/._b.pdf"],
)
def test_what_programs_leave_behind_is_nobodys_document(name: str) -> None:
    assert is_system_file(name)


@pytest.mark.parametrize("name", ["Protokoll.docx", "Ordner/~Entwurf.docx", ".versteckt.pdf", "MACOSX.pdf"])
def test_what_people_made_is_a_document(name: str) -> None:
    assert not is_system_file(name)
