"""A text box as Word writes it: DrawingML for new readers, VML for old ones, the same text in both."""

from collections.abc import Sequence
from copy import deepcopy
from math import ceil
from zlib import crc32

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from documents.build.writers.word_looks import Look

#: English metric units and points per centimetre.
_EMU, _POINTS = 360_000, 72 / 2.54
#: Characters that a centimetre of a line holds, roughly.
_CHARACTERS = 5.2
#: Centimetres that a line, and the space after a paragraph, takes, roughly.
_LINE, _GAP = 0.5, 0.22

_RUN = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
     xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
     xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
     xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
     xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <mc:AlternateContent>
    <mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
      <wp:extent cx="{width_emu}" cy="{height_emu}"/>
      <wp:docPr id="{number}" name="Textfeld {number}"/><wp:cNvGraphicFramePr/>
      <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
        <wps:cNvSpPr txBox="1"/>
        <wps:spPr>
          <a:xfrm><a:off x="0" y="0"/><a:ext cx="{width_emu}" cy="{height_emu}"/></a:xfrm>
          <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
          <a:solidFill><a:srgbClr val="{tint}"/></a:solidFill>
          <a:ln w="9525"><a:solidFill><a:srgbClr val="{accent}"/></a:solidFill></a:ln>
        </wps:spPr>
        <wps:txbx><w:txbxContent/></wps:txbx>
        <wps:bodyPr rot="0" vert="horz" wrap="square"><a:spAutoFit/></wps:bodyPr>
      </wps:wsp></a:graphicData></a:graphic>
    </wp:inline></w:drawing></mc:Choice>
    <mc:Fallback><w:pict>
      <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
        <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>
      </v:shapetype>
      <v:shape id="Textfeld_{number}" type="#_x0000_t202" style="width:{width_points}pt;height:{height_points}pt"
               fillcolor="#{tint}" strokecolor="#{accent}"><v:textbox><w:txbxContent/></v:textbox></v:shape>
    </w:pict></mc:Fallback>
  </mc:AlternateContent>
</w:r>
"""


def text_box(paragraphs: Sequence[CT_P], width: float, look: Look) -> BaseOxmlElement:
    """Return a run that holds a text box `width` centimetres wide."""
    height = sum(_height(paragraph, width) for paragraph in paragraphs) + _LINE
    run = parse_xml(
        _RUN.format(
            number=1000 + crc32("".join(paragraph.text for paragraph in paragraphs).encode()) % 9000,
            width_emu=round(width * _EMU),
            height_emu=round(height * _EMU),
            width_points=round(width * _POINTS),
            height_points=round(height * _POINTS),
            tint=look.tint,
            accent=look.accent,
        )
    )
    for content in run.iter(qn("w:txbxContent")):
        content.extend(deepcopy(list(paragraphs)))
    return run


def _height(paragraph: CT_P, width: float) -> float:
    return ceil(len(paragraph.text) / (width * _CHARACTERS)) * _LINE + _GAP
