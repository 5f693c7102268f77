"""Finds the personal data of a document, page by page."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from indexer.extraction.pages import Page
from indexer.structure.personal.ages import find_ages
from indexer.structure.personal.attendance import attendance_blocks
from indexer.structure.personal.births import find_births
from indexer.structure.personal.cases import find_cases
from indexer.structure.personal.contacts import find_contacts
from indexer.structure.personal.datum import PersonalDatum, PersonalKind, Span
from indexer.structure.personal.introduced import find_introduced
from indexer.structure.personal.list_lines import named_in_row
from indexer.structure.personal.persons import find_addressed, find_listed
from indexer.structure.personal.recurring import recurring_names
from indexer.structure.personal.signatures import find_signatures

#: What looks at a page's text, each for data of its own.
_FINDERS: tuple[Callable[[str], Iterator[Span]], ...] = (
    find_contacts,
    find_births,
    find_ages,
    find_addressed,
    find_introduced,
    find_listed,
    find_signatures,
    find_cases,
)


def find_personal_data(pages: Sequence[Page]) -> tuple[PersonalDatum, ...]:
    """Find personal data; it is a list to look through, not a verdict.

    Args:
        pages: The document's pages, in order.

    Returns:
        Each place once, in reading order, with offsets into the page's `text`.
    """
    texts = [page.text for page in pages]
    listed = [*_attendance(pages)]
    spans = [[span for find in _FINDERS for span in find(page.text)] + _names_on(page, listed) for page in pages]
    names = {
        text[span.start : span.end]
        for text, found in zip(texts, spans, strict=True)
        for span in found
        if span.kind is PersonalKind.NAME
    }
    for number, span in recurring_names(texts, names):
        spans[number].append(span)
    found = [each for each in listed if each.kind is not PersonalKind.NAME]
    for page, on_page in zip(pages, spans, strict=True):
        found.extend(PersonalDatum(span.kind, page.number, span.start, span.end) for span in _without_repeats(on_page))
    return tuple(sorted(found, key=lambda datum: (datum.page, datum.start, datum.end)))


def _attendance(pages: Sequence[Page]) -> Iterator[PersonalDatum]:
    """Yield each attendance list's blocks with their places in the page's text; of rows with a name, the names."""
    by_number = {page.number: page for page in pages}
    for block in attendance_blocks(pages):
        page = by_number[block.page]
        start = sum(len(each.text) + 1 for each in page.blocks[: block.block])
        yield from (
            PersonalDatum(kind, block.page, start + begin, start + end)
            for kind, begin, end in _listed(page.blocks[block.block].text)
        )


def _listed(text: str) -> Iterator[tuple[PersonalKind, int, int]]:
    """Yield the names of a list whose columns are parted by spaces, and its other lines; else the list as a whole."""
    lines = list(re.finditer(r"[^\n]*\w[^\n]*", text))
    names = [named_in_row(line.group()) for line in lines]
    if not any(names):
        yield PersonalKind.ATTENDANCE_LIST, 0, len(text)
        return
    for line, name in zip(lines, names, strict=True):
        if name:
            yield PersonalKind.NAME, line.start() + name[0], line.start() + name[1]
        else:
            yield PersonalKind.ATTENDANCE_LIST, *line.span()


def _names_on(page: Page, listed: Iterable[PersonalDatum]) -> list[Span]:
    return [
        Span(each.kind, each.start, each.end)
        for each in listed
        if each.kind is PersonalKind.NAME and each.page == page.number
    ]


def _without_repeats(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield each stretch of one kind once: a name in a list of those present may be addressed as "Frau" too."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.kind is each.kind and span.start < each.end and each.start < span.end for each in kept):
            kept.append(span)
            yield span
