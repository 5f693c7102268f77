"""The card of a method: the facts by which people choose one, each as it stands in the paper."""

from dataclasses import dataclass
from enum import StrEnum


class CardField(StrEnum):
    """A question that a method paper answers."""

    AIM = "aim"
    PURPOSE = "purpose"
    TARGET_GROUP = "target_group"
    AGE = "age"
    GROUP = "group"
    PREPARATION = "preparation"
    DURATION = "duration"
    MATERIAL = "material"
    PHASE = "phase"
    STEPS = "steps"
    VARIANTS = "variants"
    WARNINGS = "warnings"
    EXPERIENCE = "experience"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a paper says, in its own words."""

    text: str
    #: Page of the file, counted from 1; 0 where people said it and not the paper.
    page: int


@dataclass(frozen=True, slots=True)
class MethodCard:
    """What a method paper says about its method; what it does not say is None or empty."""

    title: Fact | None
    #: One sentence: what the method is for.
    aim: Fact | None
    target_group: Fact | None
    age: Fact | None
    #: Years.
    age_min: int | None
    age_max: int | None
    group: Fact | None
    #: People.
    group_min: int | None
    group_max: int | None
    preparation: tuple[Fact, ...]
    #: The longest time the paper names; None where it counts in weeks.
    preparation_minutes: int | None
    duration: Fact | None
    #: Of the execution alone, without preparation and evaluation; the longest time the paper names.
    duration_minutes: int | None
    material: tuple[Fact, ...]
    #: When in the work with a group it has its place, e.g. "Ideen finden".
    phase: Fact | None
    steps: tuple[Fact, ...]
    variants: tuple[Fact, ...]
    warnings: tuple[Fact, ...]
    experience: tuple[Fact, ...]
    source: Fact | None
