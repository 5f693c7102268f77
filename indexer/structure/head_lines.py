"""The lines at the head of a document, as labels with their values."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.headings import read_heading

#: The head of minutes is over after so many lines.
_LONGEST_HEAD = 45

#: What the head's lines are called; some write no colon ("Ort Wuppertal").
_NAMES = (
    r"Art(?:\s+der\s+\w+)?|(?:\w+)?datum|(?:Sitzungs|Besprechungs)?termin|Zeitraum|T?Wann|Tag|Zeit|(?:\w+s)?zeit|Uhrzeit"
    r"|(?:\w+s)?ort|Wo|Raum|Treffpunkt|Beginn(?:\s*(?:und|/|-)\s*Ende)?|Start(?:\s*[-/]\s*Ende)?|(?:Sitzungs)?beginn|Ende(?:\s+der\s+\w+)?|(?:Sitzungs)?ende"
    r"|Anwesend\w*(?:\s+(?:waren|sind))?|Anwesenheit|Teilnehme[\w*:_/]*\w|Teilnahme|Wer|Gäste|Entschuldigt\w*|Abwesend\w*|Protokoll(?:führ\w+|ant\w*)?|Schriftführ\w+|Verfasst\s+von"
    r"|Veranstaltung|Besprechung|Sitzung|Gremium|Anlass|Thema|(?:Sitzungs|Versammlungs|Gesprächs)?leit(?:ung|er\w*)|Moderation|Verteiler|Stand|Uhrzeit"
)
_LABELLED = re.compile(
    rf"^\W*(?P<name>{_NAMES})\s*\??\s*(?::\s*(?P<value>.*)|\t+\s*(?P<spaced>.+)|\s(?P<bare>(?-i:[A-ZÄÖÜ0-9]).*))?$",
    re.IGNORECASE,
)
#: Labels of lists of people, which go on over several lines.
_ATTENDANCE = ("teilnehme", "anwesen", "entschuldigt")
#: Several labels in one line: "Beginn: 10.30 Uhr, Ende: 15.45 Uhr", "Beginn: 9:30 Uhr · Ende: 16:30 Uhr".
_NEXT_LABEL = re.compile(
    rf"(?:\s*[,;·|]\s*|\s+|\.\s+)(?<!und )(?<!/ )(?=(?:{_NAMES})\s*:\s)|\s+(?=Ende\s+\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of the head."""

    #: The label in small letters, or "" of a line without one.
    name: str
    value: str
    page: int
    #: The line as it stands in the document.
    text: str
    #: Whether the layout sets it as a heading.
    is_heading: bool


def head_lines(pages: Sequence[Page]) -> tuple[HeadLine, ...]:
    """Return the lines of a document up to its first agenda item, those with a label apart from their labels.

    A label that stands alone takes the line below it; one of those who came takes the items of the list below it.
    """
    lines: list[HeadLine] = []
    opener = BlockKind.ITEM
    for page, block in _blocks(pages):
        heading = read_heading(block)
        if heading and heading.number:
            break
        is_listed = block.kind is BlockKind.ITEM and opener is not BlockKind.ITEM and bool(lines)
        last = [lines.pop()] if is_listed and is_attendance(lines[-1].name) else []
        lines += _completed([*last, *_of_block(page, block)])
        opener = opener if last else block.kind
        if len(lines) > _LONGEST_HEAD:
            break
    return tuple(lines)


def is_attendance(name: str) -> bool:
    """Tell whether a label, in small letters, names those who came or were excused."""
    return name.startswith(_ATTENDANCE)


def _blocks(pages: Iterable[Page]) -> Iterator[tuple[Page, Block]]:
    return ((page, block) for page in pages for block in page.blocks if block.kind is not BlockKind.FOOTER)


def _of_block(page: Page, block: Block) -> Iterator[HeadLine]:
    is_heading = block.kind in (BlockKind.HEADING, BlockKind.HEADER)
    if block.kind is BlockKind.TABLE:
        lines = [f"{row[0].strip().rstrip(':')}: {' '.join(row[1:])}" for row in block.rows if len(row) > 1]
    else:
        lines = block.text.split("\n")
    for line in lines:
        for part in _NEXT_LABEL.split(line):
            yield _head_line(part.strip(), page.number, is_heading=is_heading)


def _head_line(text: str, page: int, *, is_heading: bool) -> HeadLine:
    found = _LABELLED.match(text)
    if not found:
        return HeadLine("", text, page, text, is_heading)
    value = found["value"] or found["spaced"] or found["bare"] or ""
    return HeadLine(found["name"].casefold(), value.strip(), page, text, is_heading)


def _completed(lines: Iterable[HeadLine]) -> Iterator[HeadLine]:
    """Give a label that stands alone the lines below it, up to the next label."""
    held: HeadLine | None = None
    for line in lines:
        if held and not line.name and (not held.value or is_attendance(held.name)):
            held = HeadLine(
                held.name,
                f"{held.value}\n{line.value}".strip(),
                held.page,
                f"{held.text}\n{line.text}",
                held.is_heading,
            )
            continue
        if held:
            yield held
        held = line
    if held:
        yield held
