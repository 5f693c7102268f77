"""A bag is believed only if everything in it is what its manifests say, and nothing else is there."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

import pytest

from archive.handover.bag import BagWriter, new_folder
from archive.handover.checking import check
from archive.handover.errors import BagError, BagFault, TargetNotEmptyError
from tests.archive.handover.bags import README, is_valid

ODD = "Ordner – 1/Ärger\nmit Zeilen.txt"


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A bag of three files, one of them with a name that has to be escaped."""
    with new_folder(tmp_path / "bag") as folder:
        writer = BagWriter(folder)
        writer.write_text("eins.txt", "eins")
        writer.write_text("ordner/zwei.txt", "zwei")
        writer.write_text(ODD, "drei")
        writer.close(README, [("Contact-Name", "zwei\nZeilen")])
    return tmp_path / "bag"


def test_bags_are_valid_for_the_reference_implementation(bag: Path) -> None:
    assert is_valid(bag)
    assert check(bag).checksums == {
        "eins.txt": sha256(b"eins").hexdigest(),
        "ordner/zwei.txt": sha256(b"zwei").hexdigest(),
        ODD: sha256(b"drei").hexdigest(),
    }
    assert "Payload-Oxum: 12.3\nContact-Name: zwei Zeilen\n" in (bag / "bag-info.txt").read_text(encoding="utf-8")
    (bag / "data" / "eins.txt").write_text("eims", encoding="utf-8")
    assert not is_valid(bag)


def _write(path: str, content: bytes) -> Callable[[Path], object]:
    return lambda bag: (bag / path).write_bytes(content)


def _listed(line: str) -> Callable[[Path], object]:
    """Add a line to the manifest, and let the tag manifest fit."""

    def add(bag: Path) -> None:
        manifest = bag / "manifest-sha256.txt"
        manifest.write_bytes(manifest.read_bytes() + line.encode())
        tags = bag / "tagmanifest-sha256.txt"
        kept = [each for each in tags.read_text(encoding="utf-8").splitlines() if not each.endswith(manifest.name)]
        kept.append(f"{sha256(manifest.read_bytes()).hexdigest()}  {manifest.name}\n")
        tags.write_text("\n".join(kept), encoding="utf-8")

    return add


def _large(bag: Path) -> None:
    with (bag / "data" / "eins.txt").open("wb") as file:
        file.truncate((1 << 30) + 1)


NUL = "0" * 64


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda bag: (bag / "bagit.txt").unlink(), BagFault.NO_BAG),
        (_write("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n"), BagFault.NO_BAG),
        (_write("bagit.txt", b"BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"), BagFault.NO_BAG),
        (_write("bagit.txt", b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"), BagFault.ALTERED),
        (_write("fetch.txt", b"https://example.org/a 1 data/a\n"), BagFault.FETCHES),
        (_write("data/drei.txt", b"drei"), BagFault.UNLISTED),
        (_write("index.pickle", b"x"), BagFault.UNLISTED),
        (_write("data/eins.txt", b"eims"), BagFault.ALTERED),
        (_write("LIESMICH.txt", b"anders"), BagFault.ALTERED),
        (_write("manifest-sha256.txt", b"\xff"), BagFault.UNREADABLE),
        (_write("manifest-sha256.txt", b""), BagFault.UNLISTED),
        (lambda bag: (bag / "data" / "eins.txt").unlink(), BagFault.MISSING),
        (lambda bag: (bag / "tagmanifest-sha256.txt").unlink(), BagFault.MISSING),
        (lambda bag: (bag / "manifest-sha256.txt").unlink(), BagFault.MISSING),
        (_write("tagmanifest-sha256.txt", b""), BagFault.UNLISTED),
        (lambda bag: (bag / "data" / "link").symlink_to("eins.txt"), BagFault.NOT_A_FILE),
        (lambda bag: (bag / "data" / "folder").symlink_to("/etc"), BagFault.NOT_A_FILE),
        (lambda bag: os.mkfifo(bag / "data" / "pipe"), BagFault.NOT_A_FILE),
        (_large, BagFault.TOO_LARGE),
        (_listed(f"{NUL}  data/../../draussen\n"), BagFault.LEADS_OUTSIDE),
        (_listed(f"{NUL}  /etc/passwd\n"), BagFault.LEADS_OUTSIDE),
        (_listed(f"{NUL}  bagit.txt\n"), BagFault.LEADS_OUTSIDE),
        (_listed(f"{NUL}  data\\..\\x\n"), BagFault.LEADS_OUTSIDE),
        (_listed(f"{NUL}  C:/x\n"), BagFault.LEADS_OUTSIDE),
        (_listed(f"{NUL}  data/eins.txt\n"), BagFault.LEADS_OUTSIDE),
        (_listed(f"{NUL}  data/%2e%2e/x\n"), BagFault.MISSING),
        (_listed("kein Manifest\n"), BagFault.UNREADABLE),
    ],
)
def test_bags_that_are_not_believed(bag: Path, change: Callable[[Path], object], fault: BagFault) -> None:
    change(bag)
    with pytest.raises(BagError) as raised:
        check(bag)
    assert raised.value.fault is fault


def test_a_disk_may_take_letters_apart(bag: Path) -> None:
    folder = next(each for each in (bag / "data").iterdir() if each.name.startswith("Ordner –"))
    (file,) = folder.iterdir()
    apart = file.rename(file.with_name(normalize("NFD", file.name)))
    assert apart.name != normalize("NFC", apart.name)
    assert check(bag).path(ODD).read_text(encoding="utf-8") == "drei"
    file.write_text("drei", encoding="utf-8")
    with pytest.raises(BagError):
        check(bag)


def test_a_linked_bag_is_none(bag: Path) -> None:
    bag.with_name("link").symlink_to(bag)
    with pytest.raises(BagError):
        check(bag.with_name("link"))


def test_a_folder_takes_its_place_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "folder"
    with pytest.raises(ZeroDivisionError), new_folder(target):
        _ = 1 / 0
    assert list(target.parent.iterdir()) == []
    target.mkdir()
    with new_folder(target) as made:
        (made / "whole").write_text("whole", encoding="utf-8")
    assert [each.name for each in target.parent.iterdir()] == ["folder"]
    with pytest.raises(TargetNotEmptyError), new_folder(target):
        pass
    assert [each.name for each in target.iterdir()] == ["whole"]
