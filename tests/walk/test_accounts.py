"""Accounts on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.archive import Archive
from archive.home import Home
from webui.cli import cli

PASSWORD = "vier Birnen im Hof"

Run = Callable[..., Result]


@pytest.fixture
def run(home_folder: Path) -> Run:
    """Run a command of `wissensarchiv account`; what is typed into it comes last."""

    def run(*arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(cli, ["--home", str(home_folder), "account", *arguments], input=typed)

    return run


def add(run: Run, name: str, role: str, password: str = PASSWORD) -> Result:
    return run("add", name, "--role", role, "--password-stdin", typed=f"{password}\n")


def test_accounts_are_added_listed_and_removed(run: Run, home_folder: Path) -> None:
    assert add(run, "Änne", "Koordination").exit_code == 0
    assert add(run, "Berta", "datenschutz").exit_code == 0
    listed = json.loads(run("list", "--json").stdout)
    assert [(each["name"], each["role"], each["has_password"]) for each in listed] == [
        ("Berta", "Datenschutz", True),
        ("Änne", "Koordination", True),
    ]
    assert "Berta  (Datenschutz, noch nie angemeldet)" in run("list").stdout
    assert run("remove", "Berta").exit_code == 0
    archive = Archive.open(Home(home_folder))
    assert archive.sign_ins.sign_in("änne", PASSWORD, "")
    archive.close()


def test_an_invitation_and_a_new_link_are_one_line_each(run: Run) -> None:
    add(run, "chef", "Koordination")
    invited = run("invite", "anna", "--role", "Mitarbeitende", "--address", "https://archiv.example.org/")
    assert invited.stdout.startswith("https://archiv.example.org/einladung/")
    assert "Der Link für „anna“ gilt einmal, bis" in invited.stderr
    renewed = run("reset", "anna")
    assert renewed.stdout.startswith("http://127.0.0.1:8000/einladung/")
    assert renewed.stdout.count("\n") == 1


def test_a_password_is_asked_for_twice_where_someone_sits(run: Run) -> None:
    result = run("add", "anna", "--role", "Technik", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert result.exit_code == 0
    assert PASSWORD not in result.output


@pytest.mark.parametrize(
    ("arguments", "typed", "code", "said"),
    [
        (("add", "chef", "--role", "Technik", "--password-stdin"), PASSWORD, 1, "gibt es schon"),
        (("add", "neu", "--role", "Technik", "--password-stdin"), "kurz", 1, "mindestens 12 Zeichen"),
        (("add", "<b>", "--role", "Technik", "--password-stdin"), PASSWORD, 1, "Ein Kontoname hat 2 bis 64 Zeichen"),
        (("add", "neu", "--role", "Chefin", "--password-stdin"), PASSWORD, 2, "Chefin"),
        (("remove", "niemand"), "", 1, "Dieses Konto gibt es nicht."),
        (("reset", "niemand"), "", 1, "Dieses Konto gibt es nicht."),
        (("remove", "chef"), "", 1, "das letzte Konto der Koordination"),
    ],
)
def test_what_does_not_go_is_said_in_a_sentence(
    run: Run, arguments: tuple[str, ...], typed: str, code: int, said: str
) -> None:
    add(run, "chef", "Koordination")
    add(run, "anna", "Mitarbeitende")
    result = run(*arguments, typed=typed)
    assert (result.exit_code, said in result.stderr) == (code, True)


def test_where_there_is_no_archive_there_are_no_accounts(run: Run) -> None:
    result = run("list")
    assert (result.exit_code, "ist kein Archiv" in result.stderr) == (1, True)
