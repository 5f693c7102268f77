"""Checks the marks on pictures of pages: `python -m tests.benchmarks.page_marks [pdf|office|scans] [HITS]`.

Files of the folder WISSENSARCHIV_REFERENCE names (not included), or else of the sample holdings, are taken into a
throw-away archive: its PDFs; its office files, which are printed by LibreOffice; or pages of its PDFs chosen by chance
and made into scans of 200 dpi, which are read by tesseract. Words of their texts are chosen by chance and searched for;
of a passage that is found, the picture of its page is drawn with the word marked on it, and what the PDF (of a scan:
that it was made of) says stands in each marked place is compared with the word. Where the PDF has no letters but
something is drawn, as in emblems, it cannot tell; such marks are counted apart, for people to look at. It prints
JSON: hits, hits with a mark, hits on which no mark is wrong, marks, marks in which the word stands, marks in what is
drawn, what share of the others is right, and seconds a picture.
"""

import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import ceil
from pathlib import Path

import pypdfium2
from PIL.Image import Image

from archive.rights import Reader, Role
from indexer.extraction.isolation import Extractor
from indexer.extraction.picture import Rectangle
from indexer.passages import Passage
from indexer.search.request import SearchRequest, Spelling
from tests.benchmarks.labels import SAMPLES, reference_folder
from tests.benchmarks.marked_pages import MarkedPage, Shown, office_pages, pdf_pages, scanned_pages
from webui.compose import Holdings, open_holdings
from webui.marked_places import marked_places
from webui.reading import Marker

HITS, SEED = 200, 1

#: Pixels a point, and by how much shades of grey have to differ for something to be drawn in a place.
SCALE, CONTRAST = 2.0, 40

_WORD = re.compile(r"[^\W\d_]{5,}")

#: What is asked for → takes files in and returns every passage with a way to its page.
KINDS: Mapping[str, Callable[[Holdings, Extractor, Path], list[MarkedPage]]] = {
    "pdf": pdf_pages,
    "office": office_pages,
    "scans": scanned_pages,
}


class Judgement(Enum):
    """What the PDF tells of a mark."""

    RIGHT = "the word stands there"
    WRONG = "something else stands there, or nothing"
    DRAWN = "what is there has no letters"


@dataclass(slots=True)
class Tally:
    """What was seen."""

    hits: int = 0
    marked: int = 0
    none_wrong: int = 0
    marks: int = 0
    right: int = 0
    drawn: int = 0
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
        "hits_with_no_wrong_mark": tally.none_wrong,
        "marks": tally.marks,
        "marks_that_say_the_word": tally.right,
        "marks_in_what_is_drawn": tally.drawn,
        "share_right_of_others": round(tally.right / max(tally.marks - tally.drawn, 1), 4),
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
        judged = list(_judged(shown, places, marker, word))
        tally.hits += 1
        tally.marked += bool(places)
        tally.none_wrong += bool(judged) and Judgement.WRONG not in judged
        tally.marks += len(judged)
        tally.right += judged.count(Judgement.RIGHT)
        tally.drawn += judged.count(Judgement.DRAWN)
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


def _judged(shown: Shown, places: Sequence[Rectangle], marker: Marker, word: str) -> Iterator[Judgement]:
    """Yield what the PDF tells of each mark on a page that is not turned."""
    with pypdfium2.PdfDocument(shown.truth) as document:
        page = document[shown.truth_page - 1]
        said, grey = list(_said(page, places)), page.render(scale=SCALE, grayscale=True).to_pil()
    for number, (place, text) in enumerate(zip(places, said, strict=True)):
        if _says(marker, text, word) or _is_parted(marker, "".join(said[:number][-1:]), text, said[number + 1 :]):
            yield Judgement.RIGHT
        else:
            yield Judgement.DRAWN if not text.strip() and _is_drawn(grey, place) else Judgement.WRONG


def _said(page: pypdfium2.PdfPage, places: Sequence[Rectangle]) -> Iterator[str]:
    """Yield what a PDF says stands in places of a page."""
    text = page.get_textpage()
    left, bottom, right, top = page.get_cropbox()
    for place in places:
        yield text.get_text_bounded(
            left + place.left * (right - left),
            top - place.bottom * (top - bottom),
            left + place.right * (right - left),
            top - place.top * (top - bottom),
        )


def _is_drawn(page: Image, place: Rectangle) -> bool:
    """Tell whether there is more than one shade in a place."""
    width, height = page.size
    box = (int(place.left * width), int(place.top * height), ceil(place.right * width), ceil(place.bottom * height))
    shades = [shade for shade, pixels in enumerate(page.crop(box).histogram()) if pixels]
    return shades[-1] - shades[0] >= CONTRAST


def _is_parted(marker: Marker, before: str, text: str, after: Sequence[str]) -> bool:
    """Tell whether a text makes with that of the mark before or after it a word the search knows."""
    return bool(text.strip()) and (
        _reaches(marker, before, text) or any(_reaches(marker, text, each) for each in after[:1])
    )


def _reaches(marker: Marker, first: str, second: str) -> bool:
    """Tell whether what is marked in two parts of a word, put together, reaches from the one into the other."""
    head, tail = _bare(first), _bare(second)
    start = 0
    for part in marker(head + tail):
        end = start + len(part.text)
        if part.matched and start < len(head) < end:
            return True
        start = end
    return False


def _says(marker: Marker, text: str, word: str) -> bool:
    """Tell whether a word stands in a text, in any of the forms the search knows, or the text is a part of it."""
    bare = _bare(text).casefold()
    return any(part.matched for part in marker(text)) or (bool(bare) and bare in word.casefold())


def _bare(text: str) -> str:
    return "".join(text.split()).strip("-\x02\ufffe.,;:()")


if __name__ == "__main__":
    main()
