"""Takes uploaded files into custody, each for itself, and tells what became of each."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from werkzeug.datastructures import FileStorage

from archive.archive import Archive, Status
from archive.errors import RefusalError, TooLargeError
from archive.values import Description
from indexer.index.texts import Texts
from webui.guard import LARGEST_FILE
from webui.intake import Intake, take_in_file
from webui.reader import reader
from webui.refusals import refusal
from webui.services import Services
from webui.wording import Notice, reading_notice, translated_notice

#: Seconds the answer to an upload waits for the worker to read, so that it can say what could not be read …
PATIENCE = 3.0
#: … looking so often.
PAUSE = 0.1


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
    #: Why it was refused, or what hinders reading it.
    reason: Notice | None = None


def receive(services: Services, files: Iterable[FileStorage]) -> list[Line]:
    """Take uploaded files into custody; of a pack each member; one that is refused stops nothing."""
    archive = services.archive
    lines: list[Line] = []
    for file in files:
        with TemporaryDirectory(dir=archive.home.incoming) as folder:
            path = Path(folder) / "upload"
            file.save(path)
            lines += _lines(archive, path, base_name(file.filename or ""))
    until = time.monotonic() + PATIENCE
    return [_with_outcome(services.texts, line, until) for line in lines]


def base_name(name: str) -> str:
    """Return the last part of a file's name: some browsers send the folder along, with either slash."""
    return name.replace("\\", "/").rpartition("/")[2]


def _with_outcome(texts: Texts, line: Line, until: float) -> Line:
    """Add what hinders reading a document, if the worker finds out in time."""
    if line.document is None:
        return line
    while (reading := texts.reading(line.document.checksum)) is None and time.monotonic() < until:
        time.sleep(PAUSE)
    notice = reading_notice(reading) if reading else None
    return replace(line, reason=translated_notice(notice)) if notice else line


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
    document = archive.describe(intake.result.code)
    if intake.result.status is not Status.DUPLICATE:
        return Line(intake.name, Fate.TAKEN, document)
    # That a document is held which the reader may not see is all he is told of it.
    return Line(intake.name, Fate.KNOWN, document if reader().may_see(document.visibility) else None)
