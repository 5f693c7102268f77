"""Office files are printed beside, and what is printed goes with them."""

import http.server
import shutil
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.erasure import ErasureReason
from indexer.extraction.isolation import Extractor
from indexer.extraction.limits import Limits
from indexer.index.renditions import Renditions
from indexer.rendering import Rendering
from tests.indexer.workshop import Workshop

CHECKLIST = Path(__file__).parents[2] / "documents" / "holdings" / "checkliste-mikroprojekt.docx"

installed = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@pytest.fixture
def rendering(workshop: Workshop) -> Iterator[Rendering]:
    with Extractor() as extractor:
        renditions = Renditions(workshop.archive.home.renditions)
        yield Rendering(workshop.archive, workshop.texts, renditions, extractor)


def take_in(workshop: Workshop) -> tuple[str, str]:
    """Take in a Word file, read it, and return its code and checksum."""
    code = workshop.take_in("file.docx", CHECKLIST.read_bytes())
    workshop.indexing.catch_up()
    return code, workshop.archive.describe(code).checksum


def files(rendering: Rendering) -> list[str]:
    return sorted(path.name for path in rendering.renditions.folder.rglob("*"))


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let a script be the only program there is."""
    (folder / "programs").mkdir()
    (folder / "programs" / "soffice").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "programs" / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder / "programs"))


@pytest.mark.system
@installed
def test_a_word_file_is_printed_once_and_erased_with_it(workshop: Workshop, rendering: Rendering) -> None:
    code, checksum = take_in(workshop)
    assert rendering.next()
    assert not rendering.next()
    first, *_ = rendering.renditions.page_texts(checksum)
    assert first.startswith("Checkliste")
    path = rendering.renditions.path(checksum)
    assert path
    assert path.read_bytes().startswith(b"%PDF")
    assert files(rendering) == [f"{checksum}.pdf", f"{checksum}.txt"]
    workshop.archive.erase(code, "", ErasureReason.REQUESTED)
    workshop.indexing.catch_up()
    assert files(rendering) == []


@pytest.mark.system
@installed
def test_a_file_that_is_erased_while_it_is_printed_leaves_nothing(
    workshop: Workshop, rendering: Rendering, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _ = take_in(workshop)
    real = Renditions.keep

    kept = []

    def keep_late(*told: object) -> None:
        kept.append(told)
        workshop.archive.erase(code, "", ErasureReason.REQUESTED)
        workshop.indexing.catch_up()
        real(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(Renditions, "keep", keep_late)
    assert rendering.next()
    assert kept
    assert files(rendering) == []


def test_without_libreoffice_nothing_is_printed(
    workshop: Workshop, rendering: Rendering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    _, checksum = take_in(workshop)
    assert not rendering.next()
    assert rendering.renditions.path(checksum) is None
    assert rendering.renditions.page_texts(checksum) == ()


@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        'for last; do :; done; echo "kein PDF" > "${last%/*}/file.pdf"',
        "while :; do :; done",
        'kill -9 "$PPID"',
    ],
)
def test_what_cannot_be_printed_is_tried_once_and_leaves_nothing(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    _, checksum = take_in(workshop)
    install(tmp_path, monkeypatch, script)
    renditions = Renditions(workshop.archive.home.renditions)
    with Extractor(Limits(seconds=2.0, seconds_to_print=1.0)) as extractor:
        rendering = Rendering(workshop.archive, workshop.texts, renditions, extractor)
        assert rendering.next()
        assert not rendering.next()
    assert renditions.path(checksum) is None
    assert files(rendering) == []


def test_what_a_dead_process_left_is_cleared_away(tmp_path: Path) -> None:
    renditions = Renditions(tmp_path / "renditions")
    (renditions.folder / "making-x" / "profile").mkdir(parents=True)
    (renditions.folder / "abc.pdf").write_bytes(b"%PDF")
    renditions.clean()
    assert [path.name for path in renditions.folder.iterdir()] == ["abc.pdf"]


MANIFEST = """<?xml version="1.0"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
CALLING = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"><office:body><office:text>
<text:p>Hallo <draw:frame svg:width="5cm" svg:height="5cm" text:anchor-type="as-char">
<draw:image xlink:href="http://127.0.0.1:{port}/bild.png" xlink:type="simple"/></draw:frame></text:p>
</office:text></office:body></office:document-content>"""


@pytest.mark.system
@installed
def test_a_file_cannot_have_the_archive_ask_other_places(
    workshop: Workshop, rendering: Rendering, tmp_path: Path
) -> None:
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append("asked")
            self.close_connection = True

    with http.server.HTTPServer(("127.0.0.1", 0), Listener) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        with zipfile.ZipFile(tmp_path / "calling.odt", "w") as pack:
            pack.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            pack.writestr("META-INF/manifest.xml", MANIFEST)
            pack.writestr("content.xml", CALLING.format(port=server.server_port))
        code = workshop.take_in("calling.odt", (tmp_path / "calling.odt").read_bytes())
        workshop.indexing.catch_up()
        assert rendering.next()
        server.shutdown()
        thread.join()
    assert rendering.renditions.page_texts(workshop.archive.describe(code).checksum) == ("Hallo",)
    assert asked == []
