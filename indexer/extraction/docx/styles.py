"""What a document's styles say about their paragraphs."""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from indexer.extraction.elements import Element, attribute, child, children, is_on, number

#: A style's name says its level where no outline level does; German Word translates some names.
_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre)\s*(\d)", re.IGNORECASE)
_TITLE_NAMES = ("title", "titel")
#: Outline levels run from 0 to 8; 9 is body text.
BODY = 9

Fact = TypeVar("Fact")


class Styles:
    """The styles of one document; a style inherits what it does not say."""

    def __init__(self, element: Element | None) -> None:
        styles = list(children(element, "style"))
        self._styles = {attribute(style, "styleId"): style for style in styles}
        self._default = next(
            (
                attribute(style, "styleId")
                for style in styles
                if attribute(style, "type") == "paragraph" and _is_default(style)
            ),
            "",
        )

    def of(self, paragraph: Element) -> str:
        """Return the id of a paragraph's style."""
        return attribute(child(paragraph, "pPr", "pStyle")) or self._default

    def level(self, style: str) -> int:
        """Return the depth of a heading style, counted from 1, or 0 for any other."""
        outline = self._inherited(style, lambda each: number(child(each, "pPr", "outlineLvl")))
        if outline is not None:
            return outline + 1 if outline < BODY else 0
        return self._inherited(style, _named_level) or 0

    def numbering(self, style: str) -> Element | None:
        """Return a style's `w:numPr`."""
        return self._inherited(style, lambda each: child(each, "pPr", "numPr"))

    def linked_numbering(self, style: str) -> str:
        """Return the id of the list a numbering style stands for, or ""."""
        return attribute(child(self._styles.get(style), "pPr", "numPr", "numId"))

    def is_bold(self, style: str) -> bool:
        """Tell whether a paragraph or character style is bold."""
        return is_on(self._inherited(style, lambda each: child(each, "rPr", "b")))

    def breaks_page(self, style: str) -> bool:
        """Tell whether paragraphs of a style begin a page."""
        return is_on(self._inherited(style, lambda each: child(each, "pPr", "pageBreakBefore")))

    def lineage(self, style: str) -> Iterator[str]:
        """Yield the ids of a style and those it is based on."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield style
            style = attribute(child(self._styles[style], "basedOn"))

    def _inherited(self, style: str, fact: Callable[[Element], Fact | None]) -> Fact | None:
        """Return the first thing a style, or one it is based on, says."""
        facts = (fact(self._styles[each]) for each in self.lineage(style))
        return next((each for each in facts if each is not None), None)


def _is_default(style: Element) -> bool:
    """Tell whether a style is the default of its type."""
    return attribute(style, "default") in ("1", "true", "on")


def _named_level(style: Element) -> int | None:
    """Read the level out of a style's name."""
    name = attribute(child(style, "name"))
    if match := _HEADING_NAME.match(name):
        return int(match.group(1))
    return 1 if name.lower() in _TITLE_NAMES else None
