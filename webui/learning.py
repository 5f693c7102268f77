"""Learning paths as a reader is shown them: what each step leads to, what has changed, and where to go on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from archive.learning.values import PathEntry, ReadEntry, StepDocument, StepEntry, StepKind
from indexer.passages import Passage
from webui.i18n import gettext, translated
from webui.reader import reader
from webui.services import services
from webui.step_passages import StepPassages


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of a path with what it leads to."""

    entry: StepEntry
    #: In the path, counted from 1.
    place: int
    #: None for a note, and where the reader may see no such document.
    document: StepDocument | None
    #: None where the step is about no passage, or the document has none such any more.
    passage: Passage | None
    #: Whether the document has it no longer.
    is_lost: bool
    is_read: bool
    #: Version of the document that was read, or else looked at by the coordination.
    known_version: int
    #: When it was put among steps of which the reader had read some; else None.
    new_since: datetime | None

    @property
    def is_gone(self) -> bool:
        """Whether there is nothing to be read here."""
        return self.entry.content.kind is not StepKind.NOTE and self.document is None

    @property
    def is_open(self) -> bool:
        """Whether the reader has it before him."""
        return not self.is_read and not self.is_gone

    @property
    def is_renewed(self) -> bool:
        """Whether the document has a newer version than the one that is known."""
        return self.document is not None and self.document.version > self.known_version

    @property
    def is_moved(self) -> bool:
        """Whether the passage it was about stands in the document no longer."""
        return self.document is not None and self.is_lost

    @property
    def title(self) -> str:
        """What it is called; steps that are gone tell nothing of what they led to."""
        if self.is_gone:
            return gettext("Dieser Schritt ist zurzeit nicht zugänglich")
        return self.document.title if self.document else self.entry.content.title

    @property
    def sort(self) -> str:
        """What is read in it."""
        if self.document is None:
            return gettext("Hinweis")
        if self.entry.content.kind is StepKind.PASSAGE:
            return gettext("Stelle aus: %(kind)s", kind=translated(self.document.kind.value))
        return translated(self.document.kind.value)

    @property
    def address(self) -> str:
        """Where it leads, or "" where there is nothing beside the step itself."""
        if self.document is None:
            return self.entry.content.link
        anchor = self.passage.id if self.passage else None
        return url_for("documents.document", code=self.document.code, _anchor=anchor)


@dataclass(frozen=True, slots=True)
class ShownPath:
    """A path with its steps, and how far the reader has come."""

    entry: PathEntry
    steps: tuple[ShownStep, ...]

    @property
    def there(self) -> tuple[ShownStep, ...]:
        """The steps in which there is something to read."""
        return tuple(step for step in self.steps if not step.is_gone)

    @property
    def read(self) -> int:
        """How many of them the reader has read."""
        return sum(step.is_read for step in self.there)

    @property
    def minutes(self) -> int:
        """How long all of them take."""
        return sum(step.entry.content.minutes for step in self.there)

    @property
    def minutes_left(self) -> int:
        """How long those take that the reader has not read."""
        return sum(step.entry.content.minutes for step in self.there if step.is_open)

    @property
    def next(self) -> ShownStep | None:
        """The first step that the reader has not read, or None where there is none."""
        return next((step for step in self.steps if step.is_open), None)


def shown(paths: Iterable[PathEntry], read: Mapping[int, ReadEntry | None]) -> list[ShownPath]:
    """Return paths as the reader of the current page is shown them, in four statements however many they are."""
    found = list(paths)
    contents = [step.content for path in found for step in path.steps]
    codes = {each.document for each in contents if each.document}
    documents = services().archive.learning.steps.documents(codes, reader().visible) if codes else {}
    passages = StepPassages.of(each for each in contents if each.document in documents)
    return [ShownPath(path, tuple(_steps(path, read, documents, passages))) for path in found]


def next_step(paths: Iterable[ShownPath]) -> tuple[ShownPath, ShownStep] | None:
    """Return where a reader goes on: in the first path that he has begun and not ended; None where there is none."""
    begun = (path for path in paths if path.read and path.next)
    return next(((path, path.next) for path in begun if path.next), None)


def _steps(
    path: PathEntry,
    read: Mapping[int, ReadEntry | None],
    documents: Mapping[str, StepDocument],
    passages: StepPassages,
) -> Iterable[ShownStep]:
    begun = min((entry.at for step in path.steps if (entry := read.get(step.number))), default=None)
    for place, step in enumerate(path.steps, start=1):
        own = read.get(step.number)
        is_new = begun is not None and step.added_at > begun and step.number not in read
        yield ShownStep(
            step,
            place,
            documents.get(step.content.document),
            passages.there.get(step.content.passage),
            step.content.passage in passages.lost,
            step.number in read,
            own.version if own else step.version,
            step.added_at if is_new else None,
        )
