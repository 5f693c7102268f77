"""The judged queries, as they are written down in the two files beside this one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.rights import STAFF, VISITOR, Reader, Role

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Answer:
    """A document, or a passage of one, that answers a query."""

    file: str
    #: 3 answers the question, 2 a part of it or what became of it, 1 belongs to it.
    grade: int
    #: Words that stand in the passage meant; "" where any passage of the document will do.
    says: str


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A query with its answers."""

    text: str
    reader: Reader
    #: staff, new or coordination.
    group: str
    #: What the asker is after, e.g. "decision".
    need: str
    answers: tuple[Answer, ...]
    #: What the query is to be understood as, or "".
    wording: str


@dataclass(frozen=True, slots=True)
class Trap:
    """A query that must not go wrong in one way."""

    text: str
    reader: Reader
    why: str
    #: Files that are never among the hits.
    never: tuple[str, ...]
    #: Files of the first hits, in any order.
    first: tuple[str, ...]
    #: Files that are among the hits.
    finds: tuple[str, ...]
    #: Words that no snippet marks.
    unmarked: tuple[str, ...]
    #: Bounds of the number of documents.
    least: int
    most: int | None


def queries() -> tuple[JudgedQuery, ...]:
    """Read the judged queries."""
    return tuple(_query(entry) for entry in _read("queries.toml")["query"])


def traps() -> tuple[Trap, ...]:
    """Read the traps."""
    return tuple(_trap(entry) for entry in _read("traps.toml")["trap"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _query(entry: Mapping[str, Any]) -> JudgedQuery:
    return JudgedQuery(
        text=entry["text"],
        reader=_reader(entry),
        group=entry["group"],
        need=entry["need"],
        answers=tuple(Answer(each["file"], each["grade"], each.get("says", "")) for each in entry["answers"]),
        wording=entry.get("wording", ""),
    )


def _trap(entry: Mapping[str, Any]) -> Trap:
    lists = {name: tuple(entry.get(name, ())) for name in ("never", "first", "finds", "unmarked")}
    return Trap(
        entry["text"], _reader(entry), entry["why"], **lists, least=entry.get("least", 0), most=entry.get("most")
    )


def _reader(entry: Mapping[str, Any]) -> Reader:
    role = entry.get("role")
    if role is None:
        return STAFF
    return Reader(Role(role)) if role else VISITOR
