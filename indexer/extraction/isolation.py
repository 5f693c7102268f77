"""Reads files in a child process, so that no file can stop or harm the program."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from indexer.extraction.attachments import MOST_BYTES, Attachment
from indexer.extraction.errors import BrokenError, OvertimeError, UnreadableError, error_for
from indexer.extraction.limits import MOST_TEXT, Limits
from indexer.extraction.pages import Outcome, Reading
from indexer.extraction.picture import PagePicture, decode_frame
from indexer.extraction.process import SHORT, Child
from indexer.extraction.tasks import Task
from indexer.extraction.wire import decode

#: Bytes of one answer: text in UTF-8 with its escapes, and the frame around it.
LARGEST_ANSWER = 6 * MOST_TEXT
#: Bytes of a picture of a page; those of photographs are the largest.
LARGEST_PICTURE = 20 * 1024**2
#: What an answer raises that is none: a file may have taken over the child.
MALFORMED = (ValueError, LookupError, TypeError, AttributeError)


class Extractor:
    """A reader of files with one child process at a time, started when first needed.

    Use it as a context manager. It is not to be shared between threads.
    """

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 - the value is frozen
        self._limits = limits
        self._child: Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path, media_type: str) -> Reading:
        """Read a file as `extract` does; a child that hangs or dies becomes an outcome too.

        Raises:
            ChildStartError: No child process can be started.
        """
        return self._reading(Task.READ, path, media_type)

    def recognise(self, path: Path, media_type: str) -> Reading:
        """Read a file, and the text in its pictures as `ocr.recognise` does: 3 seconds a page, so do it last.

        Raises:
            ChildStartError: No child process can be started.
        """
        return self._reading(Task.RECOGNISE, path, media_type)

    def attachments(self, path: Path, media_type: str) -> tuple[Attachment, ...]:
        """Return the files attached to a mail or PDF.

        Raises:
            UnreadableError: The file does not open, or its attachments are too many or too large.
            ChildStartError: No child process can be started.
        """
        with self._asked(Task.ATTACHMENTS, path, media_type) as (child, until):
            answer = json.loads(child.receive(until - time.monotonic(), LARGEST_ANSWER))
            if outcome := answer.get("outcome"):
                raise error_for(Outcome(outcome), answer["detail"])
            names: list[str] = answer["names"]
            return tuple(Attachment(name, child.receive(until - time.monotonic(), MOST_BYTES)) for name in names)

    def draw(self, path: Path, media_type: str, page: int, width: int) -> PagePicture:
        """Return a page as it is printed, as `drawing.draw` does.

        Args:
            path: The file's.
            media_type: The file's.
            page: Its number, counted from 1.
            width: Pixels.

        Raises:
            UnreadableError: It cannot be drawn.
            ChildStartError: No child process can be started.
        """
        with self._asked(Task.DRAW, path, media_type, page=page, width=width) as (child, until):
            answer = child.receive(until - time.monotonic(), LARGEST_ANSWER)
            failure = json.loads(answer)
            if outcome := failure.get("outcome"):
                raise error_for(Outcome(outcome), failure["detail"])
            return decode_frame(answer, child.receive(until - time.monotonic(), LARGEST_PICTURE))

    def render(self, path: Path, media_type: str, folder: Path) -> Path:
        """Print an office file as PDF into an empty folder, as `rendition.make_rendition` does, and return where.

        Raises:
            UnreadableError: It cannot be printed, or nothing here prints such files.
            ChildStartError: Nothing can be printed now.
        """
        with self._asked(Task.RENDER, path, media_type, folder=str(folder.resolve())) as (child, until):
            answer = json.loads(child.receive(until - time.monotonic(), LARGEST_ANSWER))
            if outcome := answer.get("outcome"):
                raise error_for(Outcome(outcome), answer["detail"])
            return folder / Path(answer["name"]).name

    def close(self) -> None:
        """End the child process; the next file gets another."""
        if self._child:
            self._child.end()
            self._child = None

    def _reading(self, task: Task, path: Path, media_type: str) -> Reading:
        """Have a file read; what goes wrong with it becomes an outcome."""
        try:
            with self._asked(task, path, media_type) as (child, until):
                return decode(child.receive(until - time.monotonic(), LARGEST_ANSWER))
        except UnreadableError as error:
            return Reading(error.outcome, media_type, detail=str(error))

    @contextmanager
    def _asked(self, task: Task, path: Path, media_type: str, **more: int | str) -> Iterator[tuple[Child, float]]:
        """Give the child a task; yield it with the time by which it must have answered.

        Args:
            task: What to do.
            path: The file's.
            media_type: The file's.
            more: What else the task needs: see `child.Request`.

        Raises:
            OvertimeError, BrokenError: It hangs or dies, and is ended.
        """
        child = self._ready_child()
        try:
            request = {"task": task, "path": str(path.resolve()), "media_type": media_type}
            yield child, self._deadline(child, {**request, **more})
        except TimeoutError as error:
            self.close()
            raise OvertimeError(str(error)) from error
        except (EOFError, OSError, *MALFORMED) as error:
            self.close()
            raise BrokenError(f"The reading process died: {child.ending()} {error}".strip()) from error

    def _deadline(self, child: Child, request: Mapping[str, object]) -> float:
        """Send a task and return by when it must be done: the child says first how many pages the file has."""
        seconds, started = self._limits.seconds, time.monotonic()
        seconds_per_page = self._limits.seconds_for_page(Task(str(request["task"])))
        child.send({**request, "seconds": seconds, "seconds_per_page": seconds_per_page})
        return started + seconds + seconds_per_page * max(int(child.receive(seconds, SHORT)), 1)

    def _ready_child(self) -> Child:
        """Return a child that lives and has not read its share of files."""
        if self._child and (self._child.is_dead() or self._child.files >= self._limits.files_per_child):
            self.close()
        if not self._child:
            self._child = Child(self._limits.memory)
        return self._child
