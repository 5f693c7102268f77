"""Whatever stands in a DOCX file is found, once and in its place."""

from collections.abc import Callable

import pytest

from indexer.extraction.pages import Block, BlockKind, Reading
from tests.indexer.extraction.making import p, shown, texts


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>eins</w:t><w:tab/><w:t>zwei</w:t></w:r>", "eins\tzwei"),
        ("<w:r><w:t>eins</w:t><w:br/><w:t>zwei</w:t><w:cr/><w:t>drei</w:t></w:r>", "eins\nzwei\ndrei"),
        ("<w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>Mail</w:t></w:r>", "E-Mail"),
        ("<w:r><w:t>Quar</w:t><w:softHyphen/><w:t>tier</w:t></w:r>", "Quartier"),
        (f'<w:ins w:id="1">{run("neu")}</w:ins>', "neu"),
        (f'<w:del w:id="1"><w:r><w:delText>alt</w:delText></w:r></w:del>{run("neu")}', "neu"),
        (f'<w:moveFrom w:id="1">{run("dort")}</w:moveFrom><w:moveTo w:id="2">{run("hier")}</w:moveTo>', "hier"),
        (f'<w:hyperlink r:id="r1">{run("Anleitung")}</w:hyperlink>', "Anleitung"),
        (f"<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{run('3.5.2019')}</w:sdtContent></w:sdt>", "3.5.2019"),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Klicken')}</w:sdtContent></w:sdt>"
            + run("Text"),
            "Text",
        ),
        (f'<w:fldSimple w:instr="DATE">{run("4.4.2019")}</w:fldSimple>', "4.4.2019"),
        (f"{FIELD}<w:r><w:instrText>PAGE</w:instrText></w:r>{run('7')}", "7"),
        (f'<w:smartTag w:element="place">{run("Hamburg")}</w:smartTag>', "Hamburg"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" erledigt"), "✓ erledigt"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + run(" Punkt"), "• Punkt"),
    ],
)
def test_pieces_of_a_paragraph(read_body: Callable[..., Reading], inside: str, text: str) -> None:
    assert texts(read_body(f"<w:p>{inside}</w:p>")) == [text]


def test_blocks_in_content_controls_and_insertions(read_body: Callable[..., Reading]) -> None:
    body = f"<w:sdt><w:sdtContent>{p('eins')}</w:sdtContent></w:sdt><w:customXml>{p('zwei')}</w:customXml>{p('drei')}"
    assert texts(read_body(body)) == ["eins", "zwei", "drei"]


BOX = "<w:txbxContent>{}</w:txbxContent>"


def test_a_text_box_is_read_once(read_body: Callable[..., Reading]) -> None:
    box = BOX.format(p("im Kasten"))
    body = (
        f"<w:p>{run('davor')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>{p('danach')}"
    )
    assert texts(read_body(body)) == ["davor", "im Kasten", "danach"]


def test_a_text_box_of_old_word_is_read(read_body: Callable[..., Reading]) -> None:
    fallback = f"<mc:Fallback><v:textbox>{BOX.format(p('im Kasten'))}</v:textbox></mc:Fallback>"
    body = f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='x'/>{fallback}</mc:AlternateContent></w:r></w:p>"
    assert texts(read_body(body)) == ["im Kasten"]


def cell(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


def test_tables_stand_in_their_place_with_their_cells(read_body: Callable[..., Reading]) -> None:
    inner = f"<w:tbl><w:tr>{cell(p('a'))}{cell(p('b'))}</w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr>{cell(p('Was'))}{cell(p('Wer'))}</w:tr>"
        f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell(p('gelöscht'))}{cell(p('x'))}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{cell(p('Brief') + p('schreiben'))}{cell(inner)}</w:tr></w:sdtContent></w:sdt>"
        "</w:tbl>"
    )
    blocks = read_body(p("davor") + table + p("danach")).pages[0].blocks
    rows = (("Was", "Wer"), ("Brief\nschreiben", "a | b"))
    assert blocks[1] == Block(BlockKind.TABLE, "Was | Wer\nBrief schreiben | a | b", rows=rows)
    assert (blocks[0].text, blocks[2].text) == ("davor", "danach")


def test_a_table_of_one_column_is_a_frame(read_body: Callable[..., Reading]) -> None:
    table = f"<w:tbl><w:tr>{cell(p('eins') + p('zwei'))}</w:tr></w:tbl>"
    assert shown(read_body(table)) == [("paragraph", "eins"), ("paragraph", "zwei")]


def test_headers_and_footers_once_each(read_body: Callable[..., Reading]) -> None:
    reading = read_body(p("Text"), header=p("Protokoll"), header2=p("Protokoll"), footer=p("Seite 1"), header3=p(""))
    assert shown(reading) == [("header", "Protokoll"), ("paragraph", "Text"), ("footer", "Seite 1")]


@pytest.mark.parametrize("kind", ["footnote", "endnote", "comment"])
def test_notes_follow_the_paragraph_of_their_mark(read_body: Callable[..., Reading], kind: str) -> None:
    body = f'<w:p>{run("Text")}<w:r><w:{kind}Reference w:id="2"/></w:r></w:p>{p("danach")}'
    notes = f'<w:{kind} w:id="0" w:type="separator">{p("-")}</w:{kind}><w:{kind} w:id="2">{p("Note")}</w:{kind}>'
    assert shown(read_body(body, **{f"{kind}s": notes})) == [
        ("paragraph", "Text"),
        ("note", "Note"),
        ("paragraph", "danach"),
    ]


def test_nothing_is_expanded_or_loaded(read_body: Callable[..., Reading]) -> None:
    assert texts(read_body(p("a &lt;b&gt; &amp;"))) == ["a <b> &"]
