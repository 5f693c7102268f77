"""Attendance lists: tables and lists of names with organisation or signature."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.personal.list_lines import begins_a_list, is_head_of_columns, named_in_row
from indexer.structure.personal.persons import is_full_name, is_role

_TITLE = re.compile(
    r"^[^\w\n]{0,12}(?:(?:teilnahme|teilnehm\w*|anwesenheits|tn|unterschriften|gäste)[-\s]?liste|(?:liste\s+der\s+)?(?:teilnehm\w*|anwesende\w*)"
    r"|anwesend(?:\s+(?:sind|waren))?|entschuldigt(?:\s+(?:sind|waren|fehlen))?|unterschriften|verteilerliste)\W*$",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(
    r"(?:vor-?\s?(?:und\s+nach)?|nach|familien)?name[n]?\b.*|teilnehm\w*|anwesend\w*|person", re.IGNORECASE
)
_SIGNATURE_HEAD = re.compile(
    r"unterschrift\w*|kürzel|signatur|e-?mail.*|telefon.*|einrichtung|organisation|institution|träger|standort|funktion"
    r"|anwesend\w*|tag \d",
    re.IGNORECASE,
)
#: "Anwesend: …", a list in one line.
_IN_LINE = re.compile(
    r"^[^\w\n]{0,12}(?:anwesen(?:d|de)|teilnehm(?:er|ende)[\w/*:]*|entschuldigt)\s*(?:\([^)]*\))?\s*:\s*(?P<who>[^\n]+)$",
    re.IGNORECASE,
)
#: "Datum: …" between a list's title and its rows, and rows that nobody filled in.
_BETWEEN = re.compile(r"(?:datum|ort|tag|uhrzeit|zeit|beginn|thema|veranstaltung|treffen)\s*:[^\n]*$", re.IGNORECASE)
_UNFILLED = re.compile(r"[\W\d_]*")
#: A row among others whose name is none for sure, in columns.
_ROW = re.compile(r"\s*\d{1,3}[.)]?\s+[^\n]*?(?:\t|\s{2,})[^\n]*$")
_APART = re.compile(r"[\n;,]|\bund\b")
#: A line with fewer names names speakers or guests.
_FEWEST_IN_LINE = 3
#: One name may stand in any table; a list has more.
_FEWEST_NAMES = 2
#: So much of a list's rows are names; the rest are groups and empty lines.
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class AttendanceBlock:
    """A block that is an attendance list or part of one."""

    #: Page of the file, counted from 1.
    page: int
    #: Place among the page's blocks, counted from 0.
    block: int


def attendance_blocks(pages: Sequence[Page]) -> tuple[AttendanceBlock, ...]:
    """Return the blocks that are attendance lists, with their titles; they do not belong into passages or index.

    Args:
        pages: The document's pages, in order.
    """
    return tuple(_found(pages))


def without_attendance(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return pages without the blocks that are attendance lists."""
    left_out = {(each.page, each.block) for each in attendance_blocks(pages)}
    return tuple(
        replace(
            page,
            blocks=tuple(block for place, block in enumerate(page.blocks) if (page.number, place) not in left_out),
        )
        for page in pages
    )


def _found(pages: Iterable[Page]) -> Iterator[AttendanceBlock]:
    titles: list[AttendanceBlock] = []
    titled = False
    for page in pages:
        for place, block in enumerate(page.blocks):
            here = AttendanceBlock(page.number, place)
            if _is_passed_over(block, titled=titled):
                continue
            if _begins(block.text):
                titles, titled = [*(titles if is_head_of_columns(block.text) else ()), here], True
            elif _is_list(block, titled=titled) or (titled and not titles and _ROW.match(block.text)):
                yield from (*titles, here)
                titles, titled = [], titled and block.kind is not BlockKind.TABLE
            else:
                titles, titled = [], False


def _begins(text: str) -> bool:
    return bool(_TITLE.match(text)) or begins_a_list(text) or is_head_of_columns(text)


def _is_passed_over(block: Block, *, titled: bool) -> bool:
    """Tell whether a block neither ends a list nor is of it: no text, or between a list's title and its rows."""
    text = block.text
    if not text.strip() or block.kind in (BlockKind.HEADER, BlockKind.FOOTER):
        return True
    return titled and bool(_BETWEEN.match(text) or _UNFILLED.fullmatch(text))


def _is_list(block: Block, *, titled: bool) -> bool:
    if block.kind is BlockKind.TABLE:
        return _is_signed(block.rows) or (titled and _is_table_of_names(block.rows))
    in_line = _IN_LINE.match(block.text)
    if in_line:
        return _are_names(_APART.split(in_line["who"]), fewest=_FEWEST_IN_LINE)
    return _has_rows(block.text, titled=titled) or (titled and _are_names(_APART.split(block.text), fewest=1))


def _has_rows(text: str, *, titled: bool) -> bool:
    """Tell whether most lines are rows with a name, beneath a title or the head of columns that may stand with them."""
    lines = [line for line in text.splitlines() if line.strip()]
    rows = [*dropwhile(lambda line: is_head_of_columns(line) or begins_a_list(line), lines)]
    named = sum(named_in_row(line) is not None for line in rows)
    return (titled or len(rows) < len(lines)) and 0 < named >= _SHARE * len(rows)


def _is_signed(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a table's head asks for names beside signatures or ways to reach people."""
    head = [cell.strip() for cell in rows[0]] if rows else []
    return any(map(_NAME_HEAD.fullmatch, head)) and any(map(_SIGNATURE_HEAD.fullmatch, head))


def _is_table_of_names(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a table's rows are names, in one column or parted into two."""
    columns = (
        [row[0] for row in rows if row],
        [" ".join(row[:2]) for row in rows],
        [" ".join(row[1:3]) for row in rows],
    )
    return any(_are_names(column, fewest=_FEWEST_NAMES) for column in columns)


def _are_names(texts: Iterable[str], *, fewest: int) -> bool:
    filled = [text.strip(" .•-–\t") for text in texts if text.strip(" .•-–\t")]
    names = [text for text in filled if is_full_name(_before_brackets(text)) and not is_role(text)]
    return len(names) >= fewest and len(names) >= _SHARE * len(filled)


def _before_brackets(text: str) -> str:
    """Return "Vorname Nachname" of "1. Vorname Nachname (Standort)"."""
    return re.sub(r"^\d{1,3}[.)]?\s+", "", text.partition("(")[0]).strip()
