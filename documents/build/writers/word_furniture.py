"""What surrounds the text of an office document: page header and footer, language, properties."""

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from documents.build.source import AUTHOR, NOTICE, Source
from documents.build.writers.word_looks import Look

#: Centimetres of an A4 page's width.
_PAGE_WIDTH = 21.0
_GREY = RGBColor(0x59, 0x59, 0x59)


def furnish(document: Document, source: Source, look: Look) -> None:
    """Add everything that is not text."""
    _head(document, source)
    _foot(document, look)
    _speak_german(document)
    _describe(document, source)


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that the office program computes, such as PAGE."""
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)  # noqa: SLF001 - python-docx offers no fields


def _head(document: Document, source: Source) -> None:
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.add_run(source.title)
    _make_small(paragraph)
    border = '<w:bottom w:val="single" w:sz="4" w:space="3" w:color="999999"/>'
    edges = parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>")
    paragraph._p.get_or_add_pPr().insert_element_before(edges, "w:spacing", "w:tabs", "w:jc")  # noqa: SLF001 - borders


def _foot(document: Document, look: Look) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(_PAGE_WIDTH - 2 * look.margin), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{NOTICE}\tSeite ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" von ")
    add_field(paragraph, "NUMPAGES")
    _make_small(paragraph)


def _make_small(paragraph: Paragraph) -> None:
    if paragraph.style is not None:
        paragraph.style.font.size = Pt(8)
        paragraph.style.font.color.rgb = _GREY
        _drop_tab_stops(paragraph)


def _drop_tab_stops(paragraph: Paragraph) -> None:
    """Remove the template's tab stops at the middle, made for wider paper."""
    if paragraph.style is not None:
        properties = paragraph.style.element.get_or_add_pPr()
        for stops in properties.findall(qn("w:tabs")):
            properties.remove(stops)


def _speak_german(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "de-DE")
    settings = document.settings.element
    hyphenation = OxmlElement("w:autoHyphenation")
    hyphenation.set(qn("w:val"), "true")
    neighbour = settings.find(qn("w:defaultTabStop"))
    if neighbour is None:
        settings.insert(0, hyphenation)
    else:
        neighbour.addnext(hyphenation)


def _describe(document: Document, source: Source) -> None:
    properties = document.core_properties
    properties.title, properties.subject = source.title, NOTICE
    properties.author = properties.last_modified_by = AUTHOR
    properties.language, properties.comments = "de-DE", ""
    properties.created = properties.modified = source.moment
