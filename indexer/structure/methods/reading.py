"""Reads the card out of a method paper."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from indexer.extraction.pages import Page
from indexer.structure.methods.card import CardField, Fact, MethodCard
from indexer.structure.methods.durations import read_minutes
from indexer.structure.methods.spans import Span, read_ages, read_span
from indexer.structure.methods.statements import Statement, read_statements
from indexer.structure.titles import heading_title

#: Fewer facts of a card stand in many papers that are no method.
FEWEST_FACTS = 3
_HOW_OR_WHAT_FOR = (CardField.STEPS, CardField.AIM, CardField.PURPOSE)
#: Reports have aims and tell how it went, but not what doing it again takes.
_WHAT_IT_TAKES = (CardField.AGE, CardField.GROUP, CardField.PREPARATION, CardField.DURATION, CardField.MATERIAL)

#: Facts of which a paper may state several.
SEVERAL = frozenset(
    {
        CardField.PREPARATION,
        CardField.MATERIAL,
        CardField.STEPS,
        CardField.VARIANTS,
        CardField.WARNINGS,
        CardField.EXPERIENCE,
    }
)
#: The page of a fact that people said.
BY_HAND = 0
#: Nobody said anything.
NOTHING: Mapping[CardField, str] = MappingProxyType({})

#: What only minutes name in their head.
_OF_MINUTES = re.compile(
    r"^[^\w\n]{0,12}(?:Protokoll(?:führung|ant\w*|führer\w*)?|Anwesend\w*|Schriftführ\w*|Entschuldigt\w*)\s*(?:[:|]|$)"
    r"|^[^\w\n]{0,12}TOP\s*\d",
    re.IGNORECASE | re.MULTILINE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„\"])")
#: Parts of a duration stand apart like this; the comma of "1,5" does not part.
_PART = re.compile(r"\s*(?:;|,(?!\d)|[·+()\n])\s*")
_PREPARING = re.compile(r"vorbereit|vorlauf|vorab", re.IGNORECASE)
_AFTERWARDS = re.compile(r"auswert|nachbereit|nacharbeit|aufräum", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:;|,(?!\d))\s*(?![^()]*\))")
#: A time further on in a sentence is not how long the preparation takes.
_AT_ONCE = 30


def read_method(pages: Sequence[Page], by_hand: Mapping[CardField, str] = NOTHING) -> MethodCard | None:
    """Return the card of a method paper, or None where the pages are something else.

    Args:
        pages: The document's pages, in order.
        by_hand: What people say in the place of what the paper states; of facts that may be many, one a line.
    """
    is_something_else = _OF_MINUTES.search("\n".join(page.text for page in pages[:1]))
    stated = () if is_something_else else tuple(read_statements(pages))
    # What a method is for is told by its purpose only where nothing is said of its aim.
    replaced = {*by_hand, *([CardField.PURPOSE] if CardField.AIM in by_hand else [])}
    said = _Said((*(each for each in stated if each.field not in replaced), *_by_hand(by_hand)))
    if not by_hand and not said.is_method():
        return None
    group, ages = read_span(said.text(CardField.GROUP)), _ages(said)
    return MethodCard(
        title=heading_title(pages),
        aim=_first_sentence(said.first(CardField.AIM) or said.first(CardField.PURPOSE)),
        target_group=said.first(CardField.TARGET_GROUP),
        age=said.first(CardField.AGE),
        age_min=ages.low,
        age_max=ages.high,
        group=said.first(CardField.GROUP),
        group_min=group.low,
        group_max=group.high,
        preparation=said.all(CardField.PREPARATION),
        preparation_minutes=_preparation_minutes(said),
        duration=said.first(CardField.DURATION),
        duration_minutes=_duration_minutes(said),
        material=tuple(_listed(said.all(CardField.MATERIAL))),
        phase=said.first(CardField.PHASE),
        steps=said.all(CardField.STEPS),
        variants=said.all(CardField.VARIANTS),
        warnings=said.all(CardField.WARNINGS),
        experience=said.all(CardField.EXPERIENCE),
        source=said.first(CardField.SOURCE),
    )


def _by_hand(facts: Mapping[CardField, str]) -> Iterator[Statement]:
    for field, text in facts.items():
        lines = text.splitlines() if field in SEVERAL else [text]
        yield from (Statement(field, line.strip(), BY_HAND) for line in lines if line.strip())


class _Said:
    """What a paper states, by fact."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._facts: dict[CardField, list[Fact]] = {}
        for each in statements:
            self._facts.setdefault(each.field, []).append(Fact(each.text, each.page))

    def is_method(self) -> bool:
        """Tell whether enough is stated: how it goes or what for, and what it takes."""
        return len(self._facts) >= FEWEST_FACTS and all(
            any(field in self._facts for field in fields) for fields in (_HOW_OR_WHAT_FOR, _WHAT_IT_TAKES)
        )

    def all(self, field: CardField) -> tuple[Fact, ...]:
        return tuple(self._facts.get(field, ()))

    def first(self, field: CardField) -> Fact | None:
        return next(iter(self._facts.get(field, ())), None)

    def text(self, field: CardField) -> str:
        fact = self.first(field)
        return fact.text if fact else ""


def _first_sentence(fact: Fact | None) -> Fact | None:
    return Fact(_SENTENCE_END.split(fact.text, maxsplit=1)[0], fact.page) if fact else None


def _ages(said: _Said) -> Span:
    """Return the ages as stated, or as the target group tells them."""
    stated = said.text(CardField.AGE)
    return read_span(stated) if stated else read_ages(said.text(CardField.TARGET_GROUP))


def _duration_minutes(said: _Said) -> int | None:
    for part in _PART.split(said.text(CardField.DURATION)):
        minutes = read_minutes(part)
        if minutes is not None and not _PREPARING.search(part) and not _AFTERWARDS.search(part):
            return minutes
    return None


def _preparation_minutes(said: _Said) -> int | None:
    """Return the time of preparation: under its own label, or as a part of the duration."""
    own = read_minutes(said.text(CardField.PREPARATION)[:_AT_ONCE])
    if own is not None:
        return own
    parts = [part for part in _PART.split(said.text(CardField.DURATION)) if _PREPARING.search(part)]
    return read_minutes(_without_label(parts[0])) if parts else None


def _without_label(part: str) -> str:
    """Return "60 Minuten" of "Vorbereitung 60 Minuten"."""
    return re.sub(r"^[^\w\n]{0,12}Vorbereitung\w*\W+", "", part, flags=re.IGNORECASE)


def _listed(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield each thing of a list in one line."""
    for fact in facts:
        for thing in _LISTED.split(fact.text):
            if thing:
                yield Fact(thing, fact.page)
