"""Where pages end in a DOCX file."""

from collections.abc import Callable

import pytest

from indexer.extraction.pages import Reading
from tests.indexer.extraction.making import p

RENDERED = "<w:lastRenderedPageBreak/>"
BREAK = '<w:br w:type="page"/>'
SECTION = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'


def pages(reading: Reading) -> list[str]:
    return [page.text for page in reading.pages]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("eins") + p("zwei"), ["eins\nzwei"]),
        (p("eins") + f"<w:p><w:r>{BREAK}<w:t>zwei</w:t></w:r></w:p>", ["eins", "zwei"]),
        (f"<w:p><w:r><w:t>eins</w:t>{RENDERED}<w:t>zwei</w:t></w:r></w:p>", ["eins", "zwei"]),
        (p("eins") + f"<w:p><w:r>{BREAK}</w:r></w:p><w:p><w:r>{RENDERED}<w:t>zwei</w:t></w:r></w:p>", ["eins", "zwei"]),
        (p("eins") + p("zwei", "<w:pageBreakBefore/>"), ["eins", "zwei"]),
        (p("eins") + p("zwei", '<w:pageBreakBefore w:val="0"/>'), ["eins\nzwei"]),
        (p("eins", SECTION.format("nextPage")) + p("zwei"), ["eins", "zwei"]),
        (p("eins", SECTION.format("continuous")) + p("zwei"), ["eins\nzwei"]),
        (p("eins") + f"<w:p><w:r>{BREAK}</w:r></w:p>", ["eins"]),
    ],
)
def test_pages(read_body: Callable[..., Reading], body: str, expected: list[str]) -> None:
    assert pages(read_body(body)) == expected


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{each}</w:tc>' for each in cells)}</w:tr>"


def broken(before: str, after: str) -> str:
    return f"<w:p><w:r><w:t>{before}</w:t>{RENDERED}<w:t>{after}</w:t></w:r></w:p>"


def test_a_table_goes_on_over_pages(read_body: Callable[..., Reading]) -> None:
    rows = [row(p("a"), p("b")), row(broken("", "c"), p("d")), row(broken("e", "f"), p("g")), row(p("h"), p("i"))]
    table = f"<w:tbl>{''.join(rows)}</w:tbl>"
    assert pages(read_body(table)) == ["a | b", "c | d\ne f | g", "h | i"]


def test_a_number_stands_behind_the_page_break(read_body: Callable[..., Reading]) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    properties = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = p("davor") + f"<w:p>{properties}<w:r>{RENDERED}<w:t>Wahl</w:t></w:r></w:p>"
    assert pages(read_body(body, numbering=numbering)) == ["davor", "1. Wahl"]
