"""What the program says on standard error about its own work: lines for people, or JSON lines for machines.

No line tells of anybody or of anything that is held or asked for: no query, name, address of a reader or text, and of
a page's address no more than its pattern. Of an error stands its kind and where in the program it came from; what it
says only where it comes from the system or from SQLite, for all other errors may quote what they stumbled over.
"""

import json
import logging
import sqlite3
import sys
import threading
import traceback
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog
from sqlalchemy.exc import DBAPIError
from structlog.typing import EventDict, WrappedLogger

#: Environment variable that asks for a format.
VARIABLE = "WISSENSARCHIV_LOG"

#: What lines begin with.
FIRST = ("time", "level", "event", "request", "method", "route", "status", "ms")

#: Places of an error that are told, the innermost ones.
PLACES = 12

#: What Flask calls its log; its messages name addresses.
_FLASK = "webui.app"

_log = structlog.get_logger()


class LogFormat(StrEnum):
    """How much is said, and to whom; the value is the word of the command line."""

    #: What somebody should look at, for people.
    WARNINGS = "warnungen"
    #: Everything, for people.
    TEXT = "text"
    #: Everything, for programs: a JSON object a line.
    JSON = "json"


def set_up(wanted: LogFormat) -> None:
    """Have everything said in a format from now on."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
            _as_json if wanted is LogFormat.JSON else _as_text,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.WARNING if wanted is LogFormat.WARNINGS else logging.INFO
        ),
        logger_factory=lambda *_: structlog.WriteLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def take_over() -> None:
    """Say in the same format what libraries say, and what ends this process or one of its threads."""
    root = logging.getLogger()
    root.handlers[:] = [_FromLibraries(logging.WARNING)]
    sys.excepthook = _on_end
    threading.excepthook = _on_end_of_thread


def trouble(error: BaseException | None) -> Mapping[str, Any]:
    """Return what is said about an error: its kind, where it came from, and what the system says of it."""
    if error is None:
        return {}
    said: dict[str, Any] = {"error": type(error).__name__, "at": _places(error)}
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        said["reason"] = str(cause)
    elif isinstance(cause, OSError) and cause.strerror:
        said["reason"] = cause.strerror
    return said


def _places(error: BaseException) -> list[str]:
    """Return where an error came from, the innermost place last."""
    frames = traceback.extract_tb(error.__traceback__)[-PLACES:]
    return [f"{'/'.join(Path(each.filename).parts[-2:])}:{each.lineno} {each.name}" for each in frames]


def _as_json(_logger: WrappedLogger, _name: str, said: EventDict) -> str:
    return json.dumps(_in_order(said), ensure_ascii=False, default=str)


def _as_text(_logger: WrappedLogger, _name: str, said: EventDict) -> str:
    time, level, event, *others = _in_order(said).items()
    rest = " ".join(f"{key}={_value(value)}" for key, value in others)
    return f"{str(time[1])[:19]}Z {level[1]:<7} {event[1]} {rest}".rstrip()


def _in_order(said: EventDict) -> dict[str, Any]:
    first = {key: said[key] for key in FIRST if key in said}
    return {**first, **said}


def _value(value: object) -> str:
    text = " < ".join(map(str, reversed(value))) if isinstance(value, list) else str(value)
    return f'"{text}"' if " " in text else text


class _FromLibraries(logging.Handler):
    """Says what a library says, without what it put into its words."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say it."""
        event = "page failed" if record.name == _FLASK else str(record.msg)
        error = record.exc_info[1] if record.exc_info else None
        _log.log(record.levelno, event, library=record.name, **trouble(error))


def _on_end(kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _log.critical("ended by an error", **trouble(error))


def _on_end_of_thread(ended: threading.ExceptHookArgs) -> None:
    _log.critical("thread ended by an error", **trouble(ended.exc_value))
