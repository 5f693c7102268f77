"""Real files are redacted and read again: the words are gone from every part, and the rest is still there."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from archive.formats import DOCX, PDF, PLAIN
from indexer.extraction.isolation import Extractor
from indexer.extraction.picture import PagePicture
from indexer.redaction.errors import TraceLeftError, UnsafeFormatError
from indexer.redaction.proof import prove
from indexer.redaction.redact import Redacted, redact
from indexer.redaction.substitutions import BLACKENED, Substitution, Substitutions

TERM = "Quastia Flossemann"
ROLE = "Projektleitung"


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    with Extractor() as opened:
        yield opened


def substitutions(by: str = BLACKENED) -> Substitutions:
    return Substitutions.of([Substitution(TERM, by)])


def redacted(path: Path, media_type: str, extractor: Extractor, chosen: Substitutions) -> Redacted:
    reading = extractor.read(path, media_type)
    return redact(path, reading, chosen, extractor, path.parent)


def unpacked(content: bytes) -> bytes:
    """Return a file's bytes with what is packed in it beside them, unpacked."""
    parts = [content]
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            parts += map(pack.read, pack.namelist())
    at = content.find(b"x\x9c")
    while at >= 0:
        try:
            parts.append(zlib.decompressobj().decompress(content[at:]))
        except zlib.error:
            parts.append(b"")
        at = content.find(b"x\x9c", at + 1)
    return b"\n".join(parts)


def text_of(content: bytes, media_type: str, folder: Path, extractor: Extractor) -> str:
    path = folder / "again"
    path.write_bytes(content)
    return "\n".join(page.text for page in extractor.read(path, media_type).pages)


def pdf(lines: list[str], title: str = "") -> bytes:
    """Return a PDF of one page, written by hand: a text layer, and properties."""
    shown = b"".join(
        f"BT /F1 12 Tf 72 {760 - 20 * n} Td ({line}) Tj ET\n".encode("cp1252") for n, line in enumerate(lines)
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Title({title})/Author({title})>>".encode("cp1252"),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    return (
        made
        + b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, start)
    )


def word(term: str) -> bytes:
    """Return a Word document with a term in its body, over two runs, a header, a comment and its properties."""
    document = docx.Document()
    paragraph = document.add_paragraph("Anwesend war ")
    first, last = term.split(" ", 1)
    paragraph.add_run(first + " ")
    run = paragraph.add_run(last)
    document.add_comment(run, text=f"Bitte {term} fragen", author=term)
    document.add_paragraph("Die Wand wird bunt.")
    document.sections[0].header.paragraphs[0].text = f"Notiz von {term}"
    document.core_properties.author = document.core_properties.title = term
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = term, "Gotha"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize("by", [BLACKENED, ROLE])
def test_a_pdf_keeps_its_looks_and_loses_the_words(tmp_path: Path, extractor: Extractor, by: str) -> None:
    path = tmp_path / "original"
    path.write_bytes(pdf(["Protokoll Gotha", f"Moderation: {TERM}", "Beschluss: Die Wand wird bunt."], TERM))
    made = redacted(path, PDF, extractor, substitutions(by))
    text = text_of(made.content, PDF, tmp_path, extractor)
    assert "Die Wand wird bunt." in text
    assert by in text
    assert TERM not in text
    bare = unpacked(made.content)
    assert b"Quastia" not in bare
    assert b"Flossemann" not in bare
    assert not PdfReader(io.BytesIO(made.content)).metadata


def test_in_the_picture_the_words_are_painted_over(tmp_path: Path, extractor: Extractor) -> None:
    path = tmp_path / "original"
    path.write_bytes(pdf([TERM]))
    made = redacted(path, PDF, extractor, substitutions())
    (tmp_path / "made").write_bytes(made.content)
    drawn = extractor.draw(tmp_path / "made", PDF, 1, 595)
    image = Image.open(io.BytesIO(drawn.image)).convert("L")
    inside = [image.getpixel((x, 842 - 764)) for x in range(76, 160, 4)]
    assert max(int(str(each)) for each in inside) < 60


def drawn(content: bytes, folder: Path, extractor: Extractor) -> tuple[PagePicture, Image.Image]:
    """Return the first page of a PDF, one pixel a point wide."""
    (folder / "made").write_bytes(content)
    picture = extractor.draw(folder / "made", PDF, 1, 595)
    return picture, Image.open(io.BytesIO(picture.image)).convert("L")


def dark(image: Image.Image, left: float, right: float) -> float:
    """Return the share of dark pixels on the first line of a page."""
    line = image.crop((round(left), 842 - 770, round(right), 842 - 758))
    return sum(line.histogram()[:100]) / (line.width * line.height)


def test_a_role_is_read_whole_beside_what_is_blackened(tmp_path: Path, extractor: Extractor) -> None:
    path = tmp_path / "original"
    path.write_bytes(pdf([f"Frau {TERM} 0170 1234567, {TERM}, wohnhaft"]))
    chosen = [Substitution(f"Frau {TERM}", "Leitung für Ämter"), Substitution("0170 1234567"), Substitution(TERM)]
    made = redacted(path, PDF, extractor, Substitutions.of(chosen))
    before = {word.text: word.places[0] for word in extractor.draw(path, PDF, 1, 595).words}
    start, end = before["Frau"].left * 595, before["0170"].left * 595
    _, image = drawn(made.content, tmp_path, extractor)
    assert dark(image, end + 4, before["1234567,"].left * 595) > 0.9
    # Ink of letters, in its first and its second half, and no block.
    assert 0.05 < dark(image, start, (start + end) / 2) < 0.45
    assert 0.01 < dark(image, (start + end) / 2, end - 2) < 0.45
    text = text_of(made.content, PDF, tmp_path, extractor)
    assert f"Leitung für Ämter {BLACKENED}, {BLACKENED}, wohnhaft" in text


def test_a_role_too_long_for_its_place_stands_at_the_foot(tmp_path: Path, extractor: Extractor) -> None:
    path = tmp_path / "original"
    path.write_bytes(pdf(["Ada kommt, und (Ada) bringt die Leiter."]))
    made = redacted(path, PDF, extractor, Substitutions.of([Substitution("Ada", "Leitung des Jugendtreffs Nord")]))
    before, (after, image) = extractor.draw(path, PDF, 1, 595), drawn(made.content, tmp_path, extractor)
    assert after.height > before.height
    assert sum(image.crop((0, before.height, 595, after.height)).histogram()[:100]) > 40
    old, new = (
        next(word.places[0].top for word in each.words if word.text == "Leiter.") * each.height
        for each in (before, after)
    )
    assert abs(old - new) < 4
    text = text_of(made.content, PDF, tmp_path, extractor)
    assert "Leitung des Jugendtreffs Nord kommt, und (Leitung des Jugendtreffs Nord) bringt" in " ".join(text.split())


def test_words_over_the_end_of_a_line_go_too(tmp_path: Path, extractor: Extractor) -> None:
    path = tmp_path / "original"
    path.write_bytes(pdf(["Es sprach Quastia", "Flossemann zu allen."]))
    made = redacted(path, PDF, extractor, substitutions(ROLE))
    assert b"Flossemann" not in unpacked(made.content)
    assert "zu allen" in text_of(made.content, PDF, tmp_path, extractor)


def test_a_word_document_is_written_anew(tmp_path: Path, extractor: Extractor) -> None:
    path = tmp_path / "original"
    path.write_bytes(word(TERM))
    made = redacted(path, DOCX, extractor, substitutions(ROLE))
    text = text_of(made.content, DOCX, tmp_path, extractor)
    assert f"Anwesend war {ROLE}" in text
    assert "Die Wand wird bunt." in text
    assert "Gotha" in text
    bare = unpacked(made.content)
    assert b"Quastia" not in bare
    assert b"Flossemann" not in bare


def test_a_text_stays_a_text(tmp_path: Path, extractor: Extractor) -> None:
    path = tmp_path / "original"
    path.write_text(f"Frau {TERM}s Vorschlag, quastia\nflossemann; Flossemannia bleibt.", encoding="utf-16")
    made = redacted(path, PLAIN, extractor, substitutions())
    assert made.content.decode() == f"Frau {BLACKENED} Vorschlag, {BLACKENED}; Flossemannia bleibt."


def test_a_picture_is_refused(tmp_path: Path, extractor: Extractor) -> None:
    path = tmp_path / "original"
    Image.new("L", (40, 40), 255).save(path, "PNG")
    with pytest.raises(UnsafeFormatError):
        redacted(path, "image/png", extractor, substitutions())


def test_a_trace_is_noticed_wherever_it_is(tmp_path: Path, extractor: Extractor) -> None:
    for content, media_type in ((pdf(["Nichts"], TERM), PDF), (word(TERM), DOCX), (TERM.encode("utf-16"), PLAIN)):
        path = tmp_path / "made"
        path.write_bytes(content)
        with pytest.raises(TraceLeftError):
            prove(path, media_type, substitutions(), extractor)


def test_lists_are_taken_apart() -> None:
    chosen = Substitutions.of([Substitution("Anna Muster | Gotha\nBodo  Muster | Trier", ROLE)])
    assert {each.words for each in chosen.all} == {"Anna Muster", "Gotha", "Bodo Muster", "Trier"}


NAMES = st.text("abcdefghijklmnoprstuwzäöüß", min_size=5, max_size=10).map(str.capitalize)
LINES = st.lists(st.text("abcdefghij klmnop.", min_size=1, max_size=40), max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.tuples(NAMES, NAMES), around=st.tuples(LINES, LINES), media_type=st.sampled_from([PDF, DOCX, PLAIN]))
def test_no_byte_of_a_planted_name_is_left(
    tmp_path: Path,
    extractor: Extractor,
    name: tuple[str, str],
    around: tuple[list[str], list[str]],
    media_type: str,
) -> None:
    term = f"Qx{name[0]} Qy{name[1]}"
    lines = [*around[0], f"Protokoll: {term}", *around[1]]
    path = tmp_path / "original"
    path.write_bytes({PDF: pdf(lines, term), DOCX: word(term), PLAIN: "\n".join(lines).encode()}[media_type])
    made = redacted(path, media_type, extractor, Substitutions.of([Substitution(term)]))
    bare = unpacked(made.content)
    for part in term.split():
        assert not any(part.encode(encoding) in bare for encoding in ("utf-8", "cp1252", "utf-16-le"))
