"""Checks the marks on pictures of pages: `python -m tests.benchmarks.page_marks [HITS]`.

The PDFs of the folder WISSENSARCHIV_REFERENCE names (not included), or else of the sample holdings, are taken into a
throw-away archive. Words of their texts are chosen by chance and searched for; of a passage that is found, the picture
of its page is drawn with the word marked on it, and what the PDF itself says stands in each marked place is compared
with the word. It prints JSON: hits, hits with a mark, marks, marks in which the word stands, and seconds a picture.
"""

import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from archive.rights import Reader, Role
from archive.values import Description
from indexer.extraction.isolation import Extractor
from indexer.extraction.picture import Rectangle
from indexer.passages import Passage
from indexer.search.request import SearchRequest, Spelling
from tests.benchmarks.labels import SAMPLES, reference_folder
from webui.compose import Holdings, open_holdings
from webui.intake import take_in_paths
from webui.marked_places import marked_places
from webui.reading import Marker

HITS, SEED, WIDTH = 200, 1, 1200
PDF = "application/pdf"

_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(slots=True)
class Tally:
    """What was seen."""

    hits: int = 0
    marked: int = 0
    marks: int = 0
    right: int = 0
    seconds: float = 0.0


def main() -> None:
    """Check as many hits as asked for."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else HITS
    folder = reference_folder() or SAMPLES
    with tempfile.TemporaryDirectory() as home, open_holdings(Path(home)) as holdings, Extractor() as extractor:
        for _ in take_in_paths(holdings.archive, sorted(folder.rglob("*.pdf"))):
            pass
        holdings.indexing(extractor).catch_up()
        print(json.dumps(_figures(_tally(holdings, extractor, wanted)), indent=2))  # noqa: T201 - what it is for


def _figures(tally: Tally) -> dict[str, float]:
    return {
        "hits": tally.hits,
        "hits_with_a_mark": tally.marked,
        "marks": tally.marks,
        "marks_that_say_the_word": tally.right,
        "share_right": round(tally.right / max(tally.marks, 1), 4),
        "seconds_a_picture": round(tally.seconds / max(tally.hits, 1), 3),
    }


def _tally(holdings: Holdings, extractor: Extractor, wanted: int) -> Tally:
    tally = Tally()
    searcher = holdings.searcher()
    for document, passage, word in _chosen(holdings):
        if tally.hits == wanted:
            break
        request = SearchRequest(query=word, reader=Reader(Role.COORDINATION), spelling=Spelling.EXACT)
        marker = searcher.marker(request)
        if not any(part.matched for part in marker(passage.text)):
            continue  # a word the search does not look for, such as "wurde"
        began = time.perf_counter()
        path = holdings.archive.path(document.checksum)
        picture = extractor.draw(path, PDF, passage.page, WIDTH)
        tally.seconds += time.perf_counter() - began
        places = marked_places(picture.words, marker)
        said = list(_said(path, passage.page, places))
        tally.hits += 1
        tally.marked += bool(places)
        tally.marks += len(said)
        tally.right += sum(_says(marker, text, word) for text in said)
    return tally


def _chosen(holdings: Holdings) -> Iterator[tuple[Description, Passage, str]]:
    """Yield words chosen by chance without end, each with a passage it stands in."""
    chance = random.Random(SEED)  # noqa: S311 - no secret depends on it
    held = [each for each in holdings.archive.descriptions() if each.media_type == PDF]
    there = [
        (each, passage) for each in held for passage in holdings.texts.passages(each.code) if _WORD.search(passage.text)
    ]
    while True:
        document, passage = chance.choice(there)
        yield document, passage, chance.choice(_WORD.findall(passage.text))


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
