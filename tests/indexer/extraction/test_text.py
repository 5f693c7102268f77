"""Plain text."""

from pathlib import Path

import pytest

from indexer.extraction.decoding import LONGEST
from indexer.extraction.extract import extract
from indexer.extraction.pages import Outcome
from tests.indexer.extraction.making import shown, texts


@pytest.mark.parametrize(
    "content",
    ["Grüße – gut".encode(), "Grüße – gut".encode("utf-8-sig"), "Grüße – gut".encode("utf-16"),
     "Grüße – gut".encode("cp1252"), "Gru\u0308ße – gut".encode()],
)  # fmt: skip
def test_encodings(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert texts(extract(tmp_path / "file", "text/plain")) == ["Grüße – gut"]


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("eins\r\n\r\nzwei\fdrei", newline="")
    reading = extract(tmp_path / "file", "text/plain")
    assert [(page.number, page.label, page.text) for page in reading.pages] == [
        (1, "1", "eins\nzwei"),
        (2, "2", "drei"),
    ]
    assert shown(reading)[0] == ("paragraph", "eins")


@pytest.mark.parametrize("content", [b"", b" \n\t\n"])
def test_nothing_but_blanks_is_no_text(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert extract(tmp_path / "file", "text/plain").outcome is Outcome.NO_TEXT


def test_a_file_longer_than_any_text_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file:
        file.truncate(LONGEST + 1)
    assert extract(tmp_path / "file", "text/plain").outcome is Outcome.TOO_LARGE
