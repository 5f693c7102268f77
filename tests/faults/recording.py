"""Records what a program does to the files of a folder: every call that reaches the system, through strace."""

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Self

#: Calls that change files, names or what is durable, and those that say which file is meant.
CALLS = (
    "openat,write,pwrite64,ftruncate,fsync,fdatasync,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat"
)
#: Bytes of an argument that are recorded: all of them.
_WHOLE = 1 << 28

_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_UNFINISHED = re.compile(r"(\d+) +(.*) <unfinished \.\.\.>")
_RESUMED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)")
_FILE = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_STDOUT = 1


class Act(StrEnum):
    """What a call does."""

    CREATE = "create"
    EMPTY = "empty"
    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    RENAME = "rename"
    #: Give a second name to.
    LINK = "link"
    UNLINK = "unlink"
    FOLDER = "folder"
    #: The program says that something is done: from here on it must stay.
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Call:
    """One call: what it does to which file, by its whole path."""

    act: Act
    path: str
    #: Where it goes, of `RENAME` and `LINK`.
    target: str = ""
    #: Offset of `WRITE`, -1 for where the last one ended, and size of `TRUNCATE`; in bytes.
    place: int = 0
    content: bytes = b""


def record(command: Sequence[str], trace: Path) -> tuple[Call, ...]:
    """Run a program and return what it did to files, in order.

    Raises:
        CalledProcessError: The program failed, or may not be watched.
    """
    watched = ["strace", "-f", "-qq", "-y", "-xx", "-s", str(_WHOLE), "-e", f"trace={CALLS}", "-e", "signal=none"]
    subprocess.run([*watched, "-o", str(trace), *command], check=True, stdout=subprocess.DEVNULL)
    return tuple(_calls(_whole_lines(trace)))


def _whole_lines(trace: Path) -> Iterator[str]:
    """Yield the calls of a trace, those whole that another thread's came between."""
    begun: dict[str, str] = {}
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            if found := _UNFINISHED.match(line):
                begun[found[1]] = found[2]
            elif found := _RESUMED.match(line):
                yield f"{found[1]} {begun.pop(found[1])}{found[2]}"
            else:
                yield line


def _calls(lines: Iterator[str]) -> Iterator[Call]:
    for line in lines:
        found = _LINE.match(line)
        if found and int(found[3]) >= 0:
            yield from _KINDS[found[1].removesuffix("2").removesuffix("at")](_Arguments.read(found[2], int(found[3])))


@dataclass(frozen=True, slots=True)
class _Arguments:
    """What a call was given."""

    shown: str
    #: The file or folder it was given open, and its number; "" and -1 if there is none.
    path: str
    file: int
    #: Names and contents.
    texts: tuple[bytes, ...]
    #: The last number, an offset or a size.
    number: int
    result: int

    @classmethod
    def read(cls, shown: str, result: int) -> Self:
        file = _FILE.search(shown)
        numbers = re.findall(r", (\d+)", shown)
        return cls(
            shown,
            _bytes(file[2]).decode() if file else "",
            int(file[1]) if file else -1,
            tuple(_bytes(each) for each in _TEXT.findall(shown)),
            int(numbers[-1]) if numbers else 0,
            result,
        )

    def named(self) -> str:
        """Return the path of what is named last, within the folder that was given open."""
        return str(Path(self.path) / self.texts[-1].decode())


def _open(given: _Arguments) -> Iterator[Call]:
    for flag, act in (("O_CREAT", Act.CREATE), ("O_TRUNC", Act.EMPTY)):
        if flag in given.shown:
            yield Call(act, given.named())


def _write(given: _Arguments) -> Iterator[Call]:
    content = given.texts[-1][: given.result]
    yield (
        Call(Act.TOLD, "", content=content)
        if given.file == _STDOUT
        else Call(Act.WRITE, given.path, place=-1, content=content)
    )


def _two(act: Act, given: _Arguments) -> Iterator[Call]:
    yield Call(act, given.texts[0].decode(), given.texts[-1].decode())


def _named(act: Act, given: _Arguments) -> Iterator[Call]:
    yield Call(act, given.named())


def _opened(act: Act, given: _Arguments) -> Iterator[Call]:
    yield Call(act, given.path, place=given.number, content=b"".join(given.texts)[: given.result])


_KINDS: Mapping[str, Callable[[_Arguments], Iterator[Call]]] = {
    "open": _open,
    "write": _write,
    "pwrite64": partial(_opened, Act.WRITE),
    "ftruncate": partial(_opened, Act.TRUNCATE),
    "fsync": partial(_opened, Act.SYNC),
    "fdatasync": partial(_opened, Act.SYNC),
    "rename": partial(_two, Act.RENAME),
    "link": partial(_two, Act.LINK),
    "unlink": partial(_named, Act.UNLINK),
    "mkdir": partial(_named, Act.FOLDER),
}


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))
