"""What the page for correcting shows of each passage, and what its form says."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from archive.corrections import NOTHING_SAID, CorrectionEntry, Said
from archive.values import Description, meeting_day
from indexer.agreed import Agreed, agreed
from indexer.correcting import anchored, corrected
from indexer.passages import Passage
from indexer.recutting import letters_of
from indexer.search.presenting import unmarked
from indexer.structure.agreements import Agreement, State, read_agreement, read_undeclared
from indexer.structure.due import read_due
from indexer.structure.kinds import PassageKind
from indexer.structure.personal.roles import without_names
from webui.i18n import mark
from webui.reading import Element, elements
from webui.services import services

#: Kinds whose passages say who is to do something, by when, and what became of it.
AGREEMENTS = frozenset({PassageKind.DECISION, PassageKind.TASK})

#: States that may be chosen.
STATES = (State.DECIDED, State.OPEN, State.DONE, State.DROPPED, State.UNDOCUMENTED)

#: Characters of a field; more is no role and no day.
LONGEST = 200

#: Signs without a word, or figures like those of a day: where no day is read of these, something is mistyped.
_IS_NO_WORDING = re.compile(r"\A[\W\d_]*\Z|\d\s*[./-]\s*\d")

NO_DAY = mark(
    "Dieses „Bis wann“ gibt es nicht. Bitte prüfen Sie Tag, Monat und Jahr: zum Beispiel 31.12.2019, 31. Dezember 2019 "
    "oder Ende Mai 2019. Steht kein Termin fest, lassen Sie das Feld leer."
)

#: What the buttons of a form send.
SAVE, REJECT, TAKE_BACK, JOIN = "speichern", "ablehnen", "zuruecknehmen", "verbinden"


class UnreadableCorrectionError(Exception):
    """A form says something that cannot be kept; the advice, marked for translation, tells what to do."""

    def __init__(self, advice: str) -> None:
        super().__init__(advice)
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Correctable:
    """A passage with what its form is filled with."""

    passage: Passage
    elements: tuple[Element, ...]
    kind: PassageKind
    #: None where the passage is neither a decision nor a task.
    agreed: Agreed | None
    #: Who and by when, to be put right or confirmed.
    who: str
    due: str
    correction: CorrectionEntry | None


@dataclass(frozen=True, slots=True)
class Correctables:
    """Everything of a document that can be corrected."""

    passages: tuple[Correctable, ...]
    #: Corrections whose passage the document no longer has.
    lost: tuple[CorrectionEntry, ...]


def correctables(document: Description) -> Correctables:
    """Return the passages of a document that have words, in reading order."""
    said = services().archive.corrections.of(document.code)
    # What was said a moment ago holds, even if the document has not been indexed since.
    passages = corrected(services().texts.passages(document.code), said)
    found = anchored(passages, said)
    texts = [each.text for each in passages]
    shown = (_correctable(each, document, found.by_passage.get(each.id), texts) for each in passages)
    return Correctables(tuple(each for each in shown if each.elements), found.lost)


def said_by(
    form: Mapping[str, str], document: Description, shown: Sequence[Correctable], place: int, text: str
) -> Said:
    """Return what a form says of a passage.

    Args:
        form: Its fields. Who and by when are read anew where the passage gets other words, unless somebody has entered
            them: each part of a divided task has its own.
        document: What the passage stands in.
        shown: All passages of the document, with what their forms were filled with.
        place: Which of them it is, counted from 0.
        text: The words it is to have.

    Raises:
        UnreadableCorrectionError: It says something that cannot be kept.
    """
    passage, meeting = shown[place].passage, meeting_day(document)
    deed = form.get("tun", SAVE)
    if deed == TAKE_BACK:
        return NOTHING_SAID
    if deed == REJECT:
        return Said(PassageKind.AGENDA_ITEM if passage.agenda_item else PassageKind.INFORMATION)
    kind, state = form.get("art", ""), form.get("stand", "")
    if kind not in set(PassageKind) or state not in {"", *STATES}:
        raise UnreadableCorrectionError(mark("Bitte wählen Sie Art und Stand aus den Listen aus."))
    who, due = _typed(form)
    if PassageKind(kind) not in AGREEMENTS:
        return Said(kind)
    if not shown[place].correction and letters_of(text) != letters_of(passage.text):
        new = _likely(read_agreement(PassageKind(kind), text, meeting), [each.passage.text for each in shown])
        who, due = _unless_entered((who, due), (shown[place].who, shown[place].due), new)
    return Said(kind, who, due, _due_day(due, meeting), state)


def is_finding(kind: PassageKind) -> bool:
    """Tell whether a passage of a kind says more than that something was talked about, and so can be rejected."""
    return kind not in (PassageKind.INFORMATION, PassageKind.AGENDA_ITEM)


def counts(passages: Iterable[Correctable]) -> dict[PassageKind, int]:
    """Return how many passages of each kind there are."""
    kinds = [each.kind for each in passages]
    return {kind: kinds.count(kind) for kind in PassageKind if kind in kinds}


def _correctable(
    passage: Passage, document: Description, correction: CorrectionEntry | None, texts: Sequence[str]
) -> Correctable:
    said = correction.said.kind if correction else ""
    kind = PassageKind(said) if said else passage.kind
    shown = agreed(passage, meeting_day(document), correction.said if correction else None)
    # What a passage that sounds like a task says of it spares typing where it becomes one.
    who, due = _likely(shown or read_undeclared(passage.text, meeting_day(document)), texts)
    return Correctable(passage, elements(passage.text, unmarked), kind, shown, who, due, correction)


def _typed(form: Mapping[str, str]) -> tuple[str, str]:
    who, due = (" ".join(form.get(name, "").split()) for name in ("wer", "bis"))
    if max(len(who), len(due)) > LONGEST:
        raise UnreadableCorrectionError(mark("Bitte kürzen Sie „Wer“ und „Bis wann“ auf höchstens 200 Zeichen."))
    return who, due


def _due_day(due: str, meeting: date | None) -> date | None:
    """Return the day that a wording names, or None if it names none; refuse what was meant to and does not."""
    read = read_due(due, meeting)
    if read and read.day is None and _IS_NO_WORDING.search(due):
        raise UnreadableCorrectionError(NO_DAY)
    return read.day if read else None


def _unless_entered(typed: tuple[str, str], filled: tuple[str, str], new: tuple[str, str]) -> tuple[str, str]:
    """Return what was typed, and something new for what a form was only filled with."""
    who, due = (own if own != old else other for own, old, other in zip(typed, filled, new, strict=True))
    return who, due


def _likely(read: Agreed | Agreement | None, texts: Sequence[str]) -> tuple[str, str]:
    """Return who, as a role, and by when, in words, as fields are filled with them."""
    return (without_names(read.who, texts), read.due.wording if read.due else "") if read else ("", "")
