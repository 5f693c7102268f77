"""Method cards: the few facts by which someone sees whether a method fits the group, the time and the place."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from archive.values import Description
from indexer.extraction.pages import Page
from indexer.structure.methods import card as method
from indexer.structure.methods.card import CardField, Fact
from indexer.structure.methods.durations import read_minutes
from indexer.structure.methods.reading import read_method
from webui.card_correcting import NAMES, by_hand

#: A fact longer than this is cut at a word: the card shall be read at a glance.
LONGEST_FACT = 160

#: Nobody said anything of a method.
NOTHING_SAID: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class MethodCard:
    """A method paper with its facts."""

    document: Description
    #: Name of a fact → what the paper says, in the order of scanning; only facts it states.
    facts: Mapping[str, str]
    #: Names of those that people said, and not the paper.
    by_hand: Collection[str] = frozenset()


def method_card(paper: Description, pages: Sequence[Page], said: Mapping[str, str] = NOTHING_SAID) -> MethodCard:
    """Return the card of a method paper, from what its pages state and people said in its place."""
    read = read_method(pages, by_hand(said))
    names = frozenset(NAMES[field] for field in by_hand(said) if field in NAMES)
    return MethodCard(paper, {name: _cut(text) for name, text in _facts(read) if text} if read else {}, names)


def _facts(read: method.MethodCard) -> Iterator[tuple[str, str]]:
    """Yield the facts with their names; those without a text are not stated."""
    yield NAMES[CardField.AIM], _text(read.aim)
    yield NAMES[CardField.TARGET_GROUP], _text(read.target_group)
    yield NAMES[CardField.AGE], _text(read.age)
    yield NAMES[CardField.GROUP], _text(read.group)
    # What is to be prepared stands in the paper; here only how long that takes.
    yield NAMES[CardField.PREPARATION], next((each.text for each in read.preparation if read_minutes(each.text)), "")
    yield NAMES[CardField.DURATION], _text(read.duration)
    yield NAMES[CardField.MATERIAL], ", ".join(each.text for each in read.material)


def _text(fact: Fact | None) -> str:
    return fact.text if fact else ""


def _cut(text: str) -> str:
    if len(text) <= LONGEST_FACT:
        return text
    return text[:LONGEST_FACT].rpartition(" ")[0] + " …"
