"""Members of packs, none of them trusted."""

import stat
import struct
import unicodedata
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import packs
from archive.errors import PackFault, RefusalError, UnsafePackError
from archive.media import examine
from archive.packs import open_pack


def pack(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    """Write a ZIP file, compressed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members:
            file.writestr(name, content)
    return path


def marked(name: str, mode: int) -> zipfile.ZipInfo:
    """Return a member that Unix marks as a certain kind of file."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def names(path: Path) -> list[str]:
    """Return the members' names."""
    with open_pack(path, "outer.zip") as members:
        return [member.name for member in members]


def fault(path: Path) -> PackFault:
    """Return why a pack is refused."""
    with pytest.raises(UnsafePackError) as caught, open_pack(path, "outer.zip"):
        pass
    return caught.value.reason


def test_members_are_unpacked_one_by_one_and_tidied_away(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    spool.mkdir()
    path = pack(tmp_path / "a.zip", ("a.txt", b"eins"), ("Ordner/", b""), ("Ordner/b.txt", b"zwei"))
    unpacked = []
    with open_pack(path, "outer.zip") as members:
        for member in members:
            with member.unpacked(spool) as file:
                unpacked.append((member.name, file.read_bytes(), len(list(spool.iterdir()))))
    assert unpacked == [("outer.zip!/a.txt", b"eins", 1), ("outer.zip!/Ordner/b.txt", b"zwei", 1)]
    assert list(spool.iterdir()) == []


def test_system_files_are_passed_over(tmp_path: Path) -> None:
    left_behind = [("__MACOSX/._a.pdf", b"x"), (".DS_Store", b"x"), ("b/Thumbs.db", b"x"), ("~$a.docx", b"x")]
    assert names(pack(tmp_path / "a.zip", *left_behind, ("a.pdf", b"x"))) == ["outer.zip!/a.pdf"]


@pytest.mark.parametrize(
    ("raw", "flag", "name"),
    [
        ("Übergröße.txt".encode("cp437"), 0, "Übergröße.txt"),
        ("Übergröße.txt".encode(), 0x800, "Übergröße.txt"),
        ("Übergröße.txt".encode(), 0, "Übergröße.txt"),
        (unicodedata.normalize("NFD", "Übergröße.txt").encode(), 0x800, "Übergröße.txt"),
        (b"Ordner\\Datei.txt", 0, "Ordner/Datei.txt"),
    ],
    ids=["DOS", "UTF-8", "UTF-8 without its mark", "macOS", "backslash"],
)
def test_names_are_read_as_they_were_written(tmp_path: Path, raw: bytes, flag: int, name: str) -> None:
    stand_in = b"X" * len(raw)
    path = pack(tmp_path / "a.zip", (stand_in.decode(), b"Text"))
    content = bytearray(path.read_bytes().replace(stand_in, raw))
    struct.pack_into("<H", content, 6, flag)
    struct.pack_into("<H", content, content.rindex(b"PK\x01\x02") + 8, flag)
    path.write_bytes(content)
    assert names(path) == [f"outer.zip!/{name}"]
    with open_pack(path, "outer.zip") as (member,), member.unpacked(tmp_path) as file:
        assert file.read_bytes() == b"Text"


@pytest.mark.parametrize(
    "name", ["../a.txt", "a/../../b.txt", "/etc/passwd", "..\\a.txt", "C:\\a.txt", "c:a.txt", "\\\\server\\a.txt", ".."]
)
def test_members_that_lead_outside_are_refused(tmp_path: Path, name: str) -> None:
    assert fault(pack(tmp_path / "a.zip", ("fine.txt", b"x"), (name, b"x"))) is PackFault.LEADS_OUTSIDE


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    path = pack(tmp_path / "a.zip", (marked("a.txt", kind | 0o777), b"/etc/passwd"))
    assert fault(path) is PackFault.NOT_A_FILE


def test_ordinary_files_of_unix_are_members(tmp_path: Path) -> None:
    assert names(pack(tmp_path / "a.zip", (marked("a.txt", stat.S_IFREG | 0o644), b"x"))) == ["outer.zip!/a.txt"]


def test_a_bomb_is_refused_before_anything_is_unpacked(tmp_path: Path) -> None:
    assert fault(pack(tmp_path / "a.zip", ("a.txt", bytes(2 * packs.HARMLESS)))) is PackFault.BOMB


def test_an_empty_form_is_no_bomb(tmp_path: Path) -> None:
    assert names(pack(tmp_path / "a.zip", ("a.bmp", bytes(1_000_000)))) == ["outer.zip!/a.bmp"]


def test_members_that_are_too_large_together_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "LARGEST_TOTAL", 7)
    path = pack(tmp_path / "a.zip", ("a.txt", b"1234"), ("b.txt", b"1234"))
    assert fault(path) is PackFault.TOO_LARGE


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        for number in range(packs.MOST_MEMBERS + 1):
            file.writestr(f"{number}", b"x")
    assert fault(path) is PackFault.TOO_MANY


@pytest.mark.parametrize("in_64_bits", [True, False])
def test_a_table_of_contents_that_would_fill_the_memory_is_not_read(tmp_path: Path, *, in_64_bits: bool) -> None:
    content = pack(tmp_path / "a.zip", ("a.txt", b"x")).read_bytes()
    end = content.rindex(b"PK\x05\x06")
    if in_64_bits:
        record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, 10**9, end)
        locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
        content = content[:end] + record + locator + content[end:]
    else:
        content = content[: end + 12] + struct.pack("<L", 10**9) + content[end + 16 :]
    path = tmp_path / "b.zip"
    path.write_bytes(content)
    assert fault(path) is PackFault.TOO_MANY


def test_a_member_that_is_larger_than_it_says_yields_no_more_than_it_says(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", ("a.txt", bytes(100_000)))
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, content.rindex(b"PK\x01\x02") + 24, 10)
    path.write_bytes(content)
    with open_pack(path, "outer.zip") as (member,), pytest.raises(UnsafePackError), member.unpacked(tmp_path):
        pass


def test_a_locked_pack_is_refused(tmp_path: Path) -> None:
    content = bytearray(pack(tmp_path / "a.zip", ("a.txt", b"x")).read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "b.zip").write_bytes(content)
    assert fault(tmp_path / "b.zip") is PackFault.ENCRYPTED


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no ZIP file at all", b"PK\x05\x06" + bytes(10)])
def test_what_is_no_zip_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    assert fault(path) is PackFault.DAMAGED


def test_a_damaged_member_does_not_spoil_the_others(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", ("a.txt", b"eins" * 50), ("b.txt", b"zwei"))
    content = bytearray(path.read_bytes())
    content[36] ^= 0xFF
    path.write_bytes(content)
    with open_pack(path, "outer.zip") as (damaged, sound):
        with pytest.raises(UnsafePackError) as caught, damaged.unpacked(tmp_path):
            pass
        with sound.unpacked(tmp_path) as file:
            assert file.read_bytes() == b"zwei"
    assert (caught.value.reason, caught.value.member) == (PackFault.DAMAGED, "outer.zip!/a.txt")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.zip"]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(changes=st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), min_size=1, max_size=6))
def test_whatever_is_done_to_a_pack_it_is_unpacked_or_refused(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("pack")
    path = pack(folder / "a.zip", ("mimetype", b"application/x"), ("Ordner/", b""), ("b.txt", b"zwei" * 20))
    content = bytearray(path.read_bytes())
    for place, byte in changes:
        content[place % len(content)] = byte
    path.write_bytes(content)
    with suppress(RefusalError):
        examine(path, "a.zip")
    with suppress(RefusalError), open_pack(path, "a.zip") as members:
        for member in members:
            with suppress(RefusalError), member.unpacked(folder):
                pass
    assert list(folder.iterdir()) == [path]


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", ("Xa.txt", b"x"))
    path.write_bytes(path.read_bytes().replace(b"Xa.txt", b"\0a.txt"))
    assert fault(path) is PackFault.DAMAGED
