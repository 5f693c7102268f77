"""Saved mail."""

from email.message import EmailMessage
from pathlib import Path

from indexer.extraction.extract import extract
from indexer.extraction.pages import Outcome
from tests.indexer.extraction.making import shown

MAIL = "message/rfc822"


def message() -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Treffen im März"
    made["From"] = "Koordination <koordination@example.org>"
    made["Date"] = "Wed, 03 Apr 2019 10:00:00 +0200"
    return made


HEADS = [
    ("heading", "Treffen im März"),
    ("paragraph", "From: Koordination <koordination@example.org>"),
    ("paragraph", "Date: Wed, 03 Apr 2019 10:00:00 +0200"),
]


def test_text_and_names_of_attachments(tmp_path: Path) -> None:
    made = message()
    made.set_content("Liebe alle,\n\n- bitte kommt\n")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Einladung Grüße.pdf")
    (tmp_path / "file").write_bytes(bytes(made))
    reading = extract(tmp_path / "file", MAIL)
    assert shown(reading) == [
        *HEADS,
        ("paragraph", "Liebe alle,"),
        ("item", "- bitte kommt"),
        ("note", "Einladung Grüße.pdf"),
    ]
    assert reading.title == "Treffen im März"


def test_html_only(tmp_path: Path) -> None:
    made = message()
    made.set_content("<h1>Hallo</h1><p>Text</p>", subtype="html")
    (tmp_path / "file").write_bytes(bytes(made))
    assert shown(extract(tmp_path / "file", MAIL)) == [*HEADS, ("heading", "Hallo"), ("paragraph", "Text")]


def test_plain_text_is_preferred(tmp_path: Path) -> None:
    made = message()
    made.set_content("schlicht")
    made.add_alternative("<p>bunt</p>", subtype="html")
    (tmp_path / "file").write_bytes(bytes(made))
    assert shown(extract(tmp_path / "file", MAIL)) == [*HEADS, ("paragraph", "schlicht")]


def test_no_mail_is_broken(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("\nkein Kopf")
    assert extract(tmp_path / "file", MAIL).outcome is Outcome.BROKEN
