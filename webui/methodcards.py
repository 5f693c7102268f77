"""Method cards: the few facts by which someone sees whether a method fits the group, the time and the place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archive.values import Description
from indexer.passages import Passage
from webui.i18n import mark

#: Headings and labels of method papers, in lower case → the name of the fact on the card, in the order of scanning.
FACTS: Mapping[str, str] = {
    "ziel": mark("Ziel"),
    "ziele": mark("Ziel"),
    "worum geht es": mark("Ziel"),
    "zielgruppe": mark("Zielgruppe"),
    "alter": mark("Alter"),
    "gruppengröße": mark("Gruppengröße"),
    "teilnehmerzahl": mark("Gruppengröße"),
    "teilnehmendenzahl": mark("Gruppengröße"),
    "vorbereitungszeit": mark("Vorbereitung"),
    "dauer": mark("Dauer"),
    "zeitbedarf": mark("Dauer"),
    "material": mark("Material"),
    "materialien": mark("Material"),
}

#: A fact longer than this is cut at a word: the card shall be read at a glance.
LONGEST_FACT = 160


@dataclass(frozen=True, slots=True)
class MethodCard:
    """A method paper with its facts."""

    document: Description
    #: Name of a fact → what the paper says; only facts it states.
    facts: Mapping[str, str]


def method_card(paper: Description, passages: Iterable[Passage]) -> MethodCard:
    """Return the card of a method paper, from the labels and headings in its text."""
    stated: dict[str, str] = {}
    for name, text in _statements(passages):
        stated.setdefault(name, _cut(text))
    order = dict.fromkeys(FACTS.values())
    return MethodCard(paper, {name: stated[name] for name in order if name in stated})


def _statements(passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """Yield each fact as the text states it: under a heading, after a colon, or in the second cell of a table."""
    for passage in passages:
        lines = passage.text.splitlines()
        named = FACTS.get(passage.heading.strip(" :?").lower())
        if named and lines:
            yield named, lines[0]
        for line in lines:
            for separator in (":", " | "):
                label, found, value = line.partition(separator)
                name = FACTS.get(label.strip(" •-–:").lower())
                if found and name and value.strip():
                    yield name, value.strip()


def _cut(text: str) -> str:
    if len(text) <= LONGEST_FACT:
        return text
    return text[:LONGEST_FACT].rpartition(" ")[0] + " …"
