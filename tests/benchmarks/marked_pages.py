"""Pages for `page_marks`: of PDFs, of office files that are printed, and of scans."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from archive.values import Description
from indexer.extraction.isolation import Extractor
from indexer.extraction.picture import PlacedWord
from indexer.extraction.rendition import PRINTED
from indexer.index.renditions import Renditions
from indexer.passages import Passage
from indexer.recognising import Recognising
from indexer.rendering import Rendering
from webui.compose import Holdings
from webui.intake import take_in_paths
from webui.printed import of_rendition
from webui.reading import Marker

WIDTH = 1200
PDF = "application/pdf"
#: Scans: how many, of pages with so many characters, at so many dots per inch, as strongly compressed as offices do.
SCANS, FEWEST, DPI, QUALITY, SEED = 40, 500, 200, 60, 7


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a picture, and the page of a PDF that says what really stands there."""

    words: tuple[PlacedWord, ...]
    truth: Path
    truth_page: int


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A passage of a document whose page can be shown."""

    document: Description
    passage: Passage
    #: Of a scan: the PDF and the page it was made of.
    source: tuple[Path, int] | None = None

    def show(self, holdings: Holdings, extractor: Extractor, marker: Marker) -> Shown:
        """Draw the page on which the passage stands."""
        number, path, checksum = (
            self.passage.page,
            holdings.archive.path(self.document.checksum),
            self.document.checksum,
        )
        if self.document.media_type in PRINTED:
            renditions = Renditions(holdings.archive.home.renditions)
            path = renditions.path(checksum) or path
            pages = of_rendition(self.document, path, renditions.page_texts(checksum))
            placed = pages.placed(holdings.texts.passages(self.document.code))
            number = next(hit.page for hit in pages.hits(placed, marker) if hit.passage == self.passage.id)
        drawn = extractor.draw(path, PDF, number, WIDTH)
        truth, page = self.source or (path, number)
        return Shown((*drawn.words, *holdings.texts.words(checksum, number)), truth, page)


def pdf_pages(holdings: Holdings, extractor: Extractor, folder: Path) -> list[MarkedPage]:
    """Take in the PDFs of a folder."""
    _take_in(holdings, extractor, sorted(folder.rglob("*.pdf")))
    return [MarkedPage(each, passage) for each, passage in _passages(holdings)]


def office_pages(holdings: Holdings, extractor: Extractor, folder: Path) -> list[MarkedPage]:
    """Take in the office files of a folder, and print them."""
    endings = {f".{each}" for each in PRINTED.values()}
    _take_in(holdings, extractor, sorted(path for path in folder.rglob("*") if path.suffix in endings))
    renditions = Renditions(holdings.archive.home.renditions)
    rendering = Rendering(holdings.archive, holdings.texts, renditions, extractor)
    while rendering.next():
        pass
    return [MarkedPage(each, passage) for each, passage in _passages(holdings) if renditions.path(each.checksum)]


def scanned_pages(holdings: Holdings, extractor: Extractor, folder: Path) -> list[MarkedPage]:
    """Take in scans of pages of the PDFs of a folder, and have them read."""
    scans = holdings.archive.home.root / "scans"
    scans.mkdir()
    sources = {f"{number}.pdf": source for number, source in enumerate(_sources(sorted(folder.rglob("*.pdf"))))}
    for name, source in sources.items():
        _scan(source, scans / name)
    _take_in(holdings, extractor, sorted(scans.iterdir()))
    recognising = Recognising(holdings.archive, holdings.texts, extractor)
    while recognising.next():
        pass
    holdings.indexing(extractor).catch_up()
    return [MarkedPage(each, passage, sources[each.file_name]) for each, passage in _passages(holdings)]


def _take_in(holdings: Holdings, extractor: Extractor, paths: list[Path]) -> None:
    for _ in take_in_paths(holdings.archive, paths):
        pass
    holdings.indexing(extractor).catch_up()


def _passages(holdings: Holdings) -> Iterator[tuple[Description, Passage]]:
    for each in holdings.archive.descriptions():
        yield from ((each, passage) for passage in holdings.texts.passages(each.code))


def _sources(paths: list[Path]) -> Iterator[tuple[Path, int]]:
    """Yield pages with text, upright and whole, chosen by chance."""
    chance = random.Random(SEED)  # noqa: S311 - no secret depends on it
    pages = [(path, number) for path in paths for number in _pages_with_text(path)]
    yield from chance.sample(pages, min(SCANS, len(pages)))


def _pages_with_text(path: Path) -> list[int]:
    with pypdfium2.PdfDocument(path) as document:
        return [
            number
            for number, page in enumerate(document, start=1)
            if len(page.get_textpage().get_text_range()) >= FEWEST and not page.get_rotation()
        ]


def _scan(source: tuple[Path, int], target: Path) -> None:
    """Make a PDF that holds a picture of a page only."""
    path, number = source
    with pypdfium2.PdfDocument(path) as document:
        image = document[number - 1].render(scale=DPI / 72, grayscale=True).to_pil()
        image.save(target, "PDF", resolution=DPI, quality=QUALITY)
