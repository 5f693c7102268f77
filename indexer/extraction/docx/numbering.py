"""Renders the numbers and bullets of lists, which stand nowhere in the text ("TOP 1:", "a)")."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.extraction.counting import written
from indexer.extraction.docx.styles import Styles
from indexer.extraction.elements import Element, attribute, child, children, is_on, number
from indexer.extraction.normal import BULLET

#: A list in which lists are nested deeper does not exist in WordprocessingML.
LEVELS = 9

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    #: With "%1" for the number of the first level, and so on.
    text: str = ""
    start: int = 1
    #: Whether all numbers are written in figures.
    legal: bool = False
    #: Whether it goes on counting behind an item of a level above.
    goes_on: bool = False
    #: The style whose paragraphs are of this level, or "".
    style: str = ""


@dataclass(slots=True)
class _Counter:
    """Where the numbering of one abstract list stands."""

    values: dict[int, int] = field(default_factory=dict)
    #: The lists whose own starts have been taken into account.
    started: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """Counts the lists of one document; ask for each item once, in the order of the text."""

    def __init__(self, element: Element | None, styles: Styles) -> None:
        self._abstract = {attribute(each, "abstractNumId"): each for each in children(element, "abstractNum")}
        self._lists = {attribute(each, "numId"): each for each in children(element, "num")}
        self._styles = styles
        self._counters: dict[str, _Counter] = {}
        self._levels: dict[str, Mapping[int, _Level]] = {}

    def place(self, paragraph: Element, style: str) -> tuple[str, int] | None:
        """Return the list and level (from 0) a paragraph is an item of, by itself or by its style."""
        own, inherited = child(paragraph, "pPr", "numPr"), self._styles.numbering(style)
        list_id = attribute(child(own, "numId")) or attribute(child(inherited, "numId"))
        if list_id not in self._lists:
            return None
        level = number(child(own, "ilvl"))
        if level is None:
            level = number(child(inherited, "ilvl"))
        return list_id, self._level_of_style(list_id, style) if level is None else min(max(level, 0), LEVELS - 1)

    def label(self, list_id: str, level: int) -> str:
        """Count an item and return what stands before it, or ""."""
        levels = self._levels_of(list_id)
        self._count(list_id, level, levels)
        own = levels.get(level, _Level())
        if own.format == "bullet":
            return BULLET
        values = self._counter(list_id).values

        def number_at(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            of = levels.get(index, _Level())
            return written(values.get(index, of.start), "decimal" if own.legal else of.format)

        return _PLACE.sub(number_at, own.text).strip()

    def _count(self, list_id: str, level: int, levels: Mapping[int, _Level]) -> None:
        """Move the level's number on, and those below back."""
        counter = self._counter(list_id)
        override = self._override(list_id, level)
        if override is not None and (list_id, level) not in counter.started:
            counter.values[level] = override
        elif level in counter.values:
            counter.values[level] += 1
        else:
            counter.values[level] = levels.get(level, _Level()).start
        counter.started.add((list_id, level))
        for deeper in [each for each in counter.values if each > level]:
            if not levels.get(deeper, _Level()).goes_on:
                del counter.values[deeper]

    def _counter(self, list_id: str) -> _Counter:
        """Return the counter that a list shares with others of its kind."""
        return self._counters.setdefault(self._abstract_id(list_id), _Counter())

    def _override(self, list_id: str, level: int) -> int | None:
        """Return the number at which a list begins a level anew, or None where it goes on."""
        return number(child(self._override_element(list_id, level), "startOverride"))

    def _override_element(self, list_id: str, level: int) -> Element | None:
        overrides = children(self._lists[list_id], "lvlOverride")
        return next((each for each in overrides if number(each, "ilvl") == level), None)

    def _abstract_id(self, list_id: str) -> str:
        """Follow a list to its definition, which a numbering style may stand in for."""
        for _ in range(LEVELS):
            abstract_id = attribute(child(self._lists.get(list_id), "abstractNumId"))
            link = attribute(child(self._abstract.get(abstract_id), "numStyleLink"))
            if not link:
                return abstract_id
            list_id = self._styles.linked_numbering(link)
        return ""

    def _levels_of(self, list_id: str) -> Mapping[int, _Level]:
        """Return a list's levels: those of its definition, or its own instead."""
        if list_id not in self._levels:
            abstract = self._abstract.get(self._abstract_id(list_id))
            elements = {number(each, "ilvl"): each for each in children(abstract, "lvl")}
            own = {level: child(self._override_element(list_id, level), "lvl") for level in range(LEVELS)}
            elements |= {level: each for level, each in own.items() if each is not None}
            self._levels[list_id] = {level: _level(each) for level, each in elements.items() if level is not None}
        return self._levels[list_id]

    def _level_of_style(self, list_id: str, style: str) -> int:
        """Return the level that names a style as its own, else 0."""
        levels = self._levels_of(list_id)
        lineage = list(self._styles.lineage(style))
        return next((level for level, each in sorted(levels.items()) if each.style in lineage), 0)


def _level(element: Element) -> _Level:
    """Read a `w:lvl`."""
    start = number(child(element, "start"))
    return _Level(
        attribute(child(element, "numFmt")) or "decimal",
        attribute(child(element, "lvlText")),
        1 if start is None else start,
        is_on(child(element, "isLgl")),
        attribute(child(element, "lvlRestart")) == "0",
        attribute(child(element, "pStyle")),
    )
