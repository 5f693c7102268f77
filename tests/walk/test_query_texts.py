"""Nothing a running archive writes or keeps tells who searched for what."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.walk.server import NAME, Server, add_account
from tests.walk.terminal import Terminal

#: A word of the query by which it is found again wherever it is kept; the other word finds something.
MARK = "quastenflossermarke"

#: A query that finds nothing.
UNANSWERED = "nashornkonferenzmarke"

#: Where a reader's page, its feed, its completions and a program's address take the query from.
ADDRESSES = (
    f"/suche?q=graffiti+ODER+{MARK}",
    f"/suche?q={MARK}&standort=Hamburg",
    f"/vorschlaege?q={MARK}",
    f"/aufgaben?q={MARK}",
    f"/methoden?q={MARK}",
    f"/abonnieren?q={MARK}",
    f"/feeds/suche.atom?q={MARK}",
    f"/api/v1/search?q={MARK}",
    f"/suche?seite={MARK}&q={MARK}",
    f"/nicht-da?q={MARK}",
)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home in which someone signed in has searched, and all that the server has said meanwhile."""
    terminal = Terminal(tmp_path_factory.mktemp("queries") / "home")
    assert terminal.run("samples", "add").exit_code == 0
    add_account(terminal.home)
    server = Server(terminal.home)
    try:
        assert server.sign_in() == 303
        found = re.findall(r'href="(/dokumente/[^"?#]+)', server.get("/suche?q=graffiti")[1])
        answers = {path: server.get(path)[0] for path in (*ADDRESSES, f"{found[0]}?q={MARK}")}
        assert max(status for path, status in answers.items() if "nicht-da" not in path) < 500
        assert answers[ADDRESSES[0]] == 200
        for _ in range(3):
            assert server.get(f"/suche?q={UNANSWERED}")[0] == 200
        assert UNANSWERED in server.get("/verwaltung/suchen-ohne-treffer")[1]
    finally:
        said = server.ended()
    return terminal.home, said


def tables(home: Path) -> dict[str, list[dict[str, object]]]:
    """Return the rows of every table of the catalogue."""
    with closing(sqlite3.connect(home / "catalogue.sqlite")) as connection:
        connection.row_factory = sqlite3.Row
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in names}  # noqa: S608 - the catalogue's own names


def test_the_server_says_nothing_of_queries(used: tuple[Path, str]) -> None:
    said = used[1].casefold()
    assert MARK not in said
    assert UNANSWERED not in said


def test_a_query_that_finds_something_or_is_filtered_is_kept_nowhere_with_an_account(used: tuple[Path, str]) -> None:
    home, _ = used
    tables_with_it = {name for name, rows in tables(home).items() if MARK in str(rows).casefold()}
    assert tables_with_it <= {"unanswered"}
    holding = [path.name for path in home.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes().lower()]
    assert {name.partition("-")[0] for name in holding} <= {"catalogue.sqlite"}


def test_a_query_that_finds_nothing_is_counted_and_no_more(used: tuple[Path, str]) -> None:
    kept = tables(used[0])
    assert {name for name, rows in kept.items() if UNANSWERED in str(rows).casefold()} == {"unanswered"}
    (row,) = (each for each in kept["unanswered"] if each["query"] == UNANSWERED)
    assert row.keys() == {"query", "month", "count"}
    assert re.fullmatch(r"\d{4}-\d{2}", str(row["month"]))
    assert NAME not in str(kept["unanswered"])
    with closing(sqlite3.connect(used[0] / "catalogue.sqlite")) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("SELECT rowid FROM unanswered")
