"""What the styles of an OpenDocument say: page breaks, bold lines, lists."""

from collections.abc import Iterator

from indexer.extraction.elements import Element, attribute, child, local, number

#: The name under which the numbers of headings are kept beside those of lists.
OUTLINE = "text:outline-style"
#: From this weight on a font is bold.
BOLD_WEIGHT = 600


class Styles:
    """The styles of a document's two parts, automatic and named."""

    def __init__(self, *parts: Element | None) -> None:
        styles = [style for part in parts for style in _styles(part)]
        self._styles = {attribute(each, "name"): each for each in styles if local(each) == "style"}
        self._lists = {_list_name(each): each for each in styles if local(each) in ("list-style", "outline-style")}

    def breaks_page(self, paragraph: Element) -> bool:
        """Tell whether a paragraph, heading or table begins a page."""
        kinds = ("paragraph-properties", "table-properties")
        first = self._styles.get(attribute(paragraph, "style-name"))
        if first is None:
            return False
        if attribute(first, "master-page-name"):
            return True
        return any(attribute(child(first, kind), "break-before") == "page" for kind in kinds)

    def breaks_page_after(self, paragraph: Element) -> bool:
        """Tell whether a page ends with a paragraph."""
        style = self._styles.get(attribute(paragraph, "style-name"))
        return attribute(child(style, "paragraph-properties"), "break-after") == "page"

    def is_bold(self, element: Element) -> bool:
        """Tell whether a paragraph or span is bold by its style or one that is based on."""
        for style in self._lineage(attribute(element, "style-name")):
            if weight := attribute(child(style, "text-properties"), "font-weight"):
                return weight == "bold" or (weight.isdigit() and int(weight) >= BOLD_WEIGHT)
        return False

    def list_level(self, name: str, level: int) -> Element | None:
        """Return how a list is numbered at a level counted from 1, or None."""
        style = self._lists.get(name)
        levels = () if style is None else style
        return next((each for each in levels if number(each, "level") == level), None)

    def is_title(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is the document's title."""
        lineage = self._lineage(attribute(paragraph, "style-name"))
        return any(attribute(style, "name") == "Title" for style in lineage)

    def _lineage(self, name: str) -> Iterator[Element]:
        """Yield a style and those it is based on."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = attribute(self._styles[name], "parent-style-name")


def _list_name(style: Element) -> str:
    return OUTLINE if local(style) == "outline-style" else attribute(style, "name")


def _styles(part: Element | None) -> Iterator[Element]:
    """Yield the styles of a part, named ones last."""
    for container in ("automatic-styles", "styles"):
        group = child(part, container)
        yield from () if group is None else group
