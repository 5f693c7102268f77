"""A disk that loses power: what was written and not synced may be there afterwards, or not, or in part.

Names and contents are apart, as in POSIX: a file's sync makes last what is in it, a folder's sync what it is called.
A change of names is atomic, as on file systems with a journal.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.faults.recording import Act, Call

#: Tells whether a change that was not synced is on the disk all the same.
Luck = Callable[[], bool]

#: Bytes that a disk writes as one.
SECTOR = 512


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a file's content: bytes at a place, or no bytes, where it was cut off at that place."""

    place: int
    content: bytes | None

    def applied(self, content: bytes) -> bytes:
        """Return a content with this change."""
        filled = content.ljust(self.place, b"\0")
        if self.content is None:
            return filled[: self.place]
        return filled[: self.place] + self.content + filled[self.place + len(self.content) :]

    def sectors(self) -> Iterator["Change"]:
        """Yield the parts a disk writes each for itself."""
        if self.content is None:
            yield self
            return
        start = 0
        while start < len(self.content):
            stop = min(len(self.content), start + SECTOR - (self.place + start) % SECTOR)
            yield Change(self.place + start, self.content[start:stop])
            start = stop


@dataclass(eq=False, slots=True)
class File:
    """A file's content: what lasts, and what was done to it since, in order."""

    durable: bytes = b""
    pending: list[Change] = field(default_factory=list)
    #: Where the next write without a place goes.
    end: int = 0

    def change(self, call: Call) -> None:
        """Carry out a call that is about the content alone."""
        match call.act:
            case Act.CREATE:
                self.end = 0
            case Act.EMPTY | Act.TRUNCATE:
                self.pending.append(Change(call.place, None))
                self.end = min(self.end, call.place)
            case Act.WRITE:
                place = self.end if call.place < 0 else call.place
                self.pending.append(Change(place, call.content))
                self.end = place + len(call.content)
            case Act.SYNC:
                self.durable, self.pending = self.after(lambda: True), []

    def after(self, luck: Luck) -> bytes:
        """Return what is there when the power comes back."""
        content = self.durable
        for change in (part for each in self.pending for part in each.sectors() if luck()):
            content = change.applied(content)
        return content


#: Files by their paths; a folder has no content.
Names = dict[str, File | None]


@dataclass(frozen=True, slots=True)
class Naming:
    """A change of names: paths that go, and what others lead to."""

    gone: frozenset[str]
    come: Mapping[str, File | None]

    def touches(self, folder: str) -> bool:
        """Tell whether the sync of a folder makes it last."""
        return any(str(PurePosixPath(path).parent) == folder for path in (*self.gone, *self.come))

    def apply(self, names: Names) -> None:
        """Carry it out."""
        for path in self.gone:
            names.pop(path, None)
        names.update(self.come)


class Disk:
    """The files and folders within one folder, by their whole paths; there are none at first."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._durable: Names = {}
        self._now: Names = {}
        self._pending: list[Naming] = []

    def do(self, call: Call) -> None:
        """Carry out a call; one about something outside does nothing."""
        if not call.path.startswith(self._root):
            return
        file = self._now.get(call.path)
        if file is not None:
            self._change(file, call)
        elif call.act in {Act.CREATE, Act.FOLDER} and call.path not in self._now:
            self._name(Naming(frozenset(), {call.path: File() if call.act is Act.CREATE else None}))
        elif call.act is Act.SYNC:
            self._sync_folder(call.path)

    def lose_power(self, luck: Luck, place: Path) -> None:
        """Write into another folder what is on the disk when the power comes back."""
        names = dict(self._durable)
        for naming in (each for each in self._pending if luck()):
            naming.apply(names)
        for path, file in sorted(names.items()):
            target = place / PurePosixPath(path).relative_to(self._root)
            if not target.parent.is_dir():
                continue  # what is in a folder that has no name cannot be reached
            if file is None:
                target.mkdir()
            else:
                target.write_bytes(file.after(luck))

    def _change(self, file: File, call: Call) -> None:
        match call.act:
            case Act.RENAME:
                self._name(Naming(frozenset({call.path}), {call.target: file}))
            case Act.LINK:
                self._name(Naming(frozenset(), {call.target: file}))
            case Act.UNLINK:
                self._name(Naming(frozenset({call.path}), {}))
            case _:
                file.change(call)

    def _name(self, naming: Naming) -> None:
        naming.apply(self._now)
        self._pending.append(naming)

    def _sync_folder(self, folder: str) -> None:
        for naming in (each for each in self._pending if each.touches(folder)):
            naming.apply(self._durable)
        self._pending = [each for each in self._pending if not each.touches(folder)]
