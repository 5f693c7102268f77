"""Renders the numbers and bullets of lists."""

from dataclasses import dataclass, field

from indexer.extraction.counting import written
from indexer.extraction.elements import Element, attribute, local, number
from indexer.extraction.normal import BULLET
from indexer.extraction.opendocument.styles import OUTLINE, Styles

#: The formats of ISO/IEC 26300 by the names `counting` has for them.
FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}


#: Levels that have numbers: those of lists, and those of headings.
NUMBERED = ("list-level-style-number", "outline-level-style")


@dataclass(slots=True)
class OpenList:
    """A list while it is read, or a level of it."""

    style: str
    #: Counted from 1.
    level: int
    #: The last number of each level.
    values: dict[int, int] = field(default_factory=dict)


class Lists:
    """Counts the lists of one document; a list may go on where another with its style, or by name, ended."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._values: dict[str, dict[int, int]] = {}
        #: The last number of each level of headings.
        self._headings: dict[int, int] = {}

    def open(self, element: Element, around: OpenList | None) -> OpenList:
        """Begin a list, inside another where there is one."""
        style = attribute(element, "style-name") or (around.style if around else "")
        if around:
            around.values.pop(around.level + 1, None)
            return OpenList(style, around.level + 1, around.values)
        goes_on = attribute(element, "continue-numbering") == "true" or bool(attribute(element, "continue-list"))
        values = self._values.get(style, {}) if goes_on else {}
        self._values[style] = values
        return OpenList(style, 1, values)

    def heading_label(self, heading: Element) -> str:
        """Count a heading and return its number, or "" where headings, or this one, have none."""
        level = number(heading, "outline-level") or 1
        if attribute(heading, "is-list-header") == "true" or self._styles.list_level(OUTLINE, level) is None:
            return ""
        for deeper in [each for each in self._headings if each > level]:
            del self._headings[deeper]
        label = self.label(OpenList(OUTLINE, level, self._headings), heading)
        return label if attribute(self._styles.list_level(OUTLINE, level), "num-format") else ""

    def label(self, opened: OpenList, item: Element) -> str:
        """Count an item and return what stands before it, or ""."""
        how = self._styles.list_level(opened.style, opened.level)
        if how is None or local(how) not in NUMBERED:
            return BULLET
        start = number(item, "start-value")
        following = opened.values.get(opened.level, (number(how, "start-value") or 1) - 1) + 1
        opened.values[opened.level] = following if start is None else start
        return f"{attribute(how, 'num-prefix')}{self._number(opened, how)}{attribute(how, 'num-suffix')}".strip()

    def _number(self, opened: OpenList, how: Element) -> str:
        """Write an item's number, with those of the levels above as far as they are shown."""
        shown = number(how, "display-levels") or 1
        levels = range(max(opened.level - shown + 1, 1), opened.level + 1)
        numbers = (self._written(opened, level) for level in levels)
        return ".".join(each for each in numbers if each)

    def _written(self, opened: OpenList, level: int) -> str:
        code = attribute(self._styles.list_level(opened.style, level), "num-format")
        return written(opened.values.get(level, 1), FORMATS.get(code, "decimal"))
