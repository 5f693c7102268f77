"""Reads DOC, the format of Word before 2007, by LibreOffice or antiword, where one is installed."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from indexer.extraction.contents import Contents, numbered, table
from indexer.extraction.docx.reader import read_docx
from indexer.extraction.errors import BrokenError, LockedError, UnreadableError, UnsupportedError
from indexer.extraction.flow import blocks_of_lines
from indexer.extraction.libreoffice import convert
from indexer.extraction.normal import normal
from indexer.extraction.pages import Block
from indexer.extraction.programs import run

#: How files of Word 97, Word 6 and Word 2 begin; LibreOffice would take any other file for plain text.
SIGNATURES = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xdb\xa5", b"\x31\xbe")
#: Seconds either tool may take, so that the other can still try; LibreOffice needs 2 to 4 to start.
SECONDS = 12
#: What antiword draws between the cells of a row.
CELL_BORDER = "|"


def read_doc(path: Path) -> Contents:
    """Read a DOC file by LibreOffice, or else by antiword, which leaves out headers, bullets and what is a heading.

    Raises:
        UnsupportedError: Neither is installed.
        LockedError, BrokenError: None that is installed can read it.
    """
    with path.open("rb") as file:
        if not file.read(len(SIGNATURES[0])).startswith(SIGNATURES):
            raise BrokenError("It does not begin as files of Word do.")
    failure: UnreadableError = UnsupportedError("Neither LibreOffice nor antiword is installed.")
    for program, read in (("soffice", _by_libreoffice), ("antiword", _by_antiword)):
        if tool := shutil.which(program):
            try:
                return read(tool, path)
            except BrokenError as error:
                failure = error
            except TimeoutError as error:
                failure = BrokenError(str(error))
    raise failure


def _by_antiword(tool: str, path: Path) -> Contents:
    """Read the text antiword prints, without line breaks of its own."""
    done = run([tool, "-m", "UTF-8.txt", "-w", "0", str(path)], SECONDS)
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip()
        raise (LockedError if "Encrypted" in message else BrokenError)(message)
    text = normal(done.stdout.decode(errors="replace"))
    return Contents(numbered(_blocks(page) for page in text.split("\f")), tool="antiword")


def _blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a page."""
    for is_row, lines in groupby(text.split("\n"), key=lambda line: line.startswith(CELL_BORDER)):
        if is_row:
            yield table([cell.strip() for cell in line.split(CELL_BORDER)[1:-1]] for line in lines)
        else:
            yield from blocks_of_lines(lines)


def _by_libreoffice(tool: str, path: Path) -> Contents:
    """Let LibreOffice write the file as DOCX, and read that."""
    with TemporaryDirectory() as folder:
        return replace(read_docx(convert(tool, path, "docx", Path(folder), SECONDS)), tool="LibreOffice")
