"""Real Word numbering: bullets, numbered lists that start anew, and agenda items "TOP 1:"."""

from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

#: Twentieths of a point by which each list level is set in.
_INDENT = 360

_BULLETS = (("bullet", "•"), ("bullet", "–"), ("bullet", "▪"))
_NUMBERS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3."))
_AGENDA = (("decimal", "TOP %1:"),)


class Numbering:
    """The numbering definitions of one document."""

    def __init__(self, document: Document) -> None:
        self._root = document.part.numbering_part.element
        self._bullets = self._define(_BULLETS)
        self._numbers = self._define(_NUMBERS)
        self._agenda = self._define(_AGENDA)
        self.bullets = self._instance(self._bullets)
        self._agenda_items = self._instance(self._agenda)

    def new_list(self, start: int) -> int:
        """Return the number of a list that counts from `start`."""
        return self._instance(self._numbers, start)

    def mark_agenda_item(self, paragraph: Paragraph) -> None:
        """Let Word number a heading as the next agenda item."""
        self.mark(paragraph, self._agenda_items, 0)

    def mark(self, paragraph: Paragraph, numbering: int, level: int) -> None:
        """Make a paragraph an item of a list; levels count from 0."""
        style: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx offers no numbering
        properties = style.get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = numbering

    def _define(self, levels: tuple[tuple[str, str], ...]) -> int:
        identity = len(self._root.findall(qn("w:abstractNum"))) + 100
        described = "".join(_level(level, form, text) for level, (form, text) in enumerate(levels))
        definition = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">'
            f'<w:multiLevelType w:val="multilevel"/>{described}</w:abstractNum>'
        )
        self._root.insert(len(self._root.findall(qn("w:abstractNum"))), definition)
        return identity

    def _instance(self, definition: int, start: int | None = None) -> int:
        instance = self._root.add_num(definition)
        if start is not None:
            instance.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(instance.numId)


def _level(level: int, form: str, text: str) -> str:
    agenda = text.startswith("TOP")
    indent = 0 if agenda else _INDENT * (level + 1)
    hanging = "" if agenda else f' w:hanging="{_INDENT}"'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="{"space" if agenda else "tab"}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}"{hanging}/></w:pPr></w:lvl>'
    )


def indent_of(level: int) -> int:
    """Return how far a paragraph that continues a list item is set in, in twentieths of a point."""
    return _INDENT * (level + 1)
