"""What is a heading in a DOCX file, and how deep."""

from collections.abc import Callable

import pytest

from indexer.extraction.pages import Reading
from tests.indexer.extraction.making import p

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Meine"><w:name w:val="Meine"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="De"><w:name w:val="Überschrift 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Text"><w:name w:val="Text"/><w:basedOn w:val="berschrift2"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Kreis"/><w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="paragraph" w:styleId="Fett"><w:name w:val="Fett"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="berschrift2"/>', 2),
        ('<w:pStyle w:val="Meine"/>', 2),
        ('<w:pStyle w:val="De"/>', 3),
        ('<w:pStyle w:val="Titel"/>', 1),
        ('<w:outlineLvl w:val="3"/>', 4),
        ('<w:pStyle w:val="berschrift2"/><w:outlineLvl w:val="9"/>', None),
        ('<w:pStyle w:val="Text"/>', None),
        ('<w:pStyle w:val="Kreis"/>', None),
        ('<w:pStyle w:val="Fehlt"/>', None),
        ("", None),
    ],
)
def test_levels(read_body: Callable[..., Reading], properties: str, level: int | None) -> None:
    (block,) = read_body(p("Haushalt", properties), styles=STYLES).pages[0].blocks
    assert (block.kind, block.level) == (("paragraph", 0) if level is None else ("heading", level))


BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
PLAIN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        (f"<w:p>{BOLD.format('Aufgaben')}</w:p>", "heading"),
        (f"<w:p>{BOLD.format('Ort:')}{PLAIN.format(' Berlin')}</w:p>", "paragraph"),
        (f"<w:p>{BOLD.format('Das ist beschlossen.')}</w:p>", "paragraph"),
        (f"<w:p>{BOLD.format('lang ' * 40)}</w:p>", "paragraph"),
        ('<w:p><w:r><w:rPr><w:rStyle w:val="Stark"/></w:rPr><w:t>Aufgaben</w:t></w:r></w:p>', "heading"),
        (p("Aufgaben", '<w:pStyle w:val="Fett"/>'), "heading"),
        (
            '<w:p><w:pPr><w:pStyle w:val="Fett"/></w:pPr><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>x</w:t></w:r></w:p>',
            "paragraph",
        ),
    ],
)
def test_a_short_line_all_in_bold_is_a_heading(read_body: Callable[..., Reading], paragraph: str, kind: str) -> None:
    (block,) = read_body(paragraph, styles=STYLES).pages[0].blocks
    assert (block.kind, block.level) == (kind, 0)
