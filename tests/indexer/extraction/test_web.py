"""Web pages."""

from pathlib import Path

import pytest

from indexer.extraction.extract import extract
from indexer.extraction.pages import Reading
from tests.indexer.extraction.making import shown


def read(folder: Path, body: str, head: str = "") -> Reading:
    (folder / "file").write_text(f"<html><head>{head}</head><body>{body}</body></html>")
    return extract(folder / "file", "text/html")


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<p>eins <b>zwei</b>\n  drei</p>", [("paragraph", "eins zwei drei")]),
        ("<div>eins<p>zwei</p>drei</div>", [("paragraph", "eins"), ("paragraph", "zwei"), ("paragraph", "drei")]),
        ("eins<br>zwei", [("paragraph", "eins\nzwei")]),
        ("<h2>Titel <i>zwei</i></h2>", [("heading", "Titel zwei")]),
        ("<ul><li>a<li><p>b</p><p>c</p></ul>", [("item", "• a"), ("item", "• b"), ("paragraph", "c")]),
        ("<ol><li>a</li><li>b <em>c</em></li></ol>", [("item", "1. a"), ("item", "2. b c")]),
        ("<script>x</script><style>y</style><nav>z</nav><p>Text</p><!-- weg -->", [("paragraph", "Text")]),
        ("<table><tr><th>Was<th>Wer<tr><td>A <b>B</b><td>C</table>", [("table", "Was | Wer\nA B | C")]),
        (
            "<table><tr><td><h1>Seite</h1><h2>Teil</h2></td><td><p>Text</p></td></tr></table>",
            [("heading", "Seite"), ("heading", "Teil"), ("paragraph", "Text")],
        ),
        ("<p>A &amp; B &lt; C&nbsp;D</p>", [("paragraph", "A & B < C D")]),
    ],
)
def test_blocks(tmp_path: Path, body: str, blocks: list[tuple[str, str]]) -> None:
    assert shown(read(tmp_path, body)) == blocks


def test_levels(tmp_path: Path) -> None:
    body = "<h3>Titel</h3><ul><li>a<ul><li>b</li></ul></li></ul>"
    assert [block.level for block in read(tmp_path, body).pages[0].blocks] == [3, 1, 2]


def test_the_title(tmp_path: Path) -> None:
    assert read(tmp_path, "<p>Text</p>", "<title>Treffen in Gotha</title>").title == "Treffen in Gotha"


def test_deep_nesting_is_read(tmp_path: Path) -> None:
    assert shown(read(tmp_path, "<div>" * 3000 + "tief"))[-1] == ("paragraph", "tief")


def test_old_encodings(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes("<p>Grüße</p>".encode("cp1252"))
    assert shown(extract(tmp_path / "file", "text/html")) == [("paragraph", "Grüße")]
