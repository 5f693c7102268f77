"""A PDF made of pictures of pages, with the words that may be read lying invisibly where they stand.

Nothing of the old file is taken over but what its pages look like: no text, properties, attachments or earlier states.
"""

import io
from collections.abc import Iterable

from PIL import Image
from pypdf import PdfWriter

from indexer.extraction.picture import PagePicture, Rectangle
from indexer.redaction.lettering import Lettering, literal, write_on
from indexer.redaction.painting import paint
from indexer.redaction.stretches import Stretch, stretches
from indexer.redaction.substitutions import Substitutions

#: Pixels a page is wide: 150 to an inch of A4.
WIDTH = 1240
#: Pixels to an inch.
DENSITY = 150
#: Points to an inch.
_POINTS = 72
_QUALITY = 85


def printed(pictures: Iterable[PagePicture], substitutions: Substitutions, letters: Lettering) -> bytes:
    """Return a PDF of pages on which the substitutions are made."""
    writer = PdfWriter()
    for picture in pictures:
        shown = tuple(stretches(picture.words, substitutions))
        with Image.open(io.BytesIO(picture.image)) as image:
            drawn = paint(image.convert("RGB"), shown, letters)
        page = io.BytesIO()
        drawn.save(page, "PDF", resolution=DENSITY, quality=_QUALITY)
        writer.append(page)
        _lay_text(writer, shown, picture.height / drawn.height)
    writer.metadata = None
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _lay_text(writer: PdfWriter, shown: Iterable[Stretch], above: float) -> None:
    """Lay the words over the last page of a PDF, where they stand, so that they are found and read but not seen.

    Args:
        writer: Has the page.
        shown: What stands on it.
        above: The share of its height above the notes at its foot.
    """
    page = writer.pages[-1]
    across, down = float(page.mediabox.width), float(page.mediabox.height)
    lines = [
        _shown(each.whole, _raised(each.places[0], above), across, down) for each in shown if each.whole and each.places
    ]
    write_on(writer, page, lines)


def _raised(place: Rectangle, above: float) -> Rectangle:
    return place._replace(top=place.top * above, bottom=place.bottom * above)


def _shown(text: str, place: Rectangle, across: float, down: float) -> bytes:
    """Return the operators that lay a word where it stands, unseen (text rendering mode 3)."""
    size = max((place.bottom - place.top) * down, 1.0)
    where = f"BT 3 Tr /F1 {size:.1f} Tf 1 0 0 1 {place.left * across:.1f} {(1 - place.bottom) * down:.1f} Tm"
    return where.encode() + b" " + literal(f"{text} ") + b" Tj ET"
