"""Method papers as cards, and the glossary."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from flask import abort
from msgspec import Meta

from archive.browsing import Choice
from archive.experiences import ExperienceEntry
from archive.values import Description, DocumentKind
from indexer.search.glossary.entries import Origin
from indexer.structure.methods.card import Fact, MethodCard
from webui.api.operation import Operation
from webui.api.paging import Paging, Portion, cut, portion
from webui.i18n import language, mark
from webui.methodcards import method_cards
from webui.reader import reader
from webui.records.documents import DocumentRecord, document_record
from webui.services import services
from webui.views.documents import described_or_404


@dataclass(frozen=True, slots=True)
class FactRecord:
    """Something a paper says, in its own words, or people in its place."""

    text: str
    page: Annotated[int, Meta(description=mark("0, wo Menschen es sagten und nicht das Papier"))]


Facts = tuple[FactRecord, ...]


@dataclass(frozen=True, slots=True)
class CardRecord:
    """What a method paper, or people in its place, say about its method; what nobody says is null or empty."""

    aim: FactRecord | None
    target_group: FactRecord | None
    age: FactRecord | None
    age_min: int | None
    age_max: int | None
    group: FactRecord | None
    group_min: int | None
    group_max: int | None
    preparation: Facts
    preparation_minutes: int | None
    duration: FactRecord | None
    duration_minutes: int | None
    material: Facts
    phase: FactRecord | None
    steps: Facts
    variants: Facts
    warnings: Facts
    experience: Facts
    source: FactRecord | None


@dataclass(frozen=True, slots=True)
class ExperienceRecord:
    """What a site lived with a method, as the coordination released it."""

    site: str
    year: int
    went_well: str
    was_hard: str
    advice: str


@dataclass(frozen=True, slots=True)
class MethodRecord:
    """A method paper."""

    description: DocumentRecord
    is_core: Annotated[bool, Meta(description=mark("Kernmethode: Alle Neuen sollen sie kennen"))]
    card: Annotated[CardRecord | None, Meta(description=mark("leer, wo das Papier keine Karte hergibt"))]
    experiences: Annotated[
        tuple[ExperienceRecord, ...], Meta(description=mark("Erfahrungen der Standorte, die neuesten zuerst"))
    ]


@dataclass(frozen=True, slots=True)
class GlossaryRecord:
    """One meaning of a term."""

    term: str
    long: Annotated[str, Meta(description=mark("wofür eine Abkürzung steht"))]
    also: tuple[str, ...]
    origin: Origin
    text: str
    query: Annotated[str, Meta(description=mark("womit sich Stellen dazu finden lassen"))]
    passages: Annotated[int, Meta(description=mark("so viele Stellen"))]


def methods(asked: Paging) -> Portion[MethodRecord]:
    """Return the method papers, the last taken in first."""
    wanted = Choice(kinds=(DocumentKind.METHODENPAPIER,))
    found = services().archive.browse(wanted, asked.shown, reader().visible)
    return portion(_records(found.documents), found.total, asked)


def method(code: str) -> MethodRecord:
    """Return a method paper."""
    described = described_or_404(code)
    if described.kind is not DocumentKind.METHODENPAPIER:
        abort(404)
    return _records((described,))[0]


def glossary(asked: Paging) -> Portion[GlossaryRecord]:
    """Return the terms of the programme with their meanings."""
    answers = sorted(services().searcher.glossary(reader()), key=lambda each: each.entry.term.casefold())
    is_german = language() == "de"
    found = [
        GlossaryRecord(
            each.entry.term,
            each.entry.long,
            each.entry.also,
            each.entry.origin,
            each.entry.de if is_german else each.entry.en,
            each.query,
            each.passages,
        )
        for each in answers
    ]
    return cut(found, asked)


def _records(described: Sequence[Description]) -> list[MethodRecord]:
    """Return method papers as their pages show them, in as many statements however many they are."""
    codes = [each.code for each in described]
    papers = services().archive.methods.papers_among(codes, reader().visible)
    cards = {each.paper.code: each for each in method_cards(papers)}
    experiences = services().archive.experiences.released_of(codes)
    return [
        MethodRecord(
            document_record(each),
            cards[each.code].paper.note.is_core,
            _card(cards[each.code].read),
            tuple(map(_experience, experiences.get(each.code, ()))),
        )
        for each in described
        if each.code in cards
    ]


def _experience(entry: ExperienceEntry) -> ExperienceRecord:
    return ExperienceRecord(entry.site, entry.year, entry.went_well, entry.was_hard, entry.advice)


def _card(card: MethodCard | None) -> CardRecord | None:
    if card is None:
        return None
    return CardRecord(
        aim=_fact(card.aim),
        target_group=_fact(card.target_group),
        age=_fact(card.age),
        age_min=card.age_min,
        age_max=card.age_max,
        group=_fact(card.group),
        group_min=card.group_min,
        group_max=card.group_max,
        preparation=_facts(card.preparation),
        preparation_minutes=card.preparation_minutes,
        duration=_fact(card.duration),
        duration_minutes=card.duration_minutes,
        material=_facts(card.material),
        phase=_fact(card.phase),
        steps=_facts(card.steps),
        variants=_facts(card.variants),
        warnings=_facts(card.warnings),
        experience=_facts(card.experience),
        source=_fact(card.source),
    )


def _fact(fact: Fact | None) -> FactRecord | None:
    return FactRecord(fact.text, fact.page) if fact else None


def _facts(facts: Iterable[Fact]) -> Facts:
    return tuple(FactRecord(each.text, each.page) for each in facts)


OPERATIONS = (
    Operation("/methods", methods, mark("Methodenpapiere mit ihren Karten")),
    Operation("/methods/<code>", method, mark("Ein Methodenpapier mit seiner Karte")),
    Operation("/glossary", glossary, mark("Glossar: Begriffe des Programms und was sie heißen")),
)
