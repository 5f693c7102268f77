"""Takes uploaded files into custody as drafts, each for itself, and tells what became of each."""

import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from werkzeug.datastructures import FileStorage

from archive.archive import Archive, Status
from archive.batches import Arrival
from archive.errors import RefusalError, TooLargeError
from archive.values import Details, Visibility
from webui.guard import LARGEST_FILE
from webui.intake import Intake, take_in_file
from webui.refusals import refusal
from webui.services import Services

#: Seconds the answer to an upload waits for the worker to read, so that the proposals are there …
PATIENCE = 3.0
#: … looking so often.
PAUSE = 0.1

#: Nobody but the coordination finds what was uploaded before somebody has published it.
DRAFT = Details(visibility=Visibility.DRAFT)


def receive(archive: Archive, files: Iterable[FileStorage], agent: str) -> list[Arrival]:
    """Take uploaded files into custody; of a pack each member; one that is refused stops nothing."""
    arrivals: list[Arrival] = []
    for file in files:
        with TemporaryDirectory(dir=archive.home.incoming) as folder:
            path = Path(folder) / "upload"
            file.save(path)
            arrivals += _arrivals(archive, path, base_name(file.filename or ""), agent)
    return arrivals


def base_name(name: str) -> str:
    """Return the last part of a file's name: some browsers send the folder along, with either slash."""
    return name.replace("\\", "/").rpartition("/")[2]


def wait_for_readings(services: Services, codes: Collection[str]) -> None:
    """Return when the worker has read documents, or after a while."""
    until = time.monotonic() + PATIENCE
    checksums = [each.checksum for each in services.archive.describe_many(codes)]
    while any(services.texts.reading(each) is None for each in checksums) and time.monotonic() < until:
        time.sleep(PAUSE)


def _arrivals(archive: Archive, path: Path, name: str, agent: str) -> Iterator[Arrival]:
    size = path.stat().st_size
    if size > LARGEST_FILE:
        yield _refused(name, TooLargeError(size, LARGEST_FILE))
        return
    for intake in take_in_file(archive, path, name, DRAFT, agent):
        yield _arrival(intake)


def _arrival(intake: Intake) -> Arrival:
    if isinstance(intake.result, RefusalError):
        return _refused(intake.name, intake.result)
    is_new = intake.result.status is not Status.DUPLICATE
    return Arrival(intake.name, Status.HELD if is_new else Status.DUPLICATE, intake.result.code)


def _refused(name: str, error: RefusalError) -> Arrival:
    notice = refusal(error, name)
    return Arrival(name, Status.REFUSED, complaint=f"{notice.what} {notice.advice}".strip())
