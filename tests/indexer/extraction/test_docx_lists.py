"""Numbers of lists, which stand nowhere in the text of a DOCX file."""

from collections.abc import Callable, Iterable

import pytest

from indexer.extraction.counting import written
from indexer.extraction.pages import Reading
from tests.indexer.extraction.making import p, texts


def level(number: int, number_format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(levels: Iterable[str], lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}'


def item(text: str, depth: int = 0, list_id: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_an_agenda_is_numbered_as_it_is_printed(read_body: Callable[..., Reading]) -> None:
    levels = [level(0, "decimal", "TOP %1:"), level(1, "lowerLetter", "%1%2)"), level(2, "bullet", "\uf0b7")]
    body = item("Begrüßung") + item("Haushalt") + item("Plan", 1) + item("Punkt", 2) + item("Wahl") + item("x", 1)
    reading = read_body(body, numbering=numbering(levels))
    assert texts(reading) == ["TOP 1: Begrüßung", "TOP 2: Haushalt", "2a) Plan", "• Punkt", "TOP 3: Wahl", "3a) x"]
    assert [block.level for block in reading.pages[0].blocks] == [1, 1, 2, 3, 1, 2]


def test_a_list_may_start_anywhere_and_begin_anew(read_body: Callable[..., Reading]) -> None:
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b") + item("c", 0, 2) + item("d", 0, 2) + item("e")
    reading = read_body(body, numbering=numbering([level(0, "decimal", "%1.")], lists))
    assert texts(reading) == ["1. a", "2. b", "5. c", "6. d", "7. e"]


def test_a_list_may_have_a_level_of_its_own(read_body: Callable[..., Reading]) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1")}</w:lvlOverride>'
    lists = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{own}</w:num>'
    reading = read_body(item("a") + item("b"), numbering=numbering([level(0, "decimal", "%1.")], lists))
    assert texts(reading) == ["I a", "II b"]


STYLES = """
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def test_numbers_come_through_styles(read_body: Callable[..., Reading]) -> None:
    linked = '<w:pStyle w:val="H3"/>'
    levels = [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3", linked)]
    body = "".join(p(name, f'<w:pStyle w:val="{name}"/>') for name in ("H1", "H2", "H2", "H3", "H1"))
    without = p("ohne", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    reading = read_body(body + without, styles=STYLES, numbering=numbering(levels))
    assert texts(reading) == ["1. H1", "1.1 H2", "1.2 H2", "1.2.1 H3", "2. H1", "ohne"]
    assert {block.kind.value for block in reading.pages[0].blocks} == {"heading"}


def test_a_numbering_style_stands_in_for_a_list(read_body: Callable[..., Reading]) -> None:
    stand_in = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    content = stand_in + numbering([level(0, "decimal", "(%1)")], lists)
    assert texts(read_body(item("a", 0, 2) + item("b"), styles=STYLES, numbering=content)) == ["(1) a", "(2) b"]


@pytest.mark.parametrize(
    ("more", "label"),
    [("<w:isLgl/>", "1.1"), ("", "I.1"), ('<w:lvlRestart w:val="0"/>', "I.1")],
)
def test_legal_numbers_are_written_in_figures(read_body: Callable[..., Reading], more: str, label: str) -> None:
    levels = [level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", more)]
    assert texts(read_body(item("a") + item("b", 1), numbering=numbering(levels)))[1] == f"{label} b"


def test_a_level_may_go_on_counting(read_body: Callable[..., Reading]) -> None:
    levels = [level(0, "upperLetter", "%1"), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')]
    body = item("x") + item("a", 1) + item("y") + item("b", 1)
    assert texts(read_body(body, numbering=numbering(levels))) == ["A x", "1. a", "B y", "2. b"]


def test_an_empty_item_counts_as_word_counts_it(read_body: Callable[..., Reading]) -> None:
    reading = read_body(item("a") + item("") + item("b"), numbering=numbering([level(0, "decimal", "%1.")]))
    assert texts(reading) == ["1. a", "3. b"]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (1, "lowerLetter", "a"), (26, "upperLetter", "Z"),
        (28, "lowerLetter", "bb"), (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (2, "ordinal", "2."),
        (5, "none", ""), (5, "chineseCounting", "5"),
    ],
)  # fmt: skip
def test_numbers_are_written(value: int, number_format: str, text: str) -> None:
    assert written(value, number_format) == text
