"""Pictures of pages as the text recognition takes them: grey, upright, not too large."""

import math
import warnings
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps, ImageSequence

from indexer.extraction.errors import BrokenError, TooLargeError

#: Dots per inch that tesseract was trained on; fewer cost words, more cost time.
RESOLUTION = 300
#: Points per inch in a PDF.
POINTS = 72
#: Pixels of a picture; an A3 page at 300 dpi has 17 million.
MOST_PIXELS = 40_000_000
#: Pictures read from one file: a fax of more pages is a book.
MOST_PICTURES = 200
#: Pixels that are decoded at all; a photograph of 100 megapixels is the largest there is.
LARGEST_IMAGE = 120_000_000


def page_picture(page: pypdfium2.PdfPage) -> bytes:
    """Return a picture of a PDF page as PGM."""
    width, height = page.get_size()
    largest = math.sqrt(MOST_PIXELS / max(width * height, 1))
    bitmap = page.render(scale=min(RESOLUTION / POINTS, largest), grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    grey = b"".join(
        rows[start : start + bitmap.width] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    return _pgm(bitmap.width, bitmap.height, grey)


def pictures(path: Path) -> Iterator[bytes]:
    """Yield the pictures in an image file as PGM, turned as the camera was held.

    Raises:
        BrokenError: It cannot be read.
        TooLargeError: It has more pixels than any photograph.
    """
    with warnings.catch_warnings():
        # Pillow warns of large pictures before it refuses larger ones; the limit here lies between.
        warnings.simplefilter("ignore")
        try:
            with Image.open(path) as image:
                yield from map(_picture, islice(ImageSequence.Iterator(image), MOST_PICTURES))
        except Image.DecompressionBombError as error:
            raise TooLargeError(str(error)) from error
        except (OSError, SyntaxError, ValueError) as error:
            raise BrokenError(f"{type(error).__name__}: {error}") from error


def _picture(frame: Image.Image) -> bytes:
    """Return one picture of a file; it is made smaller first, since every other step copies it."""
    if frame.width * frame.height > LARGEST_IMAGE:
        raise TooLargeError(f"A picture of {frame.width} times {frame.height} pixels is no photograph or scan.")
    if frame.width * frame.height > MOST_PIXELS:
        frame.thumbnail((math.isqrt(MOST_PIXELS), math.isqrt(MOST_PIXELS)))
    grey = _on_white(ImageOps.exif_transpose(frame))
    return _pgm(grey.width, grey.height, grey.tobytes())


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture in grey; what is transparent is white as paper."""
    if not image.has_transparency_data:
        return image.convert("L")
    coloured = image.convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, coloured).convert("L")


def _pgm(width: int, height: int, grey: bytes) -> bytes:
    return b"P5 %d %d 255\n%b" % (width, height, grey)
