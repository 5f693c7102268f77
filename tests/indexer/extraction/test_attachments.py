"""Files attached to mails and PDFs."""

from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from indexer.extraction import attachments as module
from indexer.extraction.attachments import Attachment, attachments
from indexer.extraction.errors import BrokenError, LockedError, TooLargeError
from indexer.extraction.isolation import Extractor
from tests.indexer.extraction.making import column, pdf_bytes

PDF, MAIL = "application/pdf", "message/rfc822"


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """A mail with a file, a mail and a picture in its text."""
    inner = EmailMessage()
    inner["Subject"] = "Einladung"
    inner.set_content("Kommt alle!")
    message = EmailMessage()
    message["Subject"] = "Protokoll"
    message.set_content("Anbei das Protokoll.")
    message.add_attachment("Grüße".encode(), maintype="text", subtype="plain", filename="C:\\Ordner\\Gru\u0308ße.txt")
    message.add_attachment(inner)
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", cid="<logo@example.org>")
    (tmp_path / "mail").write_bytes(message.as_bytes())
    return tmp_path / "mail"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """A PDF with a file."""
    writer = pypdf.PdfWriter(BytesIO(pdf_bytes([column(["Text"])])))
    writer.add_attachment("liste.csv", b"a;b")
    with (tmp_path / "pdf").open("wb") as file:
        writer.write(file)
    return tmp_path / "pdf"


def test_of_a_mail(mail: Path) -> None:
    file, inner = attachments(mail, MAIL)
    assert file == Attachment("Grüße.txt", "Grüße".encode())
    assert inner.name == "Einladung.eml"
    assert b"Kommt alle!" in inner.content


def test_of_a_pdf(pdf: Path) -> None:
    assert list(attachments(pdf, PDF)) == [Attachment("liste.csv", b"a;b")]


@pytest.mark.parametrize("media_type", [PDF, "text/plain"])
def test_other_files_have_none(tmp_path: Path, media_type: str) -> None:
    (tmp_path / "file").write_bytes(pdf_bytes([column(["Text"])]))
    assert list(attachments(tmp_path / "file", media_type)) == []


@pytest.mark.parametrize(("limit", "value"), [("MOST", 1), ("MOST_BYTES", 10)])
def test_too_many_or_too_large(mail: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(module, limit, value)
    with pytest.raises(TooLargeError):
        list(attachments(mail, MAIL))


def test_what_pypdf_cannot_read_is_broken(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_embedded", lambda reader: reader["fehlt"])
    with pytest.raises(BrokenError):
        list(attachments(pdf, PDF))


def test_a_child_hands_them_over(mail: Path, pdf: Path, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(pdf)
    writer.encrypt("geheim")
    with (tmp_path / "locked").open("wb") as file:
        writer.write(file)
    (tmp_path / "broken").write_bytes(b"nonsense")
    with Extractor() as extractor:
        assert extractor.attachments(pdf, PDF) == (Attachment("liste.csv", b"a;b"),)
        assert [each.name for each in extractor.attachments(mail, MAIL)] == ["Grüße.txt", "Einladung.eml"]
        with pytest.raises(LockedError):
            extractor.attachments(tmp_path / "locked", PDF)
        with pytest.raises(BrokenError):
            extractor.attachments(tmp_path / "broken", PDF)
        assert extractor.attachments(pdf, "text/plain") == ()
