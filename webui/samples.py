"""The sample holdings: invented documents that fill a new archive."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import archive as archive_package
from archive.archive import Archive, Receipt, Status, Submission
from archive.entries import MeetingEntry, MeetingFormat, MeetingStatus
from archive.errors import EntryExistsError
from archive.licences import Licence
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility
from webui import sample_entries, sample_paths

#: The samples lie beside the packages, in a checkout as well as where the project is installed.
FOLDER = Path(archive_package.__file__).parents[1] / "documents"


def count() -> int:
    """Return the number of sample files."""
    return len(_register())


def take_in(archive: Archive) -> Iterator[Receipt]:
    """Take in the samples and what was entered about them, and yield what became of each document."""
    for entry in _read("world.toml").get("meeting", []):
        _add_meeting(archive, entry)
    codes: dict[str, str] = {}
    for entry in _register():
        details = _details(entry, version_of=codes.get(entry.get("version_of", ""), ""))
        receipt = archive.take_in(Submission(FOLDER / "holdings" / entry["file"], entry["file"], details))
        if receipt.status is Status.VERSION:
            archive.amend(receipt.code, details)  # a newer version has a title and a date of its own
        codes[entry["file"]] = receipt.code
        yield receipt
    sample_paths.lay(archive, FOLDER / "paths.toml", codes)
    sample_entries.enter(archive, FOLDER, codes)


def _register() -> list[dict[str, Any]]:
    return list(_read("register.toml")["document"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _add_meeting(archive: Archive, entry: dict[str, Any]) -> None:
    meeting = MeetingEntry(
        key=entry["key"],
        title=entry["title"],
        kind=entry["kind"],
        place=entry["place"],
        start=_day(entry["start"]),
        end=_day(entry["end"]),
        motto=entry.get("motto", ""),
        format=MeetingFormat(entry.get("format", MeetingFormat.UNKNOWN)),
        status=MeetingStatus.HELD,
        is_sample=True,
    )
    try:
        archive.vocabularies.add_meeting(meeting)
    except EntryExistsError:
        return  # taken in at an earlier start that was broken off


def _details(entry: dict[str, Any], version_of: str) -> Details:
    return Details(
        title=entry["title"],
        kind=DocumentKind(entry["kind"]),
        date=_date(entry),
        meeting=entry.get("meeting", ""),
        sites=tuple(entry.get("sites", ())),
        topics=tuple(entry.get("topics", ())),
        visibility=Visibility(entry["visibility"]),
        is_sample=True,
        version_of=version_of,
        licence=Licence(entry.get("licence", Licence.UNSTATED)),
    )


def _date(entry: dict[str, Any]) -> DocumentDate | None:
    if not entry.get("date"):
        return None
    start = _day(entry["date"])
    end = _day(entry["date_end"]) if entry.get("date_end") else start
    return DocumentDate(start, end, DatePrecision(entry.get("precision", "Tag")), DateSource.ENTRY)


def _day(value: str | date) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
