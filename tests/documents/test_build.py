"""The builder reads its sources as their authors mean them and loses no word on the way."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from pptx import Presentation

from documents.build.blocks import Box, Heading, Listing, PageBreak, Paragraph, Quote, Table, plain
from documents.build.markdown import UnknownMarkupError, read_blocks, show_numbers
from documents.build.register import write_register
from documents.build.slides import cut_slides
from documents.build.source import BrokenSourceError, Source, read_source, read_sources
from documents.build.tables import column_shares
from documents.build.writers import docx as docx_writer
from documents.build.writers import docx_rich, plain_text, pptx
from documents.build.writers.html import blocks_to_html
from documents.build.writers.typst_markup import blocks_to_typst

DOCUMENTS = Path(__file__).parents[2] / "documents"
SOURCES, REGISTER = DOCUMENTS / "sources", DOCUMENTS / "register.toml"

TEXT = """# Protokoll

Beispieldokument (erfunden)

Sitzung am 3. April 2019.

## Begrüßung {auto}

Die Gäste kommen. Sie bleiben bis zum Ende.

- eins
  - darunter
- **zwei**

:::box
**Merke:** rechtzeitig fragen
:::

## Beschlüsse {auto}

> Die Wand gehört uns.

| Was | Wer |
|---|---|
| Farbe | Peine |

---

3. drei
4. vier
"""

Writer = Callable[[Source, Path], None]

FRONT = '+++\nfile = "a.docx"\nbuild = "docx"\ntitle = "A „b“"\nkind = "Protokoll"\ndate = "2019-04-03"\n+++\n'


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "a.md"
    path.write_text(FRONT + TEXT, encoding="utf-8")
    return read_source(path)


def test_a_source_has_its_words_in_blocks(source: Source) -> None:
    kinds = [type(block) for block in source.blocks]
    opening = [Heading, Paragraph, Paragraph, Heading, Paragraph, Listing, Box]
    assert kinds == [*opening, Heading, Quote, Table, PageBreak, Listing]
    assert source.moment.isoformat() == "2019-04-03T12:00:00+00:00"


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("# Ohne Kopf\n", "no front matter"),
        ('+++\nfile = "a"\n+++\n', "build"),
        ("+++\nfile =\n+++\n", "Invalid value"),
    ],
)
def test_a_broken_source_is_named(tmp_path: Path, front: str, reason: str) -> None:
    path = tmp_path / "kaputt.md"
    path.write_text(front, encoding="utf-8")
    with pytest.raises(BrokenSourceError, match=rf"kaputt\.md: .*{reason}"):
        read_source(path)


@pytest.mark.parametrize("markup", ["<div>", "![Bild](a.png)", "```\ncode\n```"])
def test_markup_without_a_form_is_refused(markup: str) -> None:
    with pytest.raises(UnknownMarkupError):
        read_blocks(markup)


def test_agenda_items_are_counted(source: Source) -> None:
    headings = [block for block in source.blocks if isinstance(block, Heading)]
    assert [heading.label + plain(heading.runs) for heading in headings] == [
        "Protokoll",
        "TOP 1: Begrüßung",
        "TOP 2: Beschlüsse",
    ]
    assert "## TOP 2: Beschlüsse\n" in show_numbers(TEXT)


def test_a_table_with_an_empty_head_has_none() -> None:
    (table,) = read_blocks("| | |\n|---|---|\n| Ort | Gotha |\n")
    assert isinstance(table, Table)
    assert table.header == ()
    assert table.rows[0][0][0].bold


def test_columns_share_the_whole_width_and_leave_room_for_dates() -> None:
    (table,) = read_blocks(f"| Was | Wer | Wann |\n|---|---|---|\n| {'x' * 200} | {'y' * 200} | 03.04.2019 |\n")
    assert isinstance(table, Table)
    shares = column_shares(table)
    assert sum(shares) == pytest.approx(1)
    assert shares[2] > 0.13


def test_plain_text_looks_like_an_old_mail(source: Source) -> None:
    assert plain_text.to_text(source.blocks).endswith(
        """TOP 2: Beschlüsse
-----------------

> Die Wand gehört uns.

Was   | Wer
-------------
Farbe | Peine

3. drei
4. vier
"""
    )


def test_html_is_escaped_and_typst_words_are_literals() -> None:
    blocks = read_blocks('A < B & "C" #let\n')
    assert blocks_to_html(blocks) == '<p>A &lt; B &amp; "C" #let</p>'
    assert blocks_to_typst(blocks) == '#"A < B & \\"C\\" #let"'


def test_word_holds_styles_and_lists(source: Source, tmp_path: Path) -> None:
    docx_writer.write(source, tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    styles = [(paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in document.paragraphs]
    assert ("Heading 2", "TOP 1: Begrüßung") in styles
    assert ("List Bullet", "darunter") in styles
    assert document.core_properties.author == "Servicebüro (Beispiel)"
    assert document.sections[0].header.paragraphs[0].text == "A „b“"


def test_rich_word_hides_words_where_simple_readers_miss_them(source: Source, tmp_path: Path) -> None:
    docx_rich.write(source, tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    body = str(document.element.xml)
    simple = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in ("3. April 2019", "Merke:", "Sie bleiben bis zum Ende.", "Farbe"):
        assert words in body
        assert words not in simple
    assert "TOP 1" not in body
    assert document.tables[0].cell(0, 0).tables


def test_slides_carry_notes_apart_from_what_they_show(tmp_path: Path, source: Source) -> None:
    talk = "# Vortrag\n\n## Warum\n\n- **Orte**\n\nNotizen:\nAnekdote erzählen\n"
    talk += "\n## Kosten\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    slides = cut_slides(read_blocks(talk))
    assert [(plain(slide.title.runs), slide.notes) for slide in slides] == [
        ("Vortrag", ""),
        ("Warum", "Anekdote erzählen"),
        ("Kosten", ""),
    ]
    pptx.write(Source("v.pptx", "pptx", "", source.fields, talk), tmp_path / "v.pptx")
    deck = Presentation(str(tmp_path / "v.pptx"))
    assert deck.slides[1].notes_slide.notes_text_frame.text == "Anekdote erzählen"


def test_the_register_says_what_its_sources_say(tmp_path: Path) -> None:
    write_register(read_sources(SOURCES), tmp_path / "register.toml")
    assert (tmp_path / "register.toml").read_text("utf-8") == REGISTER.read_text("utf-8")


def test_the_register_puts_versions_after_originals_and_copies_last(tmp_path: Path) -> None:
    facts = {"title": "T", "topics": ["Kultur"], "meeting": ""}
    copy = Source("a-kopie.pdf", "copy", "b.pdf", facts, "")
    version = Source("a-neu.pdf", "pdf-office", "", {**facts, "version_of": "b.pdf"}, "")
    original = Source("b.pdf", "pdf-office", "", facts, "")
    write_register([copy, version, original], tmp_path / "register.toml")
    lines = (tmp_path / "register.toml").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("file")] == [
        'file = "b.pdf"',
        'file = "a-neu.pdf"',
        'file = "a-kopie.pdf"',
    ]
    assert 'topics = ["Kultur"]' in lines
    assert not any(line.startswith("meeting") for line in lines)


@pytest.mark.parametrize("write", [docx_writer.write, docx_rich.write, pptx.write, plain_text.write_cp1252])
def test_building_twice_gives_the_same_bytes(source: Source, tmp_path: Path, write: Writer) -> None:
    write(source, tmp_path / "eins")
    write(source, tmp_path / "zwei")
    assert (tmp_path / "eins").read_bytes() == (tmp_path / "zwei").read_bytes()
