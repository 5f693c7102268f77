"""The table of readers, and what becomes of files that cannot be read."""

from pathlib import Path

import pytest

from indexer.extraction import extract as module
from indexer.extraction.extract import READERS, count_pages, extract
from indexer.extraction.pages import Outcome


@pytest.mark.parametrize(
    "media_type", sorted(set(READERS) - {"text/plain", "text/markdown", "text/html", "application/encrypted"})
)
@pytest.mark.parametrize("content", [b"", b"nonsense", bytes(range(256)) * 20])
def test_nonsense_is_broken_whatever_it_claims_to_be(tmp_path: Path, media_type: str, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    reading = extract(tmp_path / "file", media_type)
    assert reading.outcome in (Outcome.BROKEN, Outcome.UNSUPPORTED)
    assert reading.detail
    assert reading.media_type == media_type


def test_images_wait_for_recognition(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\x89PNG")
    assert extract(tmp_path / "file", "image/png").outcome is Outcome.NO_TEXT


def test_what_nothing_reads_is_unsupported(tmp_path: Path) -> None:
    assert extract(tmp_path / "file", "application/x-iso9660-image").outcome is Outcome.UNSUPPORTED


def test_an_encrypted_office_file_needs_a_password(tmp_path: Path) -> None:
    assert extract(tmp_path / "file", "application/encrypted").outcome is Outcome.PASSWORD


def test_a_missing_file_is_broken(tmp_path: Path) -> None:
    assert extract(tmp_path / "file", "text/plain").outcome is Outcome.BROKEN


def test_more_text_than_a_file_may_have_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_TEXT", 3)
    (tmp_path / "file").write_text("vier")
    reading = extract(tmp_path / "file", "text/plain")
    assert reading.outcome is Outcome.TOO_LARGE
    assert not reading.pages


def test_memory_that_is_not_there_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(_: Path) -> bytes:
        raise MemoryError

    monkeypatch.setattr(module, "READERS", {"text/plain": greedy})
    assert extract(tmp_path / "file", "text/plain").outcome is Outcome.TOO_LARGE


def test_only_pdf_counts_its_pages_before(tmp_path: Path) -> None:
    assert count_pages(tmp_path / "file", "text/plain") == 0
