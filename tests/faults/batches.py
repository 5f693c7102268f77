"""Batches of real files, whose bytes are new each time and whose text is the same."""

import hashlib
import io
import zipfile
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from tests.walk.server import Server

HOLDINGS = Path(__file__).parents[2] / "documents" / "holdings"

#: Sent alone, each in a request of its own, as pages with a script send them …
ALONE = (
    "protokoll-standorttreffen-hamburg-2019.pdf",
    "protokoll-regionaltreffen-west-wuppertal-2019.docx",
    "infobrief_2019-05.txt",
)
#: … together in one request, as a form sends them …
TOGETHER = ("methode-persona.md", "steckbrief-gotha.docx")
#: … and within a ZIP.
PACKED = ("methode-world-cafe.odt", "standorttreffen_digital_mai2020_mitschrift.txt")


@dataclass(frozen=True, slots=True)
class File:
    """A file someone sends."""

    name: str
    content: bytes

    @property
    def checksum(self) -> str:
        """SHA-256 of its bytes, in lower-case hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that are sent one after the other: each tuple in one request."""

    requests: tuple[tuple[File, ...], ...]
    #: Within one ZIP, sent last.
    packed: tuple[File, ...]

    @property
    def checksums(self) -> frozenset[str]:
        """Checksums of all files that a reader expects to find."""
        return frozenset(each.checksum for files in (*self.requests, self.packed) for each in files)

    def without(self, answered: AbstractSet[str]) -> "Batch":
        """Return what has to be sent again: every request of which not all was answered."""
        return Batch(
            tuple(files for files in self.requests if not _checksums(files) <= answered),
            () if _checksums(self.packed) <= answered else self.packed,
        )


def batch(number: int) -> Batch:
    """Return the batch of a round."""
    alone = tuple((variant(name, number),) for name in ALONE)
    together = tuple(variant(name, number) for name in TOGETHER)
    return Batch((*alone, together), tuple(variant(name, number) for name in PACKED))


def send(server: Server, files: Batch, answered: set[str]) -> None:
    """Send a batch, and add the checksums of what the server says it took to those that were answered.

    Raises:
        OSError: The server is gone.
        HTTPException: It went while it answered.
    """
    for together in files.requests:
        _send(server, [(each.name, each.content) for each in together], together, answered)
    if files.packed:
        _send(server, [("alles.zip", _zipped(files.packed))], files.packed, answered)


def _send(server: Server, sent: list[tuple[str, bytes]], expected: tuple[File, ...], answered: set[str]) -> None:
    status, page = server.upload_all(sent)
    assert status == 303, page
    answered |= _checksums(expected)


def _checksums(files: tuple[File, ...]) -> frozenset[str]:
    return frozenset(each.checksum for each in files)


def variant(name: str, number: int) -> File:
    """Return a sample with other bytes and the same text, which are the same for a number."""
    content = (HOLDINGS / name).read_bytes()
    suffix = Path(name).suffix
    if suffix == ".pdf":
        return File(name, content + f"\n% {number}\n".encode())
    if suffix in {".docx", ".odt"}:
        return File(name, _with_comment(content, f"Sendung {number}"))
    return File(name, content.rstrip(b"\n") + b"\n" * (number + 1))


def _with_comment(content: bytes, comment: str) -> bytes:
    """Return a ZIP with another comment at its end, which no reader of office documents shows."""
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = comment.encode()
    return buffer.getvalue()


def _zipped(files: tuple[File, ...]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pack:
        for each in files:
            pack.writestr(each.name, each.content)
    return buffer.getvalue()
