"""Who made a picture, as cameras and programs write it into the file (Exif 2.3)."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PIL.ExifTags import Base

from indexer.extraction.authors import named

#: Keys of texts in PNG files.
TEXTS = ("Author", "Artist", "Copyright")


def photographers(path: Path) -> tuple[str, ...]:
    """Return the names in the properties of an image file; none of a file that is no image."""
    with warnings.catch_warnings():
        # Nothing is decoded here, however large the picture is.
        warnings.simplefilter("ignore")
        try:
            with Image.open(path) as image:
                return named(_said(image))
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return ()


def _said(image: Image.Image) -> Iterator[str]:
    exif = image.getexif()
    yield _in_utf_8(str(exif.get(Base.Artist, "")))
    # Windows writes it in UTF-16.
    written = exif.get(Base.XPAuthor, b"")
    yield bytes(written).decode("utf-16-le", "replace") if isinstance(written, bytes | tuple) else str(written)
    yield _in_utf_8(str(exif.get(Base.Copyright, "")))
    yield from (str(image.info.get(key, "")) for key in TEXTS)


def _in_utf_8(text: str) -> str:
    """Return a text as most programs write it, though Exif knows ASCII alone and Pillow reads Latin-1."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
