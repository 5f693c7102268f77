"""The bookmarks of a PDF, which programs make of its headings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

import pypdfium2

from indexer.extraction.pdf.lines import Bookmark, Line
from indexer.extraction.pdf.looks import Looks
from indexer.extraction.pdf.telling import told

#: Bookmarks that are looked at; a book has some hundreds.
MOST = 5000
#: Lines that a heading may run over.
MOST_LINES = 4


def read_outline(document: pypdfium2.PdfDocument) -> Mapping[int, list[Bookmark]]:
    """Return the bookmarks that lead to each page, counted from 0."""
    outline: dict[int, list[Bookmark]] = defaultdict(list)
    for each in islice(document.get_toc(), MOST):
        target, title = each.get_dest(), folded(told(each.get_title))
        index = target.get_index() if target else None
        if index is not None and title:
            outline[index].append(Bookmark(title, each.level + 1))
    return outline


def marked(lines: list[Line], bookmarks: Iterable[Bookmark], looks: Looks) -> list[Line]:
    """Return the lines of a page, those marked that are the heading a bookmark was made of.

    Where a title stands on the page twice, in a list of agenda items and above the item itself, the heading is the one
    that looks like a heading.
    """
    lines = list(lines)
    texts = [folded(line.text) for line in lines]
    for bookmark in bookmarks:
        places = list(_places(texts, bookmark.title))
        likely = (place for place in places if looks.is_heading(lines[place.start]))
        for index in next(likely, places[0] if places else range(0)):
            lines[index] = replace(lines[index], bookmark=bookmark)
            texts[index] = ""
    return lines


def folded(title: str) -> str:
    """Return a title without case, spaces and punctuation, nor the number before it."""
    plain = "".join(letter for letter in title.casefold() if letter.isalnum())
    return plain.lstrip("0123456789") or plain


def _places(texts: list[str], title: str) -> Iterator[range]:
    """Yield where lines stand that make up a title."""
    for start, first in enumerate(texts):
        text = ""
        for end in range(start, min(start + MOST_LINES, len(texts)) if first and title.startswith(first) else start):
            text += texts[end]
            if text == title:
                yield range(start, end + 1)
