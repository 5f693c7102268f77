"""Draws pages: of PDFs, and of files that are pictures themselves."""

import io
import math
import warnings
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from indexer.extraction.errors import BrokenError, TooLargeError, UnsupportedError
from indexer.extraction.images import LARGEST_IMAGE
from indexer.extraction.pdf.opening import opened
from indexer.extraction.pdf.placing import placed_words
from indexer.extraction.picture import PagePicture
from indexer.extraction.scans import PDF

#: Pixels of a picture; a page as long as a wall is drawn smaller.
MOST_PIXELS = 12_000_000
#: Of WebP: letters stay sharp, and a page has 100 KB.
QUALITY = 80
#: Of 6: a little larger, and made three times faster than by the default.
EFFORT = 1


def draw(path: Path, media_type: str, number: int, width: int) -> PagePicture:
    """Draw a page.

    Args:
        path: The file's.
        media_type: The file's: PDF, JPEG, PNG or another picture.
        number: The page's, counted from 1.
        width: Pixels.

    Raises:
        UnreadableError: The file does not open, has no such page, or is of a kind whose pages nobody has drawn.
    """
    if media_type == PDF:
        return _pdf_page(path, number, width)
    if media_type.startswith("image/"):
        return _image(path, number, width)
    raise UnsupportedError(f"Pages of {media_type} are not drawn.")


def _pdf_page(path: Path, number: int, width: int) -> PagePicture:
    with opened(path) as document:
        if not 1 <= number <= len(document):
            raise BrokenError(f"It has no page {number}.")
        document.init_forms()
        page = document[number - 1]
        across, down = page.get_size()
        largest = math.sqrt(MOST_PIXELS / max(across * down, 1))
        bitmap = page.render(scale=min(width / max(across, 1), largest))
        return _picture(bitmap.to_pil(), page)


def _picture(image: Image.Image, page: pypdfium2.PdfPage) -> PagePicture:
    return PagePicture(image.width, image.height, placed_words(page), _webp(image))


def _image(path: Path, number: int, width: int) -> PagePicture:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(path) as image:
            if image.width * image.height > LARGEST_IMAGE:
                raise TooLargeError(f"A picture of {image.width} times {image.height} pixels is no photograph or scan.")
            if number > getattr(image, "n_frames", 1):
                raise BrokenError(f"It has no page {number}.")
            image.seek(number - 1)
            upright = ImageOps.exif_transpose(image).convert("RGB")
    upright.thumbnail((width, MOST_PIXELS // width))
    return PagePicture(upright.width, upright.height, (), _webp(upright))


def _webp(image: Image.Image) -> bytes:
    made = io.BytesIO()
    image.convert("RGB").save(made, "WEBP", quality=QUALITY, method=EFFORT)
    return made.getvalue()
