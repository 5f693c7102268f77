"""Takes files, folders and packs into custody, one file at a time: what is refused stops nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.archive import Archive, Receipt, Submission
from archive.custody import PROGRAM
from archive.errors import NoSuchFileError, RefusalError, UnsupportedFormatError
from archive.formats import PACK
from archive.media import is_system_file
from archive.packs import open_pack
from archive.values import Details

#: Nothing is known of a file but its name.
UNKNOWN = Details()


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of one file: a receipt, or the refusal."""

    #: As the file is called by its owner; members of packs as "outer.zip!/inner.pdf".
    name: str
    result: Receipt | RefusalError


def take_in_paths(archive: Archive, paths: Iterable[Path]) -> Iterator[Intake]:
    """Take files in, those in folders and their subfolders and those in packs among them."""
    for path in paths:
        if path.is_dir():
            for each in sorted(_inside(path)):
                yield from take_in_file(archive, each, each.name)
        elif path.is_file():
            yield from take_in_file(archive, path, path.name)
        else:
            yield Intake(path.name, NoSuchFileError())


def _inside(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that someone put there: no links out of it, nothing hidden or left by a program."""
    for path in folder.rglob("*"):
        is_hidden = any(name.startswith(".") for name in path.relative_to(folder).parts)
        if path.is_file() and not path.is_symlink() and not is_hidden and not is_system_file(path.name):
            yield path


def take_in_file(
    archive: Archive, path: Path, name: str, details: Details = UNKNOWN, agent: str = PROGRAM
) -> Iterator[Intake]:
    """Take one file in; of a pack, each of its members.

    Args:
        archive: What takes it in.
        path: Where the file can be read.
        name: What it is called by its owner.
        details: What is known of it, and of each member.
        agent: Who brings it.
    """
    try:
        yield Intake(name, archive.take_in(Submission(path, name, details, agent)))
    except UnsupportedFormatError as error:
        if error.media_type == PACK:
            yield from _take_in_pack(archive, path, name, details, agent)
        else:
            yield Intake(name, error)
    except RefusalError as error:
        yield Intake(name, error)


def _take_in_pack(archive: Archive, path: Path, name: str, details: Details, agent: str) -> Iterator[Intake]:
    try:
        with open_pack(path, name) as members:
            for member in members:
                try:
                    with member.unpacked(archive.home.incoming) as unpacked:
                        yield Intake(member.name, archive.take_in(Submission(unpacked, member.name, details, agent)))
                except RefusalError as error:
                    yield Intake(member.name, error)
    except RefusalError as error:
        yield Intake(name, error)
