"""The looks of the office documents: different papers come from different desks."""

from dataclasses import dataclass
from zlib import crc32

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from documents.build.source import Source


@dataclass(frozen=True, slots=True)
class Look:
    """Typefaces, colours and measures of one organisation's papers."""

    text_font: str
    heading_font: str
    #: Points.
    text_size: float
    #: Six hexadecimal digits, for headings.
    accent: str
    #: Six hexadecimal digits, behind table headers and in boxes.
    tint: str
    alignment: WD_ALIGN_PARAGRAPH
    #: Centimetres, left and right.
    margin: float


LOOKS = (
    Look("Arial", "Arial", 10.5, "1F1F1F", "E7E7E7", WD_ALIGN_PARAGRAPH.LEFT, 2.5),
    Look("Times New Roman", "Arial", 11.5, "1D3F66", "E3EAF2", WD_ALIGN_PARAGRAPH.JUSTIFY, 2.5),
    Look("Arial", "Arial Narrow", 10, "7A1F3D", "F3E6EA", WD_ALIGN_PARAGRAPH.JUSTIFY, 2.2),
    Look("DejaVu Sans", "DejaVu Sans", 9.5, "1C5A48", "E4EFEA", WD_ALIGN_PARAGRAPH.LEFT, 2.3),
)

#: Heading sizes relative to the text, level 1 first.
_HEADING_SCALE = (1.75, 1.28, 1.1)


def look_of(source: Source) -> Look:
    """Return the look of the desk a document comes from; a site's or meeting's papers look alike."""
    desk = str(source.fields.get("meeting") or source.fields.get("sites") or source.title)
    return LOOKS[crc32(desk.encode()) % len(LOOKS)]


def apply_look(document: Document, look: Look) -> None:
    """Set page, text and heading styles."""
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(look.margin)
        section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    _set_text_style(document, look)
    for level, scale in enumerate(_HEADING_SCALE, start=1):
        _set_heading_style(style(document, f"Heading {level}"), look, round(look.text_size * scale * 2) / 2)


def style(document: Document, name: str) -> ParagraphStyle:
    """Return a paragraph style by its English name, as python-docx's template has it."""
    found = document.styles.get_by_id(document.styles[name].style_id, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(found, ParagraphStyle):
        raise KeyError(name)
    return found


def _set_text_style(document: Document, look: Look) -> None:
    normal = style(document, "Normal")
    _set_font(normal, look.text_font, look.text_size)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.12
    for name in ("Normal", "List Bullet", "List Number"):
        style(document, name).paragraph_format.alignment = look.alignment
    for name in ("List Bullet", "List Number"):
        style(document, name).paragraph_format.space_after = Pt(3)


def _set_heading_style(heading: ParagraphStyle, look: Look, size: float) -> None:
    _set_font(heading, look.heading_font, size)
    heading.font.bold = True
    heading.font.italic = False
    heading.font.color.rgb = RGBColor.from_string(look.accent)
    heading.paragraph_format.space_before = Pt(size)
    heading.paragraph_format.space_after = Pt(size / 3)
    heading.paragraph_format.keep_with_next = True
    heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    unbroken = OxmlElement("w:suppressAutoHyphens")
    heading.element.get_or_add_pPr().insert_element_before(unbroken, "w:spacing", "w:jc", "w:outlineLvl")


def _set_font(target: ParagraphStyle, family: str, size: float) -> None:
    target.font.name = family
    target.font.size = Pt(size)
    fonts = target.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [name for name in fonts.attrib if str(name).endswith("Theme")]:
        del fonts.attrib[attribute]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), family)
