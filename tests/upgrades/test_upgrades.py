"""A home that any earlier version left behind is opened by this one, and nothing is lost on the way."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.home import Home
from archive.licences import Licence
from archive.store import digest
from archive.values import Description, Visibility
from tests.upgrades.filling import SAMPLES
from tests.upgrades.homes import SCHEMAS, columns_of, complaints, older_home, rows, schema_of
from tests.walk.terminal import Terminal

every_schema = pytest.mark.parametrize("schema", SCHEMAS)


@pytest.fixture
def older(full: Home, schema: str, tmp_path: Path) -> Home:
    """The home as the version of a schema left it."""
    return older_home(full, schema, tmp_path / "home")


def test_every_table_has_rows_that_could_be_lost(full: Home) -> None:
    assert [table for table, found in rows(full.catalogue, columns_of(full.catalogue)).items() if not found] == []


@every_schema
def test_every_row_stays_and_the_schema_is_that_of_a_fresh_archive(full: Home, older: Home) -> None:
    columns = columns_of(older.catalogue)
    before = rows(older.catalogue, columns)
    archive = Archive.open(older)
    told = archive.descriptions()
    archive.close()
    assert rows(older.catalogue, columns) == before
    assert complaints(older.catalogue) == []
    assert schema_of(older.catalogue) == schema_of(full.catalogue)
    held = Archive.open(full)
    assert told == tuple(_without(each, columns) for each in held.descriptions())
    held.close()


def _without(description: Description, columns: dict[str, list[str]]) -> Description:
    """Return a description as a schema without keywords or licences tells it."""
    keywords = description.keywords if "document_keyword" in columns else ()
    licence = description.licence if "licence" in columns["document"] else Licence.UNSTATED
    return replace(description, keywords=keywords, licence=licence)


@every_schema
def test_the_program_checks_reads_and_finds_what_it_took_over(full: Home, older: Home, tmp_path: Path) -> None:
    del full
    terminal = Terminal(older.root)
    codes = terminal.json("check")["not_indexed"]
    assert terminal.run("reindex").exit_code == 0
    report = terminal.json("check")
    assert (report["documents"], report["files"]) == (len(codes), len(list(older.store.glob("??/??/*"))))
    assert [report[each] for each in ("missing", "altered", "unlisted", "unfinished", "not_indexed", "home")] == [
        []
    ] * 6
    archive = Archive.open(older)
    shown = set(archive.revisions({Visibility.PUBLIC, Visibility.INTERNAL}))
    archive.close()
    assert {each["document"] for each in terminal.json("search", "", "--limit", "100")["hits"]} == shown
    best = terminal.json("search", "Graffiti Instagram")["hits"][0]
    assert (best["kind"], best["meeting"]["place"]) == ("Protokoll", "Hamburg")
    (tmp_path / "neu.txt").write_text("Die Lastenradwerkstatt.", encoding="utf-8")
    (line,) = terminal.lines("ingest", tmp_path / "neu.txt")
    assert (line["status"], line["document"] > max(codes)) == ("held", True)


@every_schema
def test_originals_are_served_and_events_stay_as_they_are(full: Home, older: Home) -> None:
    del full
    archive = Archive.open(older)
    for each in archive.listed():
        assert digest(archive.path(each.checksum)) == each.checksum
    assert {each.file_name for each in archive.descriptions()} >= set(SAMPLES)
    archive.close()
    with closing(sqlite3.connect(older.catalogue)) as connection:
        for statement in ("UPDATE event SET detail = ''", "DELETE FROM event"):
            with pytest.raises(sqlite3.IntegrityError, match="only appended"):
                connection.execute(statement)
