"""Text in pictures is read where tesseract is installed, and else it is said what is missing."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from indexer.extraction import images, ocr, tesseract
from indexer.extraction.extract import extract
from indexer.extraction.images import page_picture, pictures
from indexer.extraction.isolation import Extractor
from indexer.extraction.ocr import recognise
from indexer.extraction.pages import Block, BlockKind, Outcome, Page, Reading, TextOrigin
from indexer.extraction.picture import PagePicture, PlacedWord, Rectangle
from indexer.extraction.recognised import placed, recognised_lines, spaced
from indexer.extraction.scans import needs_recognition
from indexer.extraction.tesseract import Lack, installed_tesseract
from tests.indexer.extraction.making import Written, pdf_bytes

PDF = "application/pdf"
WORDS: list[Written] = [
    (72, 700, "F", 16, "Die Jugendlichen gestalten den"),
    (72, 670, "F", 16, "Platz vor der Sporthalle."),
]
SENTENCE = "Die Jugendlichen gestalten den Platz vor der Sporthalle."

installed = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")


def image_of(content: bytes) -> Image.Image:
    """Draw a PDF's first page."""
    with pypdfium2.PdfDocument(content) as document:
        return Image.open(BytesIO(page_picture(document[0])))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A PDF of two pages, of which one is a picture."""
    buffer = BytesIO()
    image_of(pdf_bytes([WORDS])).save(buffer, "PDF", resolution=300)
    with pypdfium2.PdfDocument(pdf_bytes([WORDS])) as document:
        document.import_pages(pypdfium2.PdfDocument(buffer.getvalue()))
        document.save(tmp_path / "scan")
    return tmp_path / "scan"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photograph taken with the camera turned."""
    exif = Image.Exif()
    exif[0x0112] = 6
    image_of(pdf_bytes([WORDS])).rotate(90, expand=True).save(tmp_path / "photo", "JPEG", exif=exif)
    return tmp_path / "photo"


@pytest.fixture
def only_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is the only place where programs are found."""
    (tmp_path / "programs").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    installed_tesseract.cache_clear()
    yield tmp_path / "programs"
    installed_tesseract.cache_clear()


def install(folder: Path, script: str) -> None:
    (folder / "tesseract").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "tesseract").chmod(0o755)


def test_without_tesseract_it_is_said_what_is_missing(only_folder: Path, scan: Path, photo: Path) -> None:
    assert recognise(photo, "image/jpeg") == Reading(Outcome.NO_TEXT, "image/jpeg", detail=Lack.PROGRAM)
    with Extractor() as extractor:
        reading = extractor.recognise(scan, PDF)
    assert (reading.outcome, reading.detail) == (Outcome.TEXT, "ocr_lacks_tesseract")
    assert reading.pages == extract(scan, PDF).pages
    install(only_folder, "echo 'List of languages:'; echo eng")
    installed_tesseract.cache_clear()
    assert recognise(scan, PDF).detail == Lack.LANGUAGE


#: Answers as tesseract does, and with a script to a picture.
ANSWERS = 'case "$1" in --list-langs) echo deu;; --version) echo tesseract 5;; *) /bin/cat >/dev/null; {};; esac'


def install_answering(folder: Path, paragraphs: list[list[str]]) -> None:
    """Install what finds some paragraphs of lines in every picture."""
    (folder / "answer.tsv").write_text(tsv_of(paragraphs), encoding="utf-8")
    install(folder, ANSWERS.format(f"/bin/cat {folder}/answer.tsv"))


def tsv_of(paragraphs: list[list[str]]) -> str:
    """Return what tesseract writes of paragraphs on a page of 1000 by 2000 pixels, each word 100 by 20 in a grid."""
    rows = ["level\tpage_num\t…", "1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t"]
    down = 0
    for block, lines in enumerate(paragraphs, start=1):
        for number, line in enumerate(lines, start=1):
            for place, word in enumerate(line.split(" "), start=1):
                rows.append(f"5\t1\t{block}\t1\t{number}\t{place}\t{place * 100}\t{down}\t100\t20\t91.5\t{word}")
            down += 40
    return "\n".join(rows) + "\n"


def test_words_are_told_with_their_places() -> None:
    lines = recognised_lines(tsv_of([["Das Quartiers-", "management fragt"], ["Kinder- und", "\u200a ", "Ende"]]))
    assert list(spaced(lines)) == ["Das Quartiers-", "management fragt", "", "Kinder- und", "Ende"]
    words = placed(lines)
    assert [word.text for word in words] == ["Das", "Quartiersmanagement", "fragt", "Kinder-", "und", "Ende"]
    assert words[1].places == (Rectangle(0.2, 0, 0.3, 0.01), Rectangle(0.1, 0.02, 0.2, 0.03))
    assert [word.text for word in words if word.ends_line] == ["fragt", "und", "Ende"]


def test_what_is_no_answer_is_not_taken_for_one() -> None:
    with pytest.raises(ValueError, match="size"):
        recognised_lines("Text, wie er früher kam\n")


def test_only_pages_without_text_are_looked_at(only_folder: Path, scan: Path) -> None:
    install_answering(only_folder, [["Grüße"], ["Ende"]])
    with Extractor() as extractor:
        reading = extractor.recognise(scan, PDF)
    assert [page.origin for page in reading.pages] == [TextOrigin.LAYER, TextOrigin.OCR]
    assert [block.text for block in reading.pages[1].blocks] == ["Grüße", "Ende"]
    assert reading.tool.endswith(", tesseract 5")
    assert not needs_recognition(reading)


@pytest.mark.parametrize(("script", "detail"), [("echo kaputt >&2; exit 1", "kaputt"), ("/bin/sleep 9", "seconds")])
def test_a_picture_that_cannot_be_read_stays_empty(
    only_folder: Path, scan: Path, monkeypatch: pytest.MonkeyPatch, script: str, detail: str
) -> None:
    monkeypatch.setattr(tesseract, "SECONDS", 0.5)
    install(only_folder, ANSWERS.format(script))
    reading = recognise(scan, PDF)
    assert (reading.outcome, reading.pages[1].text) == (Outcome.TEXT, "")
    assert reading.detail.startswith("Page 2: ")
    assert detail in reading.detail
    assert not needs_recognition(reading)


@pytest.mark.parametrize("error", [MemoryError(), pypdfium2.PdfiumError("kaputt"), LookupError("unerwartet")])
def test_a_page_that_cannot_be_drawn_costs_no_text(
    only_folder: Path, scan: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(_: pypdfium2.PdfPage) -> bytes:
        raise error

    monkeypatch.setattr(ocr, "page_picture", fail)
    install_answering(only_folder, [["Text"]])
    reading = recognise(scan, PDF)
    assert (reading.outcome, reading.pages[0].text) == (Outcome.TEXT, extract(scan, PDF).pages[0].text)
    assert reading.detail


def test_words_the_page_has_are_not_doubled(only_folder: Path, tmp_path: Path) -> None:
    install_answering(only_folder, [["Stempel"], ["Eingang"]])
    (tmp_path / "file").write_bytes(pdf_bytes([[(72, 700, "F", 12, "Eingang")]]))
    assert recognise(tmp_path / "file", PDF).pages[0].text == "Eingang\nStempel"


def places_are_dark(picture: PagePicture, words: tuple[PlacedWord, ...]) -> bool:
    """Tell whether the words stand where the picture is dark, and nothing dark is left when they are painted over."""
    image = Image.open(BytesIO(picture.image)).convert("L")
    across, down = image.size
    boxes = [
        (int(left * across) - 2, int(top * down) - 2, int(right * across) + 3, int(bottom * down) + 3)
        for word in words
        for left, top, right, bottom in word.places
    ]
    found = [min(image.crop(box).tobytes()) < 100 for box in boxes]
    for box in boxes:
        image.paste(255, box)
    return len(boxes) == len(SENTENCE.split()) and all(found) and min(image.tobytes()) > 200


@pytest.mark.system
@installed
def test_scans_and_photographs_are_read(scan: Path, photo: Path) -> None:
    installed_tesseract.cache_clear()
    with Extractor() as extractor:
        reading = extractor.recognise(scan, PDF)
        assert [page.text.replace("\n", " ") for page in reading.pages] == [SENTENCE, SENTENCE]
        assert reading.pages[1].origin is TextOrigin.OCR
        assert places_are_dark(extractor.draw(scan, PDF, 2, 1200), reading.pages[1].words)
        assert "tesseract" in reading.tool
        picture = extractor.recognise(photo, "image/jpeg")
        assert (picture.outcome, picture.language) == (Outcome.TEXT, "de")
        assert picture.pages[0].text.replace("\n", " ") == SENTENCE
        assert places_are_dark(extractor.draw(photo, "image/jpeg", 1, 1200), picture.pages[0].words)
        assert extractor.read(scan, PDF) == extract(scan, PDF)


@pytest.mark.parametrize(
    ("reading", "is_needed"),
    [
        (Reading(Outcome.NO_TEXT, "image/png"), True),
        (Reading(Outcome.NO_TEXT, PDF, (Page(1, "1", ()),)), True),
        (Reading(Outcome.TEXT, PDF, (Page(1, "1", (Block(BlockKind.PARAGRAPH, "Seite"),)),)), True),
        (Reading(Outcome.NO_TEXT, PDF, (Page(1, "1", (), TextOrigin.OCR),)), False),
        (Reading(Outcome.TEXT, PDF, (Page(1, "1", (Block(BlockKind.PARAGRAPH, SENTENCE),)),)), False),
        (Reading(Outcome.PASSWORD, PDF), False),
        (Reading(Outcome.NO_TEXT, "text/plain", (Page(1, "1", ()),)), False),
    ],
)
def test_what_needs_recognition(reading: Reading, *, is_needed: bool) -> None:
    assert needs_recognition(reading) is is_needed


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_a_damaged_picture_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("indexer.extraction.ocr.installed_tesseract", lambda: tesseract.Tesseract("/bin/cat", "cat"))
    (tmp_path / "file").write_bytes(content)
    assert recognise(tmp_path / "file", "image/png").outcome is Outcome.BROKEN


def test_pictures_too_large_are_refused_or_made_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGBA", (300, 200)).save(tmp_path / "file", "PNG")
    assert next(pictures(tmp_path / "file")) == b"P5 300 200 255\n" + b"\xff" * 60_000
    monkeypatch.setattr(images, "MOST_PIXELS", 10_000)
    assert next(pictures(tmp_path / "file")).startswith(b"P5 100 67 255\n")
    monkeypatch.setattr(images, "LARGEST_IMAGE", 50_000)
    monkeypatch.setattr("indexer.extraction.ocr.installed_tesseract", lambda: tesseract.Tesseract("/bin/cat", "cat"))
    assert recognise(tmp_path / "file", "image/png").outcome is Outcome.TOO_LARGE
