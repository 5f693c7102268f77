"""Packs: ZIP files whose members are taken into custody one by one, none of them trusted."""

import re
import stat
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from archive.errors import EmptyPackError, PackFault, UnsafePackError
from archive.media import is_system_file
from archive.store import CHUNK
from archive.zips import UNREADABLE, open_zip

#: Members; more were never seen in a pack made by hand.
MOST_MEMBERS = 5_000
#: Bytes of all members together, unpacked.
LARGEST_TOTAL = 4 * 1024**3
#: How many times larger than packed a member may be. Text reaches 20, an empty scan 200; bombs start at 1,000.
LARGEST_RATIO = 500
#: Bytes unpacked below which the ratio does not matter: a form full of blanks is no attack.
HARMLESS = 10 * 1024**2

#: Between the name of a pack and the name of its member.
SEPARATOR = "!/"

#: Bits of a member's flags [APPNOTE.TXT 4.4.4].
ENCRYPTED = 0x1
UTF8_NAME = 0x800

#: Kinds of file, as Unix marks them, that a member may be; 0 is unmarked.
PLAIN_KINDS = frozenset({0, stat.S_IFREG, stat.S_IFDIR})

_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an open pack."""

    #: With the pack's own, e.g. "outer.zip!/folder/inner.pdf", in NFC.
    name: str
    pack: ZipFile
    info: ZipInfo

    @contextmanager
    def unpacked(self, spool: Path) -> Iterator[Path]:
        """Give the member as a file in the folder `spool`, for as long as it is needed.

        Raises:
            UnsafePackError: The member is damaged; others of the pack may still be sound.
        """
        with tempfile.NamedTemporaryFile(dir=spool) as file:
            for chunk in self._content():
                file.write(chunk)
            file.flush()
            yield Path(file.name)

    def _content(self) -> Iterator[bytes]:
        try:
            with self.pack.open(self.info) as packed:
                while chunk := packed.read(CHUNK):
                    yield chunk
        except UNREADABLE as error:
            raise UnsafePackError(PackFault.DAMAGED, self.name) from error


@contextmanager
def open_pack(path: Path, name: str) -> Iterator[tuple[Member, ...]]:
    """Give the members of a pack, in its order, without folders and system files; nothing is unpacked yet.

    Packs inside the pack are members like others: the archive refuses them.

    Args:
        path: The ZIP file.
        name: What its owner calls it.

    Raises:
        UnsafePackError: The pack is damaged or locked, leads out of its folder, or is made to fill the disk.
        EmptyPackError: It has no such members.
    """
    with open_zip(path) as pack:
        for info in pack.infolist():
            _refuse_unsafe(info)
        infos = [info for info in pack.infolist() if not info.is_dir()]
        _refuse_bombs(infos)
        documents = (info for info in infos if not is_system_file(_name(info)))
        members = tuple(Member(f"{name}{SEPARATOR}{_name(info)}", pack, info) for info in documents)
        if not members:
            raise EmptyPackError
        yield members


def _refuse_bombs(infos: list[ZipInfo]) -> None:
    """Refuse packs that would fill the disk; unpacking never yields more than the sizes stated here."""
    if len(infos) > MOST_MEMBERS:
        raise UnsafePackError(PackFault.TOO_MANY)
    if sum(info.file_size for info in infos) > LARGEST_TOTAL:
        raise UnsafePackError(PackFault.TOO_LARGE)
    for info in infos:
        if info.file_size > max(HARMLESS, LARGEST_RATIO * info.compress_size):
            raise UnsafePackError(PackFault.BOMB, _name(info))


def _refuse_unsafe(info: ZipInfo) -> None:
    """Refuse what could lead, or was meant to lead, out of the folder in which it is unpacked."""
    name = _name(info)
    if not name:
        raise UnsafePackError(PackFault.DAMAGED)
    if info.flag_bits & ENCRYPTED:
        raise UnsafePackError(PackFault.ENCRYPTED, name)
    if stat.S_IFMT(info.external_attr >> 16) not in PLAIN_KINDS:
        raise UnsafePackError(PackFault.NOT_A_FILE, name)
    if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
        raise UnsafePackError(PackFault.LEADS_OUTSIDE, name)


def _name(info: ZipInfo) -> str:
    """Return a member's name as its maker wrote it.

    Without the mark for UTF-8 a name is in the old encoding of DOS, except that many programs forget the mark.
    """
    name = info.orig_filename.split("\0")[0]
    if not info.flag_bits & UTF8_NAME:
        name = _from_utf8(name.encode("cp437")) or name
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _from_utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
