"""Pages as they are printed, and where their words stand on them."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from indexer.extraction.errors import BrokenError, UnreadableError
from indexer.extraction.isolation import Extractor
from indexer.extraction.picture import PagePicture, PlacedWord, Rectangle
from tests.indexer.extraction.making import Written, column, pdf_bytes

PDF = "application/pdf"
LINES = ["Das Quartiers-", "management fragt in Hamburg nach der", "Wand für Graffiti."]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module", autouse=True)
def _ended(extractor: Extractor) -> object:
    yield
    extractor.close()


def draw(extractor: Extractor, path: Path, page: list[Written], turned: int = 0, **cut: str) -> PagePicture:
    content = pdf_bytes([page])
    if turned or cut:
        content = content.replace(
            b"/MediaBox[0 0 595 842]", f"/MediaBox[0 0 595 842]/Rotate {turned}{cut.get('box', '')}".encode()
        )
    path.write_bytes(content)
    return extractor.draw(path, PDF, 1, 600)


def by_text(picture: PagePicture) -> dict[str, PlacedWord]:
    return {word.text: word for word in picture.words}


@pytest.mark.parametrize(("turned", "size"), [(0, (600, 850)), (90, (600, 424)), (180, (600, 850)), (270, (600, 424))])
@pytest.mark.parametrize("box", ["", "/CropBox[50 400 595 842]"])
def test_words_stand_where_the_picture_is_dark(
    extractor: Extractor, tmp_path: Path, turned: int, size: tuple[int, int], box: str
) -> None:
    picture = draw(extractor, tmp_path / "a.pdf", column(LINES), turned, box=box)
    if not box:
        assert (picture.width, picture.height) == size
    image = Image.open(io.BytesIO(picture.image)).convert("L")
    assert image.size == (picture.width, picture.height)
    for word in picture.words:
        for place in word.places:
            assert _darkest(image.crop(_pixels(place, image, 0))) < 100, word
    # Nothing dark is left when the places of all words are painted over.
    for place in (place for word in picture.words for place in word.places):
        image.paste(255, _pixels(place, image, 2))
    assert _darkest(image) > 200


def _pixels(place: Rectangle, image: Image.Image, beyond: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = place
    across, down = image.size
    return (
        int(left * across) - beyond,
        int(top * down) - beyond,
        int(right * across) + 1 + beyond,
        int(bottom * down) + 1 + beyond,
    )


def _darkest(image: Image.Image) -> int:
    return min(image.tobytes())


def test_a_word_that_a_line_parts_is_one_word_in_two_places(extractor: Extractor, tmp_path: Path) -> None:
    words = by_text(draw(extractor, tmp_path / "a.pdf", column(LINES)))
    upper, lower = words["Quartiersmanagement"].places
    assert upper.top < lower.top
    assert words["Das"].places[0].top == upper.top
    assert words["fragt"].places[0].top == lower.top
    assert [word for word in words if words[word].ends_line] == ["der", "Graffiti."]


def test_what_is_drawn_is_what_the_page_says_there(extractor: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    picture = draw(extractor, path, column(LINES))
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        text = page.get_textpage()
        across, down = page.get_size()
        for word in picture.words:
            read = "".join(
                text.get_text_bounded(
                    place.left * across, (1 - place.bottom) * down, place.right * across, (1 - place.top) * down
                )
                for place in word.places
            )
            assert re.sub(r"\s|\ufffe|\x02", "", read) == word.text


def test_pictures_are_shown_as_they_were_held(extractor: Extractor, tmp_path: Path) -> None:
    photograph = Image.new("RGB", (400, 100), "red")
    exif = photograph.getexif()
    exif[0x0112] = 6
    photograph.save(tmp_path / "foto.jpg", exif=exif)
    picture = extractor.draw(tmp_path / "foto.jpg", "image/jpeg", 1, 1000)
    assert (picture.width, picture.height, picture.words) == (100, 400, ())


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there_is_not_drawn(extractor: Extractor, tmp_path: Path, number: int) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_bytes([column(LINES)]))
    with pytest.raises(BrokenError, match=f"no page {number}"):
        extractor.draw(tmp_path / "a.pdf", PDF, number, 600)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(b"%PDF-1.4\n%%EOF", PDF), (b"GIF89a", "image/gif"), (b"Text", "text/plain")],
)
def test_what_cannot_be_drawn_says_so(extractor: Extractor, tmp_path: Path, content: bytes, media_type: str) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(UnreadableError):
        extractor.draw(tmp_path / "a", media_type, 1, 600)
    assert draw(extractor, tmp_path / "b.pdf", column(LINES)).words
