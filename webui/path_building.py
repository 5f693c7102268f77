"""Learning paths as whoever builds them sees them: what is amiss with each step, and what is typed into its form."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from archive.errors import ArchiveError, UnknownDocumentError, UnusableLabelError
from archive.learning.content import MOST_MINUTES
from archive.learning.errors import StepFault, UnusableStepError
from archive.learning.values import PathEntry, StepContent, StepDocument, StepEntry, StepKind
from archive.values import PUBLISHED, Visibility
from indexer.passages import Passage
from webui.i18n import gettext, mark, translated
from webui.services import services
from webui.step_passages import StepPassages

#: A reference code, and behind it, perhaps, what makes it a passage's id; both as they stand in addresses, too.
_CODE = re.compile(r"D-\d{4}-\d{4,}")
_PASSAGE = re.compile(r"D-\d{4}-\d{4,}-[a-z2-7]{8}(?:-\d+)?")

#: Words a minute of someone who reads German prose to understand it.
PACE = 180

#: Whole documents are announced in steps of so many minutes.
ROUND = 5


class Problem(StrEnum):
    """What readers of a step meet."""

    GONE = "gone"
    HIDDEN = "hidden"
    PASSAGE_GONE = "passage_gone"
    RENEWED = "renewed"
    INTERNAL = "internal"


#: Problem → what is said of it, and what can be done.
SAYINGS: Mapping[Problem, str] = {
    Problem.GONE: mark("Dieses Dokument gibt es nicht mehr. Entfernen Sie den Schritt oder ersetzen Sie ihn."),
    Problem.HIDDEN: mark(
        "Dieses Dokument ist zurückgezogen oder nur für die Koordination. Lesende sehen einen Hinweis."
    ),
    Problem.PASSAGE_GONE: mark("Diese Stelle steht in der jetzigen Fassung nicht mehr. Der Link führt zum Dokument."),
    Problem.RENEWED: mark("Das Dokument hat eine neue Fassung, seit Sie den Schritt zuletzt geprüft haben."),
    Problem.INTERNAL: mark("Nur mit Konto lesbar; ohne Konto steht hier ein Hinweis."),
}

#: What breaks a step for those who are signed in.
BREAKING = frozenset({Problem.GONE, Problem.HIDDEN, Problem.PASSAGE_GONE})

FAULTS: Mapping[StepFault, str] = {
    StepFault.TITLE: mark("Bitte geben Sie einen Titel ein, höchstens 120 Zeichen."),
    StepFault.TEXT: mark("Der Text ist zu lang: höchstens 1000 Zeichen. Was mehr braucht, wird besser ein Dokument."),
    StepFault.MINUTES: mark("Bitte geben Sie die Minuten als ganze Zahl von 1 bis 480 an."),
    StepFault.LINK: mark("Der Link muss im Archiv bleiben und mit / anfangen, zum Beispiel /glossar."),
}


@dataclass(frozen=True, slots=True)
class BuiltStep:
    """A step with all that whoever builds the path has to know."""

    entry: StepEntry
    document: StepDocument | None
    passage: Passage | None
    problems: tuple[Problem, ...]

    @property
    def title(self) -> str:
        """What it is called: a document that is gone by its code."""
        content = self.entry.content
        return self.document.title if self.document else content.title or content.document

    @property
    def is_broken(self) -> bool:
        """Whether readers with an account do not find what it is about."""
        return bool(BREAKING & set(self.problems))


def built(paths: Iterable[PathEntry]) -> list[tuple[PathEntry, list[BuiltStep]]]:
    """Return paths with their steps as whoever builds them sees them, in three statements however many they are."""
    found = list(paths)
    contents = [step.content for path in found for step in path.steps]
    codes = {each.document for each in contents if each.document}
    documents = services().archive.learning.steps.documents(codes, frozenset(Visibility))
    passages = StepPassages.of(contents)
    return [(path, [_built(step, documents, passages) for step in path.steps]) for path in found]


def typed_content(form: Mapping[str, str]) -> StepContent:
    """Return the step that a form describes.

    Raises:
        UnusableStepError: The minutes are no number.
    """
    led = form.get("dokument", "").strip()
    code, passage = _CODE.search(led), _PASSAGE.search(led)
    kind = StepKind.PASSAGE if passage else StepKind.DOCUMENT if led else StepKind.NOTE
    return StepContent(
        kind,
        _minutes(form.get("minuten", ""), code[0] if code else "", passage[0] if passage else ""),
        form.get("text", ""),
        form.get("titel", ""),
        code[0] if code else led,
        passage[0] if passage else "",
        form.get("link", ""),
    )


def saying(error: ArchiveError) -> str:
    """Return what is said of a step or path that cannot be as it was described."""
    match error:
        case UnusableStepError(fault=fault):
            return translated(FAULTS[fault])
        case UnusableLabelError():
            return translated(FAULTS[StepFault.TITLE])
        case UnknownDocumentError():
            return gettext(
                "Dieses Dokument gibt es nicht. Geben Sie seine Kennung ein (D-2026-0042) oder seine Adresse."
            )
        case _:
            return gettext(
                "Diesen Lernpfad oder Schritt gibt es nicht mehr. Vielleicht hat ihn gerade jemand geändert."
            )


def _built(step: StepEntry, documents: Mapping[str, StepDocument], passages: StepPassages) -> BuiltStep:
    document, passage = documents.get(step.content.document), passages.there.get(step.content.passage)
    if step.content.kind is StepKind.NOTE:
        problems: tuple[Problem, ...] = ()
    elif document is None:
        problems = (Problem.GONE,)
    else:
        problems = _problems(step, document, is_lost=step.content.passage in passages.lost)
    return BuiltStep(step, document, passage, problems)


def _problems(step: StepEntry, document: StepDocument, *, is_lost: bool) -> tuple[Problem, ...]:
    """Return what readers meet in a step whose document there is."""
    there = {
        Problem.HIDDEN: document.visibility not in PUBLISHED,
        Problem.INTERNAL: document.visibility is Visibility.INTERNAL,
        Problem.PASSAGE_GONE: is_lost,
        Problem.RENEWED: document.version > step.version,
    }
    return tuple(problem for problem, is_there in there.items() if is_there)


def _minutes(typed: str, code: str, passage: str) -> int:
    """Return the minutes that were typed, or, where none were, as many as reading takes."""
    if typed.strip():
        return int(typed) if typed.strip().isdecimal() and len(typed.strip()) <= len(str(MOST_MINUTES)) else 0
    texts = services().texts
    read = texts.passages_by_id([passage]).values() if passage else texts.passages(code)
    minutes = -(-sum(len(each.text.split()) for each in read) // PACE) or 1
    return min(minutes if passage or minutes < ROUND else -(-minutes // ROUND) * ROUND, MOST_MINUTES)
