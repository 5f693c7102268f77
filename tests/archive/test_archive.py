"""Custody as its users see it: take in, describe, amend."""

import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from sqlalchemy import event

from archive.archive import Archive, Receipt, Status, Submission
from archive.custody import EventKind
from archive.errors import (
    EmptyFileError,
    IncompleteError,
    UnknownDocumentError,
    UnknownEntryError,
    UnknownFileError,
    UnsupportedFormatError,
)
from archive.home import Home
from archive.publishing import Lack
from archive.store import digest
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility

Offer = Callable[..., Receipt]

FULL = Details(
    title="Protokoll des Standorttreffens",
    kind=DocumentKind.PROTOKOLL,
    date=DocumentDate(date(2019, 4, 3), date(2019, 4, 4), DatePrecision.DAY, DateSource.TEXT),
    meeting="standorttreffen-hamburg-2019",
    sites=("hamburg", "gotha"),
    topics=("Kultur", "Bildung"),
    visibility=Visibility.PUBLIC,
)

#: Takes in the files named on the command line, each after all processes have said that they are ready.
TAKE_IN = """
import sys
from pathlib import Path
from archive.archive import Archive, Submission
from archive.home import Home
from archive.values import Details

print("ready", flush=True)
sys.stdin.readline()
archive = Archive.open(Home(Path(sys.argv[1])))
for name in sys.argv[2:]:
    receipt = archive.take_in(Submission(Path(name), name, Details()))
    print(receipt.status, receipt.code)
"""


def test_what_is_taken_in_can_be_described_and_read(archive: Archive, offer: Offer) -> None:
    receipt = offer("Beschluss: Das Café öffnet.", "Treffen.txt", FULL)
    description = archive.describe(receipt.code)
    assert receipt == Receipt(Status.HELD, f"D-{datetime.now(UTC).year}-0001", description.checksum)
    assert (description.title, description.kind, description.date) == (FULL.title, FULL.kind, FULL.date)
    assert description.meeting is not None
    assert description.meeting.title == "Standorttreffen Hamburg 2019"
    assert description.meeting.kind == "Standorttreffen"
    assert description.sites == ("Gotha", "Hamburg")
    assert description.topics == ("Bildung", "Kultur")
    assert (description.media_type, description.size) == ("text/plain", 29)
    assert (description.version, description.revision, description.is_sample) == (1, 1, False)
    assert archive.path(description.checksum).read_text(encoding="utf-8") == "Beschluss: Das Café öffnet."


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Protokoll Gotha.pdf", "Protokoll Gotha"),
        ("Sammlung.zip!/Ordner/Ergebnisse.docx", "Ergebnisse"),
        (unicodedata.normalize("NFD", "Übersicht.txt"), "Übersicht"),
        ("README", "README"),
    ],
)
def test_without_a_title_a_document_is_called_like_its_file(
    archive: Archive, offer: Offer, name: str, title: str
) -> None:
    description = archive.describe(offer("Text", name).code)
    assert description.title == title
    assert description.file_name == unicodedata.normalize("NFC", name)


def test_the_same_bytes_are_taken_in_once(archive: Archive, offer: Offer) -> None:
    first = offer("Text", "a.txt")
    offer("Neue Fassung", "a.txt", Details(version_of=first.code))
    other = offer("Anderes", "b.txt")
    before = (archive.revisions(), list(archive.store.checksums()), archive.events(first.code))
    again = offer("Text", "c.txt", Details(version_of=other.code))
    assert (again.status, again.code) == (Status.DUPLICATE, first.code)
    assert (archive.revisions(), list(archive.store.checksums()), archive.events(first.code)) == before


def test_a_new_version_keeps_the_code_and_what_is_known(archive: Archive, offer: Offer) -> None:
    first = offer("Entwurf", "Protokoll.txt", FULL)
    second = offer("# Endfassung", "Protokoll.md", Details(version_of=first.code))
    assert (second.status, second.code) == (Status.VERSION, first.code)
    description = archive.describe(first.code)
    assert (description.version, description.revision, description.media_type) == (2, 2, "text/markdown")
    assert description.title == FULL.title
    names = [(version.number, version.file_name) for version in archive.versions(first.code)]
    assert names == [(1, "Protokoll.txt"), (2, "Protokoll.md")]
    assert archive.find_by_checksum(first.checksum) == archive.find_by_checksum(second.checksum) == first.code


@pytest.mark.parametrize(
    ("details", "error"),
    [
        (Details(meeting="standorttreffen-nirgendwo-2018"), UnknownEntryError),
        (Details(sites=("hamburg", "atlantis")), UnknownEntryError),
        (Details(topics=("Antirassismusarbeit",)), UnknownEntryError),
        (Details(version_of="D-1999-0001"), UnknownDocumentError),
    ],
)
def test_what_names_unknown_entries_leaves_no_trace(
    archive: Archive, offer: Offer, details: Details, error: type[Exception]
) -> None:
    with pytest.raises(error):
        offer("Text", "a.txt", details)
    assert list(archive.store.checksums()) == []
    assert archive.descriptions() == ()


@pytest.mark.parametrize(("content", "error"), [("", EmptyFileError), ("\x00\x01\x02", UnsupportedFormatError)])
def test_refused_files_leave_no_trace(archive: Archive, offer: Offer, content: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        offer(content)
    assert list(archive.store.checksums()) == []


def test_amending_changes_metadata_and_says_which(archive: Archive, offer: Offer) -> None:
    code = offer("Text", "a.txt", FULL).code
    changed = replace(FULL, title="Anderer Titel", sites=("berlin",), is_sample=True)
    description = archive.amend(code, changed)
    assert (description.title, description.sites, description.revision) == ("Anderer Titel", ("Berlin",), 2)
    assert not description.is_sample
    assert archive.describe(code) == description
    assert archive.details(code) == replace(changed, is_sample=False, topics=("Bildung", "Kultur"))
    assert [(each.kind, each.detail) for each in archive.events(code)][1:] == [(EventKind.AMENDMENT, "title,sites")]


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (Visibility.DRAFT, Visibility.INTERNAL, [EventKind.PUBLICATION]),
        (Visibility.COORDINATION, Visibility.PUBLIC, [EventKind.PUBLICATION]),
        (Visibility.PUBLIC, Visibility.DRAFT, [EventKind.WITHDRAWAL]),
        (Visibility.INTERNAL, Visibility.PUBLIC, []),
        (Visibility.DRAFT, Visibility.COORDINATION, []),
    ],
)
def test_publication_and_withdrawal_are_on_record_with_who_did_it(
    archive: Archive, offer: Offer, before: Visibility, after: Visibility, kinds: list[EventKind]
) -> None:
    details = replace(FULL, visibility=before)
    code = offer("Text", "a.txt", details).code
    archive.amend(code, replace(details, visibility=after), agent="k7")
    told = [(each.kind, each.agent) for each in archive.events(code)]
    assert told == [(EventKind.ACCESSION, ""), (EventKind.AMENDMENT, "k7")] + [(kind, "k7") for kind in kinds]


def test_amending_to_the_same_is_no_change(archive: Archive, offer: Offer) -> None:
    code = offer("Text", "a.txt", FULL).code
    assert archive.amend(code, replace(FULL, sites=("gotha", "hamburg"))).revision == 1
    assert len(archive.events(code)) == 1


def test_amending_with_an_unknown_entry_changes_nothing(archive: Archive, offer: Offer) -> None:
    code = offer("Text", "a.txt", FULL).code
    with pytest.raises(UnknownEntryError):
        archive.amend(code, Details(title="Anders", topics=("Quatsch",)))
    assert archive.details(code) == replace(FULL, sites=("gotha", "hamburg"), topics=("Bildung", "Kultur"))


@pytest.mark.parametrize("ask", ["describe", "details", "versions"])
def test_asking_for_an_unknown_document_says_so(archive: Archive, ask: str) -> None:
    with pytest.raises(UnknownDocumentError) as caught:
        getattr(archive, ask)("D-1999-0001")
    assert caught.value.code == "D-1999-0001"


@pytest.mark.parametrize("checksum", ["0" * 64, "../../etc/passwd", ""])
def test_asking_for_an_unknown_file_says_so(archive: Archive, checksum: str) -> None:
    with pytest.raises(UnknownFileError):
        archive.path(checksum)


def test_all_descriptions_take_as_many_statements_as_one(archive: Archive, offer: Offer) -> None:
    codes = [offer(f"Text {number}", "a.txt", FULL).code for number in range(5)]
    statements: list[str] = []
    event.listen(archive._catalogue.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))  # noqa: SLF001 - counts what is sent
    described = archive.descriptions()
    assert len([each for each in statements if each.startswith("SELECT")]) == 2
    assert [each.code for each in described] == codes
    assert described == tuple(archive.describe(code) for code in codes)
    assert archive.describe_many([codes[3], codes[1], "D-1999-0001"]) == (described[1], described[3])
    assert archive.revisions() == dict.fromkeys(codes, 1)


def test_a_closed_archive_opens_again_with_all_it_held(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Text", encoding="utf-8")
    first = Archive.open(home)
    receipt = first.take_in(Submission(path, "a.txt", FULL))
    description = first.describe(receipt.code)
    first.close()
    again = Archive.open(home)
    assert again.describe(receipt.code) == description
    again.close()


def test_several_processes_open_and_fill_a_new_home_at_once(home: Home, tmp_path: Path) -> None:
    shared = tmp_path / "shared.txt"
    shared.write_text("Alle haben diese Datei.", encoding="utf-8")
    processes = [_process(home, tmp_path, number, shared) for number in range(3)]
    for process in processes:
        assert process.stdout is not None
        process.stdout.readline()
    outputs = [process.communicate("go\n", timeout=60) for process in processes]
    assert [errors for _, errors in outputs] == ["", "", ""]
    lines = [line.split() for printed, _ in outputs for line in printed.splitlines()]
    codes = [code for status, code in lines if status == "held"]
    assert len(codes) == len(set(codes)) == 3 * 5 + 1
    assert len([status for status, _ in lines if status == "duplicate"]) == 2
    assert all(re.fullmatch(r"D-\d{4}-00[01]\d", code) for code in codes)


def _process(home: Home, folder: Path, number: int, shared: Path) -> "Popen[str]":
    own = [folder / f"{number}-{each}.txt" for each in range(5)]
    for path in own:
        path.write_text(path.name, encoding="utf-8")
    command = [sys.executable, "-c", TAKE_IN, str(home.root), *map(str, own), str(shared)]
    return Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)


def test_readers_see_the_old_state_while_a_writer_writes(archive: Archive, offer: Offer) -> None:
    code = offer("Text").code
    with archive._catalogue.writing() as session:  # noqa: SLF001 - holds a writer open
        session.connection().exec_driver_sql("UPDATE document SET revision = 7")
        assert archive.revisions() == {code: 1}
    assert archive.revisions() == {code: 7}


def test_the_original_is_stored_byte_for_byte(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Zeile\r\nZeile ä\r\n".encode("cp1252"))
    receipt = archive.take_in(Submission(path, "a.txt", Details()))
    assert archive.path(receipt.checksum).read_bytes() == path.read_bytes()
    assert receipt.checksum == digest(path)


def test_what_tells_of_a_meeting_is_published_with_its_day_only(archive: Archive, offer: Offer) -> None:
    draft = Details("Protokoll", DocumentKind.PROTOKOLL, visibility=Visibility.DRAFT)
    code = offer("Text", "a.txt", draft).code
    with pytest.raises(IncompleteError) as caught:
        archive.publishing.publish(code, Visibility.INTERNAL, "k7")
    assert caught.value.lacks == (Lack.DATE,)
    archive.publishing.publish(code, Visibility.COORDINATION, "k7")
    archive.amend(code, replace(draft, meeting="standorttreffen-hamburg-2019"), "k7")
    assert archive.publishing.entered([code, "D-1999-0001"]) == {code: {"visibility", "meeting"}}
    archive.publishing.publish(code, Visibility.PUBLIC, "k7")
    assert archive.describe(code).visibility is Visibility.PUBLIC
    archive.publishing.withdraw(code, "k7")
    assert archive.describe(code).visibility is Visibility.DRAFT
