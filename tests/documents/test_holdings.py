"""The built sample holdings are whole, readable, registered and recognisable as samples."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pypdfium2 as pdfium
import pytest
from lxml import etree
from pptx import Presentation

from archive.values import DatePrecision, DocumentKind, Visibility

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "documents"
HOLDINGS = DOCUMENTS / "holdings"
SEED = ROOT / "archive" / "seed"

NOTICE = "Beispieldokument (erfunden)"
LARGEST_TOTAL = 15_000_000
REGISTER = tomllib.loads((DOCUMENTS / "register.toml").read_text(encoding="utf-8"))["document"]
FILES = [entry["file"] for entry in REGISTER]


def _files(*suffixes: str) -> list[str]:
    return [file for file in FILES if Path(file).suffix in suffixes]


def _labels(name: str, field: str, folder: Path = SEED) -> set[str]:
    tables = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return {entry[field] for entry in chain.from_iterable(tables.values())}


@cache
def _pdf_text(path: Path) -> str:
    with pdfium.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _package_text(path: Path) -> str:
    with ZipFile(path) as package:
        members = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    return "\n".join("".join(map(str, etree.fromstring(member).itertext())) for member in members)


def _plain_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8" if path.suffix == ".md" else _encoding(path))


def _encoding(path: Path) -> str:
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


READERS: dict[str, Callable[[Path], str]] = {
    ".pdf": _pdf_text,
    ".docx": _package_text,
    ".odt": _package_text,
    ".pptx": _package_text,
    ".md": _plain_text,
    ".txt": _plain_text,
}


def _is_scan(file: str) -> bool:
    return file.endswith(".pdf") and not _pdf_text(HOLDINGS / file).strip()


def test_register_and_holdings_name_the_same_files() -> None:
    assert sorted(FILES) == sorted(path.name for path in HOLDINGS.iterdir())


def test_readme_lists_every_holding_and_no_other() -> None:
    readme = (DOCUMENTS / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\|\s*\[?`?([^|`\]]+\.(?:pdf|docx|odt|pptx|md|txt))`?", readme, re.MULTILINE)
    assert sorted(listed) == sorted(FILES)


def test_everything_stays_small() -> None:
    assert sum(path.stat().st_size for path in HOLDINGS.iterdir()) <= LARGEST_TOTAL


@pytest.mark.parametrize("file", _files(".docx"))
def test_word_documents_open(file: str) -> None:
    assert docx.Document(str(HOLDINGS / file)).paragraphs


@pytest.mark.parametrize("file", _files(".pptx"))
def test_presentations_open(file: str) -> None:
    assert len(Presentation(str(HOLDINGS / file)).slides) > 1


@pytest.mark.parametrize("file", _files(".odt"))
def test_open_documents_say_first_what_they_are(file: str) -> None:
    with ZipFile(HOLDINGS / file) as package:
        assert package.namelist()[0] == "mimetype"
        assert package.read("mimetype") == b"application/vnd.oasis.opendocument.text"


def test_exactly_one_pdf_is_without_text() -> None:
    assert len([file for file in FILES if _is_scan(file)]) == 1


@pytest.mark.parametrize("file", FILES)
def test_every_file_with_text_says_that_it_is_invented(file: str) -> None:
    if not _is_scan(file):
        path = HOLDINGS / file
        assert NOTICE in " ".join(READERS[path.suffix](path).split())


def test_text_files_come_in_two_encodings() -> None:
    encodings = {_encoding(HOLDINGS / file) for file in _files(".txt")}
    assert encodings == {"utf-8", "cp1252"}
    assert all("\N{REPLACEMENT CHARACTER}" not in _plain_text(HOLDINGS / file) for file in _files(".txt", ".md"))


def test_the_old_text_file_has_the_line_ends_of_its_time() -> None:
    for file in _files(".txt"):
        content = (HOLDINGS / file).read_bytes()
        crlf = _encoding(HOLDINGS / file) == "cp1252"
        assert content.count(b"\r\n") == (content.count(b"\n") if crlf else 0)


def test_exactly_one_file_is_a_copy_of_another() -> None:
    contents = [(HOLDINGS / file).read_bytes() for file in FILES]
    assert len(contents) - len(set(contents)) == 1


def test_word_numbers_some_agendas_itself() -> None:
    numbered = [file for file in _files(".docx") if 'w:val="TOP %1:"' in _part(file, "word/numbering.xml")]
    rich = [file for file in numbered if "w:txbxContent" in _part(file, "word/document.xml")]
    assert rich
    for file in rich:
        assert "TOP 1:" not in _package_text(HOLDINGS / file)
        assert "<w:ins " in _part(file, "word/document.xml")


def _part(file: str, name: str) -> str:
    with ZipFile(HOLDINGS / file) as package:
        return package.read(name).decode("utf-8")


def test_lines_are_really_hyphenated_in_office_prints() -> None:
    #: pdfium marks a hyphen at a line's end by this non-character.
    broken = "\ufffe"
    assert sum(_pdf_text(HOLDINGS / file).count(broken) for file in _files(".pdf")) >= 20


@pytest.mark.parametrize("entry", REGISTER, ids=FILES)
def test_labels_in_the_register_are_known(entry: dict[str, Any]) -> None:
    assert entry["title"]
    assert DocumentKind(entry["kind"])
    assert Visibility(entry["visibility"])
    assert DatePrecision(entry.get("precision", "Tag"))
    assert set(entry.get("topics", [])) <= _labels("topics", "label")
    assert set(entry.get("sites", [])) <= _labels("sites", "key")


@pytest.mark.parametrize("entry", REGISTER, ids=FILES)
def test_references_in_the_register_lead_somewhere(entry: dict[str, Any]) -> None:
    meetings = _labels("meetings", "key") | _labels("world", "key", DOCUMENTS)
    assert entry.get("meeting") in {None, *meetings}
    assert entry.get("version_of") in {None, *FILES[: FILES.index(entry["file"])]}


@pytest.mark.parametrize("entry", REGISTER, ids=FILES)
def test_dates_in_the_register_are_in_order(entry: dict[str, Any]) -> None:
    start = str(entry["date"])
    assert re.fullmatch(r"20(1[6-9]|2\d)(-\d\d){0,2}", start)
    assert start <= str(entry.get("date_end", start))


def test_topics_are_what_two_of_three_readers_chose() -> None:
    readers = json.loads((ROOT / "tests" / "labels" / "topics.json").read_text(encoding="utf-8"))
    truth = {entry["file"]: set(entry.get("topics", ())) for entry in REGISTER}
    chosen = {
        file: {topic for topic, count in Counter(chain.from_iterable(every)).items() if count >= len(every) - 1}
        for file, every in readers.items()
    }
    assert chosen == {file: truth[file] for file in readers}
