"""OpenDocument text, presentations and spreadsheets."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from indexer.extraction.extract import extract
from indexer.extraction.pages import Outcome, Reading
from tests.indexer.extraction.making import shown, texts

BASE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{name}="{BASE}{space}:1.0"'
    for name, space in {"office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
                        "fo": "xsl-fo-compatible", "presentation": "presentation", "meta": "meta"}.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
TYPE = "application/vnd.oasis.opendocument."

Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return what reads an OpenDocument body of a kind."""

    def read_body(body: str, kind: str = "text", automatic: str = "", styles: str = "", masters: str = "") -> Reading:
        with ZipFile(tmp_path / "file", "w", ZIP_DEFLATED) as archive:
            archive.writestr(
                "content.xml",
                f"<office:document-content {SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
            )
            archive.writestr(
                "styles.xml",
                f"<office:document-styles {SPACES}><office:styles>{styles}</office:styles>"
                f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
            )
            archive.writestr(
                "meta.xml",
                f"<office:document-meta {SPACES}><office:meta><dc:title>Treffen</dc:title></office:meta>"
                "</office:document-meta>",
            )
        reading = extract(tmp_path / "file", TYPE + kind)
        assert not reading.detail, reading.detail
        return reading

    return read_body


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("eins<text:s text:c='2'/>zwei<text:tab/>drei<text:line-break/>vier", "eins  zwei\tdrei\nvier"),
        ("eins <text:span>zwei</text:span> <text:a>drei</text:a>", "eins zwei drei"),
        ("eins<text:soft-hyphen/>zwei", "einszwei"),
        ("<text:date>3.5.2019</text:date>", "3.5.2019"),
        ("<text:ruby><text:ruby-base>Wort</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>", "Wort"),
    ],
)
def test_pieces_of_a_paragraph(read: Read, inside: str, text: str) -> None:
    assert texts(read(p(inside))) == [text]


STYLES = """
<style:style style:name="Title"/>
<style:style style:name="Kopf" style:parent-style-name="Title"/>
<style:style style:name="Fett"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Neu"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Ende"><style:paragraph-properties fo:break-after="page"/></style:style>
<style:style style:name="Quer" style:master-page-name="Querformat"/>
"""


def test_headings(read: Read) -> None:
    body = (
        p("Titel", "Kopf") + '<text:h text:outline-level="2">Zwei</text:h>' + p("fett", "Fett")
        + p('<text:span text:style-name="Fett">auch fett</text:span>') + p("Satz.", "Fett")
        + p('<text:span text:style-name="Fett">Ort:</text:span> Berlin')
    )  # fmt: skip
    blocks = read(body, styles=STYLES).pages[0].blocks
    assert [(block.kind.value, block.level) for block in blocks] == [
        ("heading", 1), ("heading", 2), ("heading", 0), ("heading", 0), ("paragraph", 0), ("paragraph", 0),
    ]  # fmt: skip


def test_pages(read: Read) -> None:
    body = p("1") + p("2", "Neu") + p("<text:soft-page-break/>3") + p("4", "Quer") + p("5", "Ende") + p("6")
    pages = [page.text for page in read(body, styles=STYLES).pages]
    assert pages == ["1", "2", "3", "4\n5", "6"]


LISTS = """
<text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="TOP " style:num-suffix=":"/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>
  <text:list-level-style-bullet text:level="3" text:bullet-char="-"/>
</text:list-style>
"""


def items(*contents: str, more: str = "") -> str:
    each = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f'<text:list text:style-name="L" {more}>{each}</text:list>'


def test_lists_are_numbered(read: Read) -> None:
    inner = items(p("a"), p("b") + items(p("tief")))
    body = (
        items(p("eins"), p("zwei") + p("weiter") + inner)
        + p("Text")
        + items(p("drei"), more='text:continue-numbering="true"')
    )
    blocks = read(body + items(p("neu")), automatic=LISTS).pages[0].blocks
    assert [(block.text, block.level) for block in blocks] == [
        ("TOP 1: eins", 1), ("TOP 2: zwei", 1), ("weiter", 1), ("2.a) a", 2), ("2.b) b", 2), ("• tief", 3), ("Text", 0),
        ("TOP 3: drei", 1), ("TOP 1: neu", 1),
    ]  # fmt: skip


def test_a_list_without_a_style_has_bullets(read: Read) -> None:
    assert texts(read(items(p("a")))) == ["• a"]


def test_a_number_may_be_set(read: Read) -> None:
    body = items(p("a")).replace("<text:list-item>", '<text:list-item text:start-value="7">')
    assert texts(read(body, automatic=LISTS)) == ["TOP 7: a"]


def test_a_table_of_one_column_is_a_frame_and_may_begin_a_page(read: Read) -> None:
    row = f"<table:table-row>{CELL.format('', p('zwei') + p('drei'))}</table:table-row>"
    reading = read(p("eins") + f'<table:table table:style-name="Quer">{row}</table:table>', styles=STYLES)
    assert [page.text for page in reading.pages] == ["eins", "zwei\ndrei"]


CELL = "<table:table-cell{}>{}</table:table-cell>"
REPEATED = ' table:number-columns-repeated="{}"'


def test_tables_with_repeated_cells(read: Read) -> None:
    cells = CELL.format("", p("Was")) + CELL.format(REPEATED.format(2), p("x")) + CELL.format(REPEATED.format(999), "")
    row = f"<table:table-row>{cells}</table:table-row>"
    body = p("davor") + f"<table:table><table:table-rows>{row}{row}</table:table-rows></table:table>"
    assert read(body).pages[0].blocks[1].rows == (("Was", "x", "x", ""),) * 2


def test_notes_comments_and_boxes_follow_their_paragraph(read: Read) -> None:
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('Note')}</text:note-body></text:note>"
    )
    comment = f"<office:annotation><dc:creator>N. N.</dc:creator>{p('Kommentar')}</office:annotation>"
    box = f"<draw:frame><draw:text-box>{p('Kasten')}</draw:text-box></draw:frame>"
    assert shown(read(p(f"Text{note}{comment}{box} weiter"))) == [
        ("paragraph", "Text weiter"),
        ("note", "Note"),
        ("note", "Kommentar"),
        ("paragraph", "Kasten"),
    ]


def test_deleted_text_is_left_out(read: Read) -> None:
    region = f"<text:changed-region><text:deletion>{p('alt')}</text:deletion></text:changed-region>"
    deleted = f"<text:tracked-changes>{region}</text:tracked-changes>"
    assert texts(read(deleted + p("neu"))) == ["neu"]


def test_headers_and_footers_are_found_in_the_styles(read: Read) -> None:
    head, foot = p("Protokoll 3.5.2019"), p("Seite")
    running = f"<style:header>{head}</style:header><style:footer>{foot}</style:footer>"
    masters = f"<style:master-page>{running}</style:master-page>"
    reading = read(p("Text"), masters=masters * 2)
    assert shown(reading) == [("header", "Protokoll 3.5.2019"), ("paragraph", "Text"), ("footer", "Seite")]
    assert reading.title == "Treffen"


def test_a_presentation_has_a_page_a_slide(read: Read) -> None:
    title = f'<draw:frame presentation:class="title"><draw:text-box>{p("Titel")}</draw:text-box></draw:frame>'
    shape = f"<draw:g><draw:custom-shape>{p('Form')}</draw:custom-shape></draw:g>"
    notes = (
        f"<presentation:notes><draw:frame><draw:text-box>{p('Notiz')}</draw:text-box></draw:frame></presentation:notes>"
    )
    reading = read(f"<draw:page>{title}{shape}{notes}</draw:page><draw:page/>", "presentation")
    assert shown(reading) == [("heading", "Titel"), ("paragraph", "Form"), ("note", "Notiz")]
    assert len(reading.pages) == 2


def test_a_spreadsheet_has_a_page_a_sheet(read: Read) -> None:
    row = f"<table:table-row>{CELL.format('', p('Ort'))}{CELL.format('', p('Berlin'))}</table:table-row>"
    reading = read(f'<table:table table:name="Orte">{row}</table:table>', "spreadsheet")
    assert shown(reading) == [("heading", "Orte"), ("table", "Ort | Berlin")]


def test_an_encrypted_file_is_locked(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "file", "w") as archive:
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
        )
    assert extract(tmp_path / "file", TYPE + "text").outcome is Outcome.PASSWORD


def test_a_file_of_another_kind_is_broken(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "file", "w") as archive:
        archive.writestr("content.xml", "<a/>")
    assert extract(tmp_path / "file", TYPE + "text").outcome is Outcome.BROKEN


def test_headings_are_numbered_as_the_outline_says(read: Read) -> None:
    levels = (
        '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="a" text:display-levels="2"/>'
        '<text:outline-level-style text:level="3" style:num-format=""/>'
    )
    headings = [(1, "A"), (2, "B"), (2, "C"), (3, "D"), (1, "E"), (2, "F")]
    body = "".join(f'<text:h text:outline-level="{level}">{text}</text:h>' for level, text in headings)
    body += (
        '<text:h text:outline-level="1" text:is-list-header="true">G</text:h><text:h text:outline-level="4">H</text:h>'
    )
    reading = read(body, styles=f'<text:outline-style style:name="Outline">{levels}</text:outline-style>')
    assert texts(reading) == ["1. A", "1.a B", "1.b C", "D", "2. E", "2.a F", "G", "H"]


@pytest.mark.parametrize("name", ["styles.xml", "meta.xml", "META-INF/manifest.xml"])
def test_a_damaged_part_loses_no_text(tmp_path: Path, read: Read, name: str) -> None:
    read(p("Text"))
    with ZipFile(tmp_path / "file") as whole, ZipFile(tmp_path / "other", "w") as other:
        for member in whole.namelist():
            other.writestr(member, b"<kaputt" if member == name else whole.read(member))
        if name not in whole.namelist():
            other.writestr(name, b"<kaputt")
    assert texts(extract(tmp_path / "other", TYPE + "text")) == ["Text"]
