"""Checks the marks on pictures of pages: `python -m tests.benchmarks.page_marks [pdf|office|scans] [HITS]`.

Files of the folder WISSENSARCHIV_REFERENCE names (not included), or else of the sample holdings, are taken into a
throw-away archive: its PDFs; its office files, which are printed by LibreOffice; or pages of its PDFs chosen by chance
and made into scans of 200 dpi, which are read by tesseract. Words of their texts are chosen by chance and searched for;
of a passage that is found, the picture of its page is drawn with the word marked on it, and what the PDF (of a scan:
that it was made of) says stands in each marked place is compared with the word. It prints JSON: hits, hits with a mark,
hits on which every mark is right, marks, marks in which the word stands, and seconds a picture.
"""

import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from archive.rights import Reader, Role
from indexer.extraction.isolation import Extractor
from indexer.extraction.picture import Rectangle
from indexer.passages import Passage
from indexer.search.request import SearchRequest, Spelling
from tests.benchmarks.labels import SAMPLES, reference_folder
from tests.benchmarks.marked_pages import MarkedPage, office_pages, pdf_pages, scanned_pages
from webui.compose import Holdings, open_holdings
from webui.marked_places import marked_places
from webui.reading import Marker

HITS, SEED = 200, 1

_WORD = re.compile(r"[^\W\d_]{5,}")

#: What is asked for → takes files in and returns every passage with a way to its page.
KINDS: Mapping[str, Callable[[Holdings, Extractor, Path], list[MarkedPage]]] = {
    "pdf": pdf_pages,
    "office": office_pages,
    "scans": scanned_pages,
}


@dataclass(slots=True)
class Tally:
    """What was seen."""

    hits: int = 0
    marked: int = 0
    all_right: int = 0
    marks: int = 0
    right: int = 0
    seconds: float = 0.0


def main() -> None:
    """Check as many hits as asked for."""
    kind = next((each for each in sys.argv[1:] if each in KINDS), "pdf")
    wanted = next((int(each) for each in sys.argv[1:] if each.isdecimal()), HITS)
    folder = reference_folder() or SAMPLES
    with tempfile.TemporaryDirectory() as home, open_holdings(Path(home)) as holdings, Extractor() as extractor:
        pages = KINDS[kind](holdings, extractor, folder)
        print(json.dumps({"kind": kind, **_figures(_tally(holdings, extractor, pages, wanted))}, indent=2))  # noqa: T201 - what it is for


def _figures(tally: Tally) -> dict[str, float]:
    return {
        "hits": tally.hits,
        "hits_with_a_mark": tally.marked,
        "hits_all_right": tally.all_right,
        "marks": tally.marks,
        "marks_that_say_the_word": tally.right,
        "share_right": round(tally.right / max(tally.marks, 1), 4),
        "seconds_a_picture": round(tally.seconds / max(tally.hits, 1), 3),
    }


def _tally(holdings: Holdings, extractor: Extractor, pages: list[MarkedPage], wanted: int) -> Tally:
    tally = Tally()
    searcher = holdings.searcher()
    for page, word in _chosen(pages):
        if tally.hits == wanted:
            break
        request = SearchRequest(query=word, reader=Reader(Role.COORDINATION), spelling=Spelling.EXACT)
        marker = searcher.marker(request)
        if not any(part.matched for part in marker(page.passage.text)):
            continue  # a word the search does not look for, such as "wurde"
        began = time.perf_counter()
        shown = page.show(holdings, extractor, marker)
        tally.seconds += time.perf_counter() - began
        places = marked_places(shown.words, marker)
        right = [_says(marker, text, word) for text in _said(shown.truth, shown.truth_page, places)]
        tally.hits += 1
        tally.marked += bool(places)
        tally.all_right += bool(right) and all(right)
        tally.marks += len(right)
        tally.right += sum(right)
    return tally


def _chosen(pages: list[MarkedPage]) -> Iterator[tuple[MarkedPage, str]]:
    """Yield words chosen by chance without end, each with a passage it stands in."""
    chance = random.Random(SEED)  # noqa: S311 - no secret depends on it
    there = [each for each in pages if _has_word(each.passage)]
    while True:
        page = chance.choice(there)
        yield page, chance.choice(_WORD.findall(page.passage.text))


def _has_word(passage: Passage) -> bool:
    return bool(_WORD.search(passage.text))


def _said(path: Path, number: int, places: tuple[Rectangle, ...]) -> Iterator[str]:
    """Yield what a PDF says stands in places of a page that is not turned."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[number - 1]
        text = page.get_textpage()
        left, bottom, right, top = page.get_cropbox()
        for place in places:
            yield text.get_text_bounded(
                left + place.left * (right - left),
                top - place.bottom * (top - bottom),
                left + place.right * (right - left),
                top - place.top * (top - bottom),
            )


def _says(marker: Marker, text: str, word: str) -> bool:
    """Tell whether a word stands in a text, in any of the forms the search knows, or the text is a part of it."""
    bare = "".join(text.split()).strip("-\x02\ufffe.,;:()").casefold()
    return any(part.matched for part in marker(text)) or (bool(bare) and bare in word.casefold())


if __name__ == "__main__":
    main()
