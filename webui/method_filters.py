"""Which methods someone wants: read from an address, written into one, and held against what papers say."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from werkzeug.datastructures import MultiDict

from webui.i18n import mark
from webui.methodcards import MethodCard

#: Value of "dauer" → least and most minutes, and how it is called.
DURATIONS: Mapping[str, tuple[int, int, str]] = {
    "30": (0, 30, mark("bis 30 Minuten")),
    "120": (0, 120, mark("bis 2 Stunden")),
    "240": (0, 240, mark("bis ein halber Tag")),
    "mehr": (241, 10**6, mark("länger als ein halber Tag")),
}

#: Value of "phase" → how it is called, and how papers write it.
PHASES: Mapping[str, str] = {
    "kennenlernen": mark("Kennenlernen"),
    "erkunden": mark("Quartier erkunden"),
    "ideen": mark("Ideen finden"),
    "entscheiden": mark("Entscheiden"),
    "umsetzen": mark("Umsetzen"),
    "auswerten": mark("Auswerten"),
}

#: Value of "sortierung" → how it is called.
SORTS: Mapping[str, str] = {
    "kern": mark("Kernmethoden zuerst"),
    "titel": mark("Titel A–Z"),
    "kurz": mark("Kürzeste zuerst"),
    "neu": mark("Neueste zuerst"),
}

#: Numbers with more digits are nobody's.
_DIGITS = 3
_ENDLESS = 10**6

#: "12", "8-15", "8 bis 15".
_PEOPLE = re.compile(rf"\s*(\d{{1,{_DIGITS}}})(?:\s*(?:-|–|bis)\s*(\d{{1,{_DIGITS}}}))?\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class People:
    """How many people a group may be; a known number is its own fewest and most."""

    fewest: int
    most: int

    def __str__(self) -> str:
        """Write it as an address has it: "12", "8-15"."""
        return str(self.fewest) if self.fewest == self.most else f"{self.fewest}-{self.most}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a method shall be; whatever is empty may be anything."""

    duration: str = ""
    people: People | None = None
    age: int | None = None
    phase: str = ""
    #: Exact label of a Handlungsfeld.
    topic: str = ""
    #: "ohne": without special material.
    material: str = ""
    #: "ja": only methods of the core.
    core: str = ""
    sort: str = "kern"

    @property
    def is_anything(self) -> bool:
        """Tell whether every method is wanted."""
        return replace(self, sort="") == Wanted(sort="")


@dataclass(frozen=True, slots=True)
class Judged:
    """A method that may be wanted."""

    card: MethodCard
    #: Names of the facts that are asked for and not stated, to be translated; empty where it is surely wanted.
    unsaid: tuple[str, ...]

    @property
    def doubt(self) -> str:
        """The first of them, or "" where it is surely wanted."""
        return self.unsaid[0] if self.unsaid else ""


#: Whether a method has what is asked for; None where its paper does not say.
_Answer = bool | None


def read_wanted(args: MultiDict[str, str], topics: Iterable[str]) -> Wanted:
    """Return what an address asks for; what makes no sense in it is left out."""
    return Wanted(
        duration=_one_of(args.get("dauer", ""), DURATIONS),
        people=_read_people(args.get("personen", "")),
        age=_number(args.get("alter", "")),
        phase=_one_of(args.get("phase", ""), PHASES),
        topic=_one_of(args.get("thema", ""), frozenset(topics)),
        material=_one_of(args.get("material", ""), {"ohne"}),
        core=_one_of(args.get("kern", ""), {"ja"}),
        sort=_one_of(args.get("sortierung", ""), SORTS) or "kern",
    )


def write_wanted(wanted: Wanted) -> dict[str, str]:
    """Return the parameters of an address, without those that say what is said anyway."""
    said = {
        "dauer": wanted.duration,
        "personen": str(wanted.people or ""),
        "alter": "" if wanted.age is None else str(wanted.age),
        "phase": wanted.phase,
        "thema": wanted.topic,
        "material": wanted.material,
        "kern": wanted.core,
        "sortierung": "" if wanted.sort == "kern" else wanted.sort,
    }
    return {name: value for name, value in said.items() if value}


def judge(cards: Iterable[MethodCard], wanted: Wanted) -> list[Judged]:
    """Return the methods that are wanted or may be, in order.

    First come those whose papers say all that is asked for, then the others by what is the first not to be stated.
    """
    judged = (_judged(card, wanted) for card in cards)
    kept = sorted((each for each in judged if each), key=lambda each: each.card.paper.title.casefold())
    if wanted.sort == "kern":
        kept.sort(key=lambda each: not each.card.paper.note.is_core)
    elif wanted.sort == "kurz":
        kept.sort(key=lambda each: _minutes(each.card))
    elif wanted.sort == "neu":
        kept.sort(key=lambda each: each.card.paper.start or date.min, reverse=True)
    return sorted(kept, key=lambda each: _DOUBTS.index(each.doubt))


def count(cards: Iterable[MethodCard], wanted: Wanted) -> Callable[[str, str], int]:
    """Return what tells how many methods would surely fit if one field had another value."""
    every = tuple(cards)
    others: dict[str, list[MethodCard]] = {}

    def counted(field: str, value: str) -> int:
        if field not in others:
            left = replace(wanted, **{field: ""})  # type: ignore[arg-type] # only fields that are texts
            others[field] = [each for each in every if (found := _judged(each, left)) and not found.unsaid]
        asked = replace(wanted, **{field: value})  # type: ignore[arg-type] # only fields that are texts
        _, answer = _ANSWERS[field]
        return sum(answer(each, asked) is True for each in others[field])

    return counted


def _judged(card: MethodCard, wanted: Wanted) -> Judged | None:
    answers = [(name, answer(card, wanted)) for field, (name, answer) in _ANSWERS.items() if _is_asked(wanted, field)]
    if any(answer is False for _, answer in answers):
        return None
    return Judged(card, tuple(name for name, answer in answers if answer is None))


def _duration(card: MethodCard, wanted: Wanted) -> _Answer:
    least, most, _ = DURATIONS[wanted.duration]
    return _within(card.read.duration_minutes if card.read else None, least, most)


def _people(card: MethodCard, wanted: Wanted) -> _Answer:
    if card.read is None or wanted.people is None:
        return None
    both = (wanted.people.fewest, wanted.people.most)
    answers = {_spans(card.read.group_min, card.read.group_max, number) for number in both}
    return False if False in answers else answers.pop()


def _age(card: MethodCard, wanted: Wanted) -> _Answer:
    return _spans(card.read.age_min, card.read.age_max, wanted.age or 0) if card.read else None


def _phase(card: MethodCard, wanted: Wanted) -> _Answer:
    stated = card.read.phase.text.casefold() if card.read and card.read.phase else ""
    return PHASES[wanted.phase].casefold() in stated if stated else None


def _topic(card: MethodCard, wanted: Wanted) -> _Answer:
    return wanted.topic in card.paper.topics if card.paper.topics else None


def _within(minutes: int | None, least: int, most: int) -> _Answer:
    return None if minutes is None else least <= minutes <= most


def _spans(low: int | None, high: int | None, number: int) -> _Answer:
    if low is None and high is None:
        return None
    return (low or 0) <= number <= (_ENDLESS if high is None else high)


def _minutes(card: MethodCard) -> int:
    stated = card.read.duration_minutes if card.read else None
    return _ENDLESS if stated is None else stated


def _one_of(value: str, known: Iterable[str]) -> str:
    return value if value in known else ""


def _read_people(typed: str) -> People | None:
    found = _PEOPLE.fullmatch(typed)
    if not found:
        return None
    numbers = sorted(int(number) for number in found.groups() if number)
    return People(numbers[0], numbers[-1])


def _number(typed: str) -> int | None:
    typed = typed.strip()
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= _DIGITS else None


def _is_asked(wanted: Wanted, field: str) -> bool:
    return getattr(wanted, field) not in ("", None)


#: Field of a Wanted → how what it asks for is called, and the answer of a card.
_ANSWERS: Mapping[str, tuple[str, Callable[[MethodCard, Wanted], _Answer]]] = {
    "duration": (mark("Dauer"), _duration),
    "people": (mark("Gruppengröße"), _people),
    "age": (mark("Alter"), _age),
    "material": (mark("Material"), lambda card, _: card.needs_nothing),
    "phase": (mark("Phase"), _phase),
    "topic": (mark("Handlungsfeld"), _topic),
    "core": (mark("Kernmethode"), lambda card, _: card.paper.note.is_core),
}

#: What may not be stated, in the order in which it is asked for; before all of it, nothing.
_DOUBTS = ("", *(name for name, _ in _ANSWERS.values()))
