"""Scans and attachments: what the worker does beside reading."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from archive.values import DocumentKind, Visibility
from indexer.extraction.isolation import Extractor
from indexer.extraction.limits import Limits
from indexer.recognising import Recognising
from tests.indexer.workshop import Workshop

SCAN = Path(__file__).parents[2] / "documents" / "holdings" / "scan-protokoll-regionaltreffen-ost-2018.pdf"


@pytest.mark.system
def test_the_text_of_a_scan_is_found_once_it_is_recognised(workshop: Workshop) -> None:
    code = workshop.take_in("scan.pdf", SCAN.read_bytes())
    workshop.indexing.catch_up()
    assert workshop.found("Tagesordnung") == []
    with Extractor() as extractor:
        recognising = Recognising(workshop.archive, workshop.texts, extractor)
        assert recognising.next()
        assert not recognising.next()
    workshop.indexing.catch_up()
    reading = workshop.texts.reading(workshop.archive.describe(code).checksum)
    assert reading
    assert reading.has_recognised
    assert workshop.found("Potsdam") == [code]


def test_without_tesseract_the_scan_says_what_is_missing(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    code = workshop.take_in("scan.pdf", SCAN.read_bytes())
    workshop.indexing.catch_up()
    with Extractor() as extractor:
        recognising = Recognising(workshop.archive, workshop.texts, extractor)
        assert recognising.next()
        assert not recognising.next()
    reading = workshop.texts.reading(workshop.archive.describe(code).checksum)
    assert reading
    assert reading.detail == "ocr_lacks_tesseract"


def test_nobody_waits_for_a_scan_that_cannot_be_looked_at(workshop: Workshop) -> None:
    code = workshop.take_in("scan.pdf", SCAN.read_bytes())
    workshop.indexing.catch_up()
    checksum = workshop.archive.describe(code).checksum

    def waits() -> bool:
        reading = workshop.texts.reading(checksum)
        assert reading
        return reading.awaits_recognition

    assert waits()
    with Extractor(Limits(seconds=0.05, seconds_per_picture=0.0)) as extractor:
        assert Recognising(workshop.archive, workshop.texts, extractor).next()
    assert not waits()
    # The next run looks once more.
    assert checksum in dict(workshop.texts.scans())


def test_what_is_attached_to_a_mail_is_a_document_of_its_own(workshop: Workshop) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "servicebuero@beispiel.invalid", "standorte@beispiel.invalid"
    mail["Date"] = "Wed, 03 Apr 2019 12:00:00 +0200"
    mail["Subject"] = "Protokoll im Anhang"
    mail.set_content("Anbei das Protokoll.")
    mail.add_attachment(b"Die Nadelmethode", maintype="text", subtype="plain", filename="protokoll.txt")
    mail.add_attachment(b"", maintype="text", subtype="plain", filename="leer.txt")
    code = workshop.take_in("mail.eml", mail.as_bytes())
    while workshop.indexing.catch_up():
        pass
    (found,) = workshop.found("Nadelmethode")
    assert found != code
    attached = workshop.archive.describe(found)
    assert (attached.file_name, attached.visibility) == ("mail.eml!/protokoll.txt", Visibility.INTERNAL)


def test_a_document_is_described_by_what_it_surely_says(workshop: Workshop) -> None:
    text = (
        "# Protokoll des Standorttreffens in Hamburg\n\nDatum: 3. und 4. April 2019\n\nOrt: Hamburg-Harburg\n\n"
        "TOP 1: Begrüßung\n\nAlle sind da.\n\nBeschluss: Die Wand wird bunt.\n"
    )
    code = workshop.take_in("x.md", text.encode())
    while workshop.indexing.catch_up():
        pass
    described = workshop.archive.describe(code)
    assert described.title == "Protokoll des Standorttreffens in Hamburg"
    assert described.kind is DocumentKind.PROTOKOLL
    assert described.meeting
    assert described.meeting.key == "standorttreffen-hamburg-2019"
    assert described.date
    assert (described.date.start.isoformat(), described.date.end.isoformat()) == ("2019-04-03", "2019-04-04")
    assert workshop.found("bunte Wand Standorttreffen Hamburg") == [code]


def test_lists_of_those_present_are_not_found(workshop: Workshop) -> None:
    table = "| Name | Unterschrift |\n|---|---|\n| Anna Muster | |\n| Bert Huber | |\n"
    text = f"# Protokoll\n\nDie Wand wird bunt.\n\n{table}"
    code = workshop.take_in("liste.md", text.encode())
    workshop.indexing.catch_up()
    assert workshop.found("bunte Wand") == [code]
    assert workshop.found("Muster") == []
