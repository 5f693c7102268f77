"""A PDF made of pictures of pages, with the words that may be read lying invisibly where they stand.

Nothing of the old file is taken over but what its pages look like: no text, properties, attachments or earlier states.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from indexer.extraction.picture import PagePicture, PlacedWord, Rectangle
from indexer.redaction.substitutions import BLACKENED, Substitutions

#: Pixels a page is wide: 150 to an inch of A4.
WIDTH = 1240
#: Pixels to an inch.
DENSITY = 150
#: Points to an inch.
_POINTS = 72
_QUALITY = 85
#: A role is written as large as the line it stands in, within these.
_SMALLEST, _LARGEST = 9, 28


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A word as it shall be read, or what stands in its place."""

    text: str
    places: tuple[Rectangle, ...]
    is_replaced: bool


def printed(pictures: Iterable[PagePicture], substitutions: Substitutions) -> bytes:
    """Return a PDF of pages on which the substitutions are made."""
    writer = PdfWriter()
    for picture in pictures:
        stretches = tuple(_stretches(picture.words, substitutions))
        with Image.open(io.BytesIO(picture.image)) as image:
            drawn = image.convert("RGB")
        _cover(drawn, stretches)
        page = io.BytesIO()
        drawn.save(page, "PDF", resolution=DENSITY, quality=_QUALITY)
        writer.append(page)
        _lay_text(writer, stretches)
    writer.metadata = None
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _stretches(words: tuple[PlacedWord, ...], substitutions: Substitutions) -> Iterator[_Stretch]:
    text = "".join(word.text + ("\n" if word.ends_line else " ") for word in words)
    places, told, at = list(substitutions.places(text)), set[int](), 0
    for word in words:
        end = at + len(word.text)
        touching = next((place for place in places if place.start < end and at < place.end), None)
        if touching is None:
            yield _Stretch(word.text, word.places, is_replaced=False)
        else:
            # The role stands once, where the first of the words stood.
            yield _Stretch("" if touching.start in told else touching.by, word.places, is_replaced=True)
            told.add(touching.start)
        at = end + 1


def _cover(image: Image.Image, stretches: Iterable[_Stretch]) -> None:
    """Paint over what is replaced, black or with the role."""
    draw = ImageDraw.Draw(image)
    for stretch in stretches:
        for number, place in enumerate(stretch.places if stretch.is_replaced else ()):
            box = (place.left * image.width - 1, place.top * image.height - 1)
            end = (place.right * image.width + 1, place.bottom * image.height + 1)
            role = stretch.text if stretch.text != BLACKENED and number == 0 else ""
            draw.rectangle((*box, *end), fill="white" if role else "black")
            if role:
                size = min(max(end[1] - box[1] - 4, _SMALLEST), _LARGEST)
                draw.text(box, role, fill="black", font=ImageFont.load_default(size))


def _lay_text(writer: PdfWriter, stretches: Iterable[_Stretch]) -> None:
    """Lay the words over the last page of a PDF, where they stand, so that they are found and read but not seen."""
    page = writer.pages[-1]
    across, down = float(page.mediabox.width), float(page.mediabox.height)
    lines = [
        _shown(stretch.text, stretch.places[0], across, down)
        for stretch in stretches
        if stretch.text and stretch.places
    ]
    stream = DecodedStreamObject()
    stream.set_data(b"q\n" + page.get_contents().get_data() + b"\nQ\n" + b"\n".join(lines))  # type: ignore[union-attr] # it has a picture
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())  # noqa: SLF001 - it has no public name
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    page["/Resources"][NameObject("/Font")] = DictionaryObject({NameObject("/F1"): font})  # type: ignore[index] # a dictionary


def _shown(text: str, place: Rectangle, across: float, down: float) -> bytes:
    """Return the operators that lay a word where it stands, unseen (text rendering mode 3)."""
    size = max((place.bottom - place.top) * down, 1.0)
    said = text.encode("cp1252", errors="replace").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    where = f"BT 3 Tr /F1 {size:.1f} Tf 1 0 0 1 {place.left * across:.1f} {(1 - place.bottom) * down:.1f} Tm"
    return where.encode() + b" (" + said + b" ) Tj ET"
