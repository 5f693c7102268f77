"""Looks into XML elements by local names: office formats come in two sets of namespaces, transitional and strict."""

from collections.abc import Iterator

from lxml import etree

#: lxml's type of elements.
Element = etree._Element  # noqa: SLF001 - it has no other name

#: What a switch's missing value means is "on"; these mean "off".
_OFF = ("0", "false", "off", "none")


def local(element: Element) -> str:
    """Return an element's name without its namespace; "" for a comment or processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """Follow a path of local names down; return None where it ends."""
    for name in names:
        element = next(children(element, name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of a local name."""
    return (each for each in (() if element is None else element) if local(each) == name)


def attribute(element: Element | None, name: str = "val") -> str:
    """Return an attribute by its local name, or ""."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def content(element: Element) -> str:
    """Return all the text in an element."""
    return "".join(map(str, element.itertext()))


def number(element: Element | None, name: str = "val") -> int | None:
    """Return an attribute as a number, or None where it is none."""
    try:
        return int(attribute(element, name))
    except ValueError:
        return None


def is_on(element: Element | None) -> bool:
    """Tell whether a switch such as `w:b` is there and not turned off."""
    return element is not None and attribute(element) not in _OFF
