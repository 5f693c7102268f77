"""Method cards: the few facts by which someone sees whether a method fits the group, the time and the place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.values import Description
from indexer.extraction.pages import Page
from indexer.structure.methods import card as method
from indexer.structure.methods.card import Fact
from indexer.structure.methods.durations import read_minutes
from indexer.structure.methods.reading import read_method
from webui.i18n import mark

#: A fact longer than this is cut at a word: the card shall be read at a glance.
LONGEST_FACT = 160


@dataclass(frozen=True, slots=True)
class MethodCard:
    """A method paper with its facts."""

    document: Description
    #: Name of a fact → what the paper says, in the order of scanning; only facts it states.
    facts: Mapping[str, str]


def method_card(paper: Description, pages: Sequence[Page]) -> MethodCard:
    """Return the card of a method paper, from what its pages state."""
    read = read_method(pages)
    return MethodCard(paper, {name: _cut(text) for name, text in _facts(read) if text} if read else {})


def _facts(read: method.MethodCard) -> Iterator[tuple[str, str]]:
    """Yield the facts with their names; those without a text are not stated."""
    yield mark("Ziel"), _text(read.aim)
    yield mark("Zielgruppe"), _text(read.target_group)
    yield mark("Alter"), _text(read.age)
    yield mark("Gruppengröße"), _text(read.group)
    # What is to be prepared stands in the paper; here only how long that takes.
    yield mark("Vorbereitung"), next((each.text for each in read.preparation if read_minutes(each.text)), "")
    yield mark("Dauer"), _text(read.duration)
    yield mark("Material"), ", ".join(each.text for each in read.material)


def _text(fact: Fact | None) -> str:
    return fact.text if fact else ""


def _cut(text: str) -> str:
    if len(text) <= LONGEST_FACT:
        return text
    return text[:LONGEST_FACT].rpartition(" ")[0] + " …"
