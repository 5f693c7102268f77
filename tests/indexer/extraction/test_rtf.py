"""RTF."""

from pathlib import Path

from indexer.extraction.extract import extract
from tests.indexer.extraction.making import shown

SOURCE = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}
{\header \pard Protokoll \b 2019\b0\par}{\headerr \pard Protokoll \b 2019\b0\par}{\footer\pard Seite \{1\}\par}
\pard Gr\'fc\'dfe aus \u8222"Gotha\u8220"\par
\pard\bullet  Punkt\par
\trowd\cellx100\cellx200\intbl Was\cell Wer\cell\row
\trowd\cellx100\cellx200\intbl Brief\cell N. N.\cell\row
\pard Ende \u-10179?\u-8704?\par}"""


def test_text_tables_and_running_heads(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(SOURCE)
    assert shown(extract(tmp_path / "file", "application/rtf")) == [
        ("header", "Protokoll 2019"),
        ("paragraph", "Grüße aus „Gotha“"),
        ("item", "• Punkt"),
        ("table", "Was | Wer\nBrief | N. N."),
        ("paragraph", "Ende 😀"),
        ("footer", "Seite {1}"),
    ]


def test_a_mark_in_the_wrong_place_hides_no_text(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(r"{\rtf1\ansi {\*\generator X;}\pard{\loch\b0\*\cs7\cf0 Der Text}\par}")
    assert shown(extract(tmp_path / "file", "application/rtf")) == [("paragraph", "Der Text")]
