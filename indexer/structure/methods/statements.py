"""What a method paper states under labels, in tables and under headings, in any order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.methods.card import CardField
from indexer.structure.methods.labels import field_named, without_marker

_FURNITURE = (BlockKind.HEADER, BlockKind.FOOTER)
#: Several facts in one line stand apart like this.
_BESIDE = re.compile(r"\s+[·|]\s+|\t+")
#: Long runs of blanks say nothing and take long to search.
_BLANKS = re.compile(r"[ \u00a0]{2,}")
#: A label is short; what stands before the colon of a sentence is not.
_LABELLED = re.compile(r"^(?P<label>[^:]{2,50}):\s*(?P<text>.*)$", re.DOTALL)
#: "Material Karte im Format A0": the row of a table whose rules got lost on the way.
_UNRULED = re.compile(r"^(?P<label>[A-ZÄÖÜ]\w+) (?P<text>[A-ZÄÖÜ\d].*)$", re.DOTALL)
#: "Phase 1: Kritik", "2. Schritt": a heading under which a part of the steps stands.
_STAGE = re.compile(r"^(?:(?:Phase|Schritt|Etappe)\s+\d{1,2}\b|\d{1,2}\.\s+(?:Phase|Schritt|Etappe)\b)", re.IGNORECASE)
#: A line that may be a heading without looking like one.
_LONGEST_LABEL = 40
#: The level of what is no heading: every heading is above it.
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact of the card with what the paper says on it."""

    field: CardField
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class _Section:
    """What follows belongs to this fact until a heading as high says otherwise."""

    field: CardField | None
    level: int


_NO_SECTION = _Section(None, _DEEPEST)


def read_statements(pages: Iterable[Page]) -> Iterator[Statement]:
    """Yield each statement in reading order; a fact may be stated more than once."""
    blocks = [(page.number, block) for page in pages for block in page.blocks if block.kind not in _FURNITURE]
    has_card_table = any(_row_fields(block) for _, block in blocks)
    section = _NO_SECTION
    for page, block in blocks:
        if block.kind is BlockKind.TABLE:
            yield from _in_table(block, page, section)
            continue
        for line in _lines(block):
            section, statement = _read_line(line, block, section)
            if statement is None and has_card_table and section.field is None:
                statement = _unruled(line)
            if statement and statement[1]:
                yield Statement(statement[0], statement[1], page)


_Stated = tuple[CardField, str] | None


def _lines(block: Block) -> Iterator[str]:
    """Yield a block's lines; a list item or heading is one line, whatever its breaks."""
    if block.kind is not BlockKind.PARAGRAPH:
        yield " ".join(block.text.split())
        return
    held: list[str] = []
    for line in block.text.splitlines():
        for part in _BESIDE.split(_BLANKS.sub(" ", line)):
            if held and _label_of(part):
                yield " ".join(held)
                held = []
            held.append(part.strip())
    yield " ".join(held)


def _label_of(line: str) -> CardField | None:
    found = _LABELLED.match(line)
    return field_named(found["label"]) if found else None


def _read_line(line: str, block: Block, section: _Section) -> tuple[_Section, _Stated]:
    """Return the section after a line, and what the line states."""
    if block.kind is BlockKind.HEADING:
        return _read_heading(line, block.level, section)
    if block.kind is BlockKind.ITEM and section.field:
        return section, (section.field, without_marker(line))
    found = _LABELLED.match(line)
    field = field_named(found["label"]) if found else None
    if found and field:
        rest = found["text"].strip()
        return (_NO_SECTION if rest else _Section(field, _DEEPEST)), (field, rest)
    alone = field_named(line) if len(line) <= _LONGEST_LABEL else None
    if alone and block.kind is BlockKind.PARAGRAPH:
        return _Section(alone, _DEEPEST), None
    return section, ((section.field, line) if section.field else None)


def _read_heading(line: str, level: int, section: _Section) -> tuple[_Section, _Stated]:
    """A heading opens a section; one below the open section's own belongs to it."""
    label, _, rest = line.partition(":")
    field = field_named(label) or field_named(line)
    if field:
        return _Section(field, level or _DEEPEST), (field, rest.strip())
    if _STAGE.match(line):
        return _Section(CardField.STEPS, level or _DEEPEST), (CardField.STEPS, line)
    if section.field and level > section.level:
        return section, (section.field, without_marker(line))
    return _NO_SECTION, None


def _unruled(line: str) -> _Stated:
    found = _UNRULED.match(line)
    field = field_named(found["label"]) if found else None
    return (field, found["text"]) if found and field else None


def _in_table(block: Block, page: int, section: _Section) -> Iterator[Statement]:
    """Yield what a table states: a fact a row, a fact a column, or the rows of an open section."""
    rows = _row_fields(block)
    columns = _column_fields(block) if not rows else []
    for field, text in rows or columns:
        yield Statement(field, text, page)
    if not rows and not columns and section.field is CardField.STEPS:
        for row in block.rows:
            yield Statement(section.field, " · ".join(" ".join(cell.split()) for cell in row if cell.strip()), page)


def _row_fields(block: Block) -> list[tuple[CardField, str]]:
    """Return the facts of a table that names them in its first column."""
    stated = []
    for row in block.rows:
        field = field_named(row[0]) if len(row) > 1 else None
        text = "; ".join(" ".join(cell.split()) for cell in row[1:] if cell.strip())
        if field and text and not field_named(row[1]):
            stated.append((field, text))
    return stated


def _column_fields(block: Block) -> list[tuple[CardField, str]]:
    """Return the facts of a table that names them in its head."""
    fields = [field_named(cell) for cell in block.rows[0]] if len(block.rows) > 1 else []
    if sum(field is not None for field in fields) < 2:  # noqa: PLR2004 - one may be chance
        return []
    pairs = zip(fields, block.rows[1], strict=False)
    return [(field, " ".join(text.split())) for field, text in pairs if field and text.strip()]
