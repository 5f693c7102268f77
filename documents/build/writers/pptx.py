"""Writes PPTX for a talk: title slide, bullets, tables, speaker notes, a footer on every slide."""

from copy import deepcopy
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches, Pt

from documents.build.blocks import Run, Table, plain
from documents.build.slides import Line, Slide, cut_slides, lines_of
from documents.build.source import AUTHOR, NOTICE, Source
from documents.build.tables import column_shares
from documents.build.writers.packages import settle_package

#: python-pptx's template is 4:3; projectors are 16:9.
_WIDTH, _STRETCH = Inches(13.333), 4 / 3
_TITLE_LAYOUT, _TEXT_LAYOUT, _BARE_LAYOUT = 0, 1, 5
_DARK, _ACCENT, _TINT, _WHITE, _GREY, _INK = map(
    RGBColor.from_string, ("123F4D", "E08A1E", "E3EFF0", "FFFFFF", "595959", "222B2E")
)
_TEXT_LEFT, _TEXT_TOP, _TEXT_WIDTH, _TEXT_BOTTOM = Inches(0.8), Inches(1.55), Inches(11.7), Inches(6.7)
#: Font sizes in points, by how many characters a slide holds at most for each.
_SIZES = ((320, 24), (520, 20), (800, 17))
_SMALLEST = 14
#: The namespace of everything drawn.
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ROW_HEIGHT = Inches(0.48)
#: The height that a slide with a table leaves for a line of text above it.
_LINE_HEIGHT = Inches(0.5)


def write(source: Source, target: Path) -> None:
    """Write `source` as PPTX."""
    deck = _new_deck(source)
    for number, slide in enumerate(cut_slides(source.blocks)):
        if number:
            _add_slide(deck, slide)
        else:
            _add_title_slide(deck, slide, source)
    deck.save(str(target))
    settle_package(target, source.moment)


def _new_deck(source: Source) -> Any:  # noqa: ANN401 - python-pptx has no types
    deck = Presentation()
    deck.slide_width = _WIDTH
    for place in (*deck.slide_layouts, deck.slide_master):
        _widen(place)
    properties = deck.core_properties
    properties.title, properties.subject, properties.author = source.title, NOTICE, AUTHOR
    properties.last_modified_by, properties.language = AUTHOR, "de-DE"
    properties.created = properties.modified = source.moment
    return deck


def _widen(place: Any) -> None:  # noqa: ANN401
    """Stretch a layout's shapes; all four measures are set, for a shape takes none or all from the master."""
    for shape in place.placeholders:
        left, top, width, height = shape.left, shape.top, shape.width, shape.height
        shape.left, shape.width = Emu(int(left * _STRETCH)), Emu(int(width * _STRETCH))
        shape.top, shape.height = top, height


def _add_title_slide(deck: Any, slide: Slide, source: Source) -> None:  # noqa: ANN401
    page = deck.slides.add_slide(deck.slide_layouts[_TITLE_LAYOUT])
    _band(page, Inches(0), deck.slide_height, _TINT)
    _band(page, Inches(0), Inches(0.28), _DARK)
    _place(page.shapes.title, Inches(1.6), Inches(2.0))
    _write_title(page, slide, 38)
    subtitle = page.placeholders[1]
    _place(subtitle, Inches(3.8), Inches(2.4))
    facts = Line((Run(f"{NOTICE}\n{source.moment:%d.%m.%Y}"),))
    _write_lines(subtitle.text_frame, list(lines_of(slide.blocks)) or [facts], 20)
    _finish(page, slide)


def _add_slide(deck: Any, slide: Slide) -> None:  # noqa: ANN401
    lines = list(lines_of(slide.blocks))
    page = deck.slides.add_slide(deck.slide_layouts[_TEXT_LAYOUT if lines else _BARE_LAYOUT])
    _band(page, Inches(0), Inches(0.28), _DARK)
    _band(page, Inches(1.32), Inches(0.05), _ACCENT)
    _place(page.shapes.title, Inches(0.38), Inches(0.9))
    _write_title(page, slide, 28)
    tables = [block for block in slide.blocks if isinstance(block, Table)]
    below = _write_body(page, lines, len(tables[0].rows) if tables else 0)
    for table in tables:
        _add_table(page, table, below)
        below += _ROW_HEIGHT * (len(table.rows) + 1)
    _finish(page, slide)


def _write_body(page: Any, lines: list[Line], rows: int) -> int:  # noqa: ANN401
    """Write the lines and return where a table with `rows` rows may begin below them."""
    if not lines:
        return int(_TEXT_TOP)
    height = int(_TEXT_BOTTOM - _TEXT_TOP)
    if rows:
        height = min(int(_LINE_HEIGHT * (len(lines) + 1)), max(height - int(_ROW_HEIGHT * rows), int(_LINE_HEIGHT)))
    body = page.placeholders[1]
    _place(body, _TEXT_TOP, height)
    length = sum(len(plain(line.runs)) for line in lines) * (2 if rows else 1)
    _write_lines(body.text_frame, lines, next((size for limit, size in _SIZES if length <= limit), _SMALLEST))
    return int(_TEXT_TOP + height)


def _write_lines(frame: Any, lines: list[Line], size: int) -> None:  # noqa: ANN401
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.level = line.depth or 0
        paragraph.alignment = 1
        paragraph.space_after = Pt(size / 3)
        if line.depth is None:
            _indent(paragraph, 0)
            _mark(paragraph, "buNone", {})
        elif line.start is not None:
            _indent(paragraph, size)
            _mark(paragraph, "buAutoNum", {"type": "arabicPeriod", "startAt": str(line.start)})
        _write_runs(paragraph, line, size - 2 * paragraph.level)


def _write_runs(paragraph: Any, line: Line, size: int) -> None:  # noqa: ANN401
    for run in line.runs:
        for number, words in enumerate(run.text.split("\n")):
            if number:
                paragraph.add_line_break()
            written = paragraph.add_run()
            written.text = words
            written.font.bold, written.font.italic = run.bold, run.italic
            written.font.size, written.font.name, written.font.color.rgb = Pt(size), "Arial", _INK


def _indent(paragraph: Any, size: int) -> None:  # noqa: ANN401
    """Let the lines of a paragraph hang by twice its font size, in points."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no indents
    properties.set("marL", str(int(Pt(2 * size))))
    properties.set("indent", str(-int(Pt(2 * size))))


def _mark(paragraph: Any, mark: str, attributes: dict[str, str]) -> None:  # noqa: ANN401
    """Put a number, or nothing, in the place of the layout's bullet."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no bullets
    element = properties.makeelement(_DRAWING + mark, attributes)
    properties.insert_element_before(element, "a:tabLst", "a:defRPr", "a:extLst")


def _write_title(page: Any, slide: Slide, size: int) -> None:  # noqa: ANN401
    frame = page.shapes.title.text_frame
    frame.text = slide.title.label + plain(slide.title.runs)
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    for paragraph in frame.paragraphs:
        paragraph.alignment = 1
        font = paragraph.runs[0].font
        font.size, font.bold, font.name, font.color.rgb = Pt(size), True, "Arial", _DARK


def _add_table(page: Any, table: Table, top: int) -> None:  # noqa: ANN401
    rows, columns = len(table.rows), len(table.rows[0])
    frame = page.shapes.add_table(rows, columns, _TEXT_LEFT, Emu(top), _TEXT_WIDTH, _ROW_HEIGHT * rows)
    frame.table.first_row = bool(table.header)
    for column, share in zip(frame.table.columns, column_shares(table), strict=True):
        column.width = Emu(int(_TEXT_WIDTH * share))
    for number, row in enumerate(table.rows):
        for cell, runs in zip(frame.table.rows[number].cells, row, strict=True):
            is_head = bool(table.header) and number == 0
            _write_runs(cell.text_frame.paragraphs[0], Line(runs), 16)
            cell.fill.solid()
            cell.fill.fore_color.rgb = _DARK if is_head else (_TINT if number % 2 else _WHITE)
            for written in cell.text_frame.paragraphs[0].runs if is_head else ():
                written.font.color.rgb, written.font.bold = _WHITE, True


def _band(page: Any, top: int, height: int, colour: RGBColor) -> None:  # noqa: ANN401
    """Lay a coloured band over the full width, behind everything else."""
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, top, _WIDTH, height)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour
    shape.line.fill.background()
    shape.shadow.inherit = False
    page.shapes._spTree.insert(2, shape._element)  # noqa: SLF001 - python-pptx cannot order shapes


def _place(shape: Any, top: int, height: int) -> None:  # noqa: ANN401
    shape.left, shape.top, shape.width, shape.height = _TEXT_LEFT, Emu(top), _TEXT_WIDTH, Emu(height)


def _finish(page: Any, slide: Slide) -> None:  # noqa: ANN401
    """Add the footer, the slide's number and the speaker's notes."""
    for shape in page.slide_layout.placeholders:
        if shape.placeholder_format.type in {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}:
            page.shapes._spTree.append(deepcopy(shape._element))  # noqa: SLF001 - python-pptx leaves these out
    for shape in page.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
            shape.text_frame.text = NOTICE
            shape.text_frame.paragraphs[0].runs[0].font.color.rgb = _GREY
    if slide.notes:
        page.notes_slide.notes_text_frame.text = slide.notes
