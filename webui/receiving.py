"""Takes uploaded files into custody, each for itself, and tells what became of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from werkzeug.datastructures import FileStorage

from archive.archive import Archive, Status
from archive.errors import RefusalError, TooLargeError
from archive.values import Description
from webui.guard import LARGEST_FILE
from webui.intake import Intake, take_in_file
from webui.refusals import refusal
from webui.wording import Notice


class Fate(StrEnum):
    """What became of an uploaded file."""

    TAKEN = "taken"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file: the document that holds it, or the reason why none does."""

    name: str
    fate: Fate
    document: Description | None = None
    reason: Notice | None = None


def receive(archive: Archive, files: Iterable[FileStorage]) -> list[Line]:
    """Take uploaded files into custody; of a pack each member; one that is refused stops nothing."""
    lines: list[Line] = []
    for file in files:
        with TemporaryDirectory(dir=archive.home.incoming) as folder:
            path = Path(folder) / "upload"
            file.save(path)
            lines += _lines(archive, path, base_name(file.filename or ""))
    return lines


def base_name(name: str) -> str:
    """Return the last part of a file's name: some browsers send the folder along, with either slash."""
    return name.replace("\\", "/").rpartition("/")[2]


def _lines(archive: Archive, path: Path, name: str) -> Iterator[Line]:
    size = path.stat().st_size
    if size > LARGEST_FILE:
        yield Line(name, Fate.REFUSED, reason=refusal(TooLargeError(size, LARGEST_FILE)))
        return
    for intake in take_in_file(archive, path, name):
        yield _line(archive, intake)


def _line(archive: Archive, intake: Intake) -> Line:
    if isinstance(intake.result, RefusalError):
        return Line(intake.name, Fate.REFUSED, reason=refusal(intake.result))
    fate = Fate.KNOWN if intake.result.status is Status.DUPLICATE else Fate.TAKEN
    return Line(intake.name, fate, document=archive.describe(intake.result.code))
