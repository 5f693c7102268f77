"""Reads PPTX files, each slide a page."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.text.text import TextFrame

from indexer.extraction.contents import Contents, numbered, table
from indexer.extraction.elements import attribute, child, content, local
from indexer.extraction.normal import BULLET, normal
from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.zipped import core_properties, opened, xml_parser

TOOL = f"python-pptx {version('python-pptx')}"

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE)
RUNNING = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER)
#: Placeholders whose paragraphs are bullets.
LISTS = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY, PP_PLACEHOLDER.VERTICAL_OBJECT)


def read_pptx(path: Path) -> Contents:
    """Read a presentation's slides with their tables, groups, diagrams and notes."""
    with opened(path) as archive:
        title, authors = core_properties(archive)
    presentation = pptx.Presentation(str(path))
    return Contents(numbered(list(_slide(slide)) for slide in presentation.slides), title, TOOL, authors)


def _slide(slide: Slide) -> Iterator[Block]:
    """Yield a slide's title, the rest in the order of the file, and its notes."""
    shapes = sorted(slide.shapes, key=lambda shape: _kind(shape) not in TITLES)
    for shape in _ungrouped(shapes):
        yield from _shape(shape, slide)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield Block(BlockKind.NOTE, normal(slide.notes_slide.notes_text_frame.text).strip())


def _ungrouped(shapes: Iterable[BaseShape]) -> Iterator[BaseShape]:
    """Yield shapes, and in place of a group its members."""
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _ungrouped(shape.shapes)
        else:
            yield shape


def _shape(shape: BaseShape, slide: Slide) -> Iterator[Block]:
    """Yield the blocks of one shape."""
    if isinstance(shape, Shape):
        yield from _frame(shape.text_frame, _kind(shape))
    elif isinstance(shape, GraphicFrame) and shape.has_table:
        yield table([normal(cell.text).strip() for cell in row.cells] for row in shape.table.rows)
    else:
        yield from _diagram(shape, slide)


def _frame(frame: TextFrame, kind: PP_PLACEHOLDER | None) -> Iterator[Block]:
    """Yield the paragraphs of a text frame, as what its placeholder says they are."""
    if kind in TITLES:
        yield Block(BlockKind.HEADING, " ".join(normal(frame.text).split()), 1)
    elif kind in RUNNING:
        yield Block(BlockKind.FOOTER, normal(frame.text).strip())
    else:
        for paragraph in frame.paragraphs:
            text = normal(paragraph.text).strip()
            if text and kind in LISTS and child(paragraph._p, "pPr", "buNone") is None:  # noqa: SLF001 - no API
                yield Block(BlockKind.ITEM, f"{BULLET} {text}", paragraph.level + 1)
            else:
                yield Block(BlockKind.PARAGRAPH, text)


def _diagram(shape: BaseShape, slide: Slide) -> Iterator[Block]:
    """Yield the texts of a SmartArt diagram, which stand in a part of their own."""
    for element in shape.element.iter():
        relation = attribute(element, "dm") if local(element) == "relIds" else ""
        if relation:
            data = etree.fromstring(slide.part.related_part(relation).blob, xml_parser())
            texts = (normal(content(each)).strip() for each in data.iter() if local(each) == "p")
            yield from (Block(BlockKind.ITEM, f"{BULLET} {text}", 1) for text in texts if text)


def _kind(shape: BaseShape) -> PP_PLACEHOLDER | None:
    """Return what a placeholder holds a place for, or None for other shapes."""
    return shape.placeholder_format.type if shape.is_placeholder else None
