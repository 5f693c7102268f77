"""Markdown as minutes are written in it."""

from pathlib import Path

import pytest

from indexer.extraction.extract import extract
from indexer.extraction.markdown.inline import plain
from indexer.extraction.pages import Block, BlockKind, Reading
from tests.indexer.extraction.making import shown


def read(folder: Path, text: str) -> Reading:
    (folder / "file.md").write_text(text)
    return extract(folder / "file.md", "text/markdown")


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**Wann?:** 27.03.2017", "Wann?: 27.03.2017"),
        ("_kursiv_ und *auch* und ***beides***", "kursiv und auch und beides"),
        ("snake_case_name und 2*3*4", "snake_case_name und 2*3*4"),
        ("Teilnehmer*innen und Freund*innen", "Teilnehmer*innen und Freund*innen"),
        ("**fett**gedruckt", "fettgedruckt"),
        ("~~alt~~ ==neu== `code`", "alt neu code"),
        ("[Anleitung](https://example.org/a_(b)) hier", "Anleitung hier"),
        ("![Foto vom Fest](fest.jpg)", "Foto vom Fest"),
        ("[Text][1] und [[Seite|Name]]", "Text und Name"),
        ("<https://example.org> <mail@example.org>", "https://example.org mail@example.org"),
        ("eins<br/>zwei <span class='x'>drei</span>", "eins\nzwei drei"),
        ("A &amp; B -&gt; C", "A & B -> C"),
        (r"\*kein\* \# Zeichen", "*kein* # Zeichen"),
        ("Fußnote[^1] weg", "Fußnote weg"),
        ("** Satzung:**", "Satzung:"),
        ("5 < 6 und 7 > 3", "5 < 6 und 7 > 3"),
    ],
)
def test_marks_go_and_words_stay(marked: str, words: str) -> None:
    assert plain(marked) == words


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# Protokoll", [("heading", "Protokoll")]),
        ("##TOP 6. Beschluss", [("heading", "TOP 6. Beschluss")]),
        ("### Titel ###", [("heading", "Titel")]),
        ("#5 Türstatus", [("paragraph", "#5 Türstatus")]),
        ("Titel\n=====\nText", [("heading", "Titel"), ("paragraph", "Text")]),
        ("Titel\n---\n", [("heading", "Titel")]),
        ("eins\n\n---\n\nzwei", [("paragraph", "eins"), ("paragraph", "zwei")]),
        ("Themen\n- a\n* b\n+ c", [("paragraph", "Themen"), ("item", "• a"), ("item", "• b"), ("item", "• c")]),
        ("1. eins\n2) zwei", [("item", "1. eins"), ("item", "2) zwei")]),
        ("\\- Kontostand  \n\\-- mehr  ", [("item", "• Kontostand"), ("item", "• mehr")]),
        ("- [ ] offen\n- [x] fertig", [("item", "☐ offen"), ("item", "☑ fertig")]),
        ("- Punkt\n  geht weiter\n\nneu", [("item", "• Punkt\ngeht weiter"), ("paragraph", "neu")]),
        ("**Themen:**\n- a", [("heading", "Themen:"), ("item", "• a")]),
        ("**Das ist wichtig.**", [("paragraph", "Das ist wichtig.")]),
        ("> zitiert\n> weiter", [("paragraph", "zitiert\nweiter")]),
        ("```\nls -l\n\n# kein Titel\n```\ndanach", [("paragraph", "ls -l\n\n# kein Titel"), ("paragraph", "danach")]),
        ("```\nohne Ende", [("paragraph", "ohne Ende")]),
        ("[1]: https://example.org\nText", [("paragraph", "Text")]),
        ("[^1]: Eine Note\ngeht weiter", [("note", "Eine Note\ngeht weiter")]),
        ("a <!-- weg\nauch weg --> b", [("paragraph", "a  b")]),
    ],
)
def test_blocks(tmp_path: Path, text: str, blocks: list[tuple[str, str]]) -> None:
    assert shown(read(tmp_path, text)) == blocks


def test_levels_of_headings_and_items(tmp_path: Path) -> None:
    text = "## Zwei\n- a\n  - b\n    - c\n- d\n\n# Eins\n- e"
    levels = [(block.text, block.level) for block in read(tmp_path, text).pages[0].blocks]
    assert levels == [("Zwei", 2), ("• a", 1), ("• b", 2), ("• c", 3), ("• d", 1), ("Eins", 1), ("• e", 1)]


def test_a_table_has_cells(tmp_path: Path) -> None:
    text = "| Was | Wer |\n|:--|--:|\n| **Einladung** | A \\| B |\nText"
    table, paragraph = read(tmp_path, text).pages[0].blocks
    assert table.rows == (("Was", "Wer"), ("Einladung", "A | B"))
    assert table.text == "Was | Wer\nEinladung | A | B"
    assert paragraph == Block(BlockKind.PARAGRAPH, "Text")


def test_front_matter_gives_the_title_and_is_no_text(tmp_path: Path) -> None:
    reading = read(tmp_path, '---\ndate: 2019-04-03\ntitle: "Treffen in Hamburg"\n---\nText')
    assert reading.title == "Treffen in Hamburg"
    assert shown(reading) == [("paragraph", "Text")]


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    assert [page.text for page in read(tmp_path, "eins\n\fzwei").pages] == ["eins", "zwei"]
