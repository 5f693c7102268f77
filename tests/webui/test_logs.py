"""A page that fails, and what libraries say, told without the words they stumbled over."""

import json
import logging
import sqlite3
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from flask.testing import FlaskClient
from sqlalchemy.exc import IntegrityError

from webui.app import create_app
from webui.logs import LogFormat, set_up, take_over, trouble
from webui.services import Services

SECRET = "Kirschenklau"


@pytest.fixture(autouse=True)
def json_lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have everything said as JSON, and put everything back."""
    root = logging.getLogger()
    handlers = root.handlers[:]
    for module, name in ((sys, "excepthook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    set_up(LogFormat.JSON)
    take_over()
    yield
    root.handlers[:] = handlers
    structlog.reset_defaults()


@pytest.fixture
def failing(empty: Services) -> FlaskClient:
    """A visitor of an app with a page that fails over what it was asked."""
    app = create_app(empty)

    def fail(word: str) -> str:
        raise ValueError(word)

    app.add_url_rule("/kaputt/<word>", "kaputt", fail)
    return app.test_client()


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_page_that_failed_shows_the_number_under_which_its_lines_stand(
    failing: FlaskClient, capsys: pytest.CaptureFixture[str]
) -> None:
    page = failing.get(f"/kaputt/{SECRET}?q={SECRET}")
    failed, answered = _lines(capsys)
    assert page.status_code == 500
    assert f"nennen Sie der Technik diese Nummer: {failed['request']}." in page.text
    assert (failed["event"], failed["level"], failed["error"]) == ("page failed", "error", "ValueError")
    assert failed["at"][-1].startswith("webui/test_logs.py:")
    assert (answered["event"], answered["level"], answered["status"]) == ("request", "error", 500)
    assert {each["route"] for each in (failed, answered)} == {"/kaputt/<word>"}
    assert SECRET not in json.dumps([failed, answered])


def test_what_a_library_says_is_told_without_what_it_put_in(capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("waitress").warning("Exception while serving %s", f"/einladung/{SECRET}")
    logging.getLogger("waitress").info("of no interest")
    (line,) = _lines(capsys)
    assert (line["event"], line["library"], line["level"]) == ("Exception while serving %s", "waitress", "warning")
    assert SECRET not in json.dumps(line)


def test_an_error_that_ends_a_thread_or_the_process_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise KeyError(SECRET)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    try:
        fail()
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    lines = _lines(capsys)
    assert [(each["event"], each["level"], each["error"]) for each in lines] == [
        ("thread ended by an error", "critical", "KeyError"),
        ("ended by an error", "critical", "KeyError"),
    ]
    assert SECRET not in json.dumps(lines)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(28, "No space left on device", f"/{SECRET}"), "No space left on device"),
        (sqlite3.OperationalError("database is locked"), "database is locked"),
        (ValueError(SECRET), None),  # may quote what was asked
        (OSError(SECRET), None),  # the system said nothing
    ],
)
def test_of_an_error_is_told_what_the_system_says(error: Exception, reason: str | None) -> None:
    said = trouble(error)
    assert said.get("reason") == reason
    assert SECRET not in json.dumps(said)


def test_what_the_catalogue_cannot_do_is_told_without_the_values(empty: Services) -> None:
    twice = "INSERT INTO unanswered VALUES (?1, '2026-01', 1), (?1, '2026-01', 1)"
    with pytest.raises(IntegrityError) as caught, empty.archive._catalogue.writing() as session:  # noqa: SLF001 - breaks a rule of it
        session.connection().exec_driver_sql(twice, (SECRET,))
    said = trouble(caught.value)
    assert (said["error"], said["reason"]) == (
        "IntegrityError",
        "UNIQUE constraint failed: unanswered.query, unanswered.month",
    )
    assert SECRET not in str(caught.value)
