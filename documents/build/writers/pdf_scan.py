"""Writes PDF as a copier does: pages printed, laid on slightly askew, and scanned as grey pictures without text."""

import tempfile
from pathlib import Path
from zlib import crc32

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from documents.build.source import Source
from documents.build.writers import pdf_office
from documents.build.writers.pdf_properties import settle_pdf

#: Dots per inch, as office copiers are set to keep files small.
RESOLUTION = 150
#: JPEG quality.
QUALITY = 48
#: Degrees by which a page lies askew at most.
SKEW = 0.9
#: Standard deviation of the sensor's noise, in grey levels of 255.
NOISE = 5.0
#: The paper's grey level of 255.
PAPER = 246
#: Points per inch.
_POINTS = 72


def write(source: Source, target: Path) -> None:
    """Write `source` as a PDF of pictures."""
    chance = np.random.default_rng(crc32(source.file.encode()))
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder, "gedruckt.pdf")
        pdf_office.write(source, printed)
        pages = [_scan(picture, chance) for picture in _pictures(printed)]
    pages[0].save(target, "PDF", resolution=RESOLUTION, quality=QUALITY, save_all=True, append_images=pages[1:])
    settle_pdf(target, source)


def _pictures(printed: Path) -> list[Image.Image]:
    with pdfium.PdfDocument(printed) as document:
        return [page.render(scale=RESOLUTION / _POINTS, grayscale=True).to_pil() for page in document]


def _scan(picture: Image.Image, chance: np.random.Generator) -> Image.Image:
    askew = picture.convert("L").rotate(chance.uniform(-SKEW, SKEW), Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(askew, dtype=np.float32) * (PAPER - 35) / 255 + 35
    noisy = grey + chance.normal(0, NOISE, grey.shape)
    return Image.fromarray(noisy.clip(0, 255).astype(np.uint8))
