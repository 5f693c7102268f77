"""Method cards: what method papers, and people in their place, say of a method."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from archive.methods import MethodPaper
from indexer.structure.methods import card as method
from indexer.structure.methods.card import CardField, Fact
from indexer.structure.methods.durations import read_minutes
from webui.card_correcting import NAMES
from webui.card_shelf import ToRead, by_hand
from webui.services import services

#: A fact longer than this is cut at a word: the card shall be read at a glance.
LONGEST_FACT = 160

#: The facts by which one chooses, in the order of scanning.
_SCANNED = (
    CardField.TARGET_GROUP,
    CardField.AGE,
    CardField.GROUP,
    CardField.PREPARATION,
    CardField.DURATION,
    CardField.MATERIAL,
    CardField.PHASE,
)

#: "ohne besonderes Material", "kein Material", "nichts".
_BARE = re.compile(
    r"^\W*(?:nichts|kein\w*|ohne(?: besonder\w+)?)(?: Material\w*)?\W*(?:nötig|notwendig)?\W*$", re.IGNORECASE
)
#: Where a title goes on to say what the method is for.
_SUBTITLE = re.compile(r"\s*(?::|\s[–-]\s|\(|\s(?:mit|für|und|im|in der|zum|zur)\s).*$")


@dataclass(frozen=True, slots=True)
class MethodCard:
    """A method paper with what is said of its method."""

    paper: MethodPaper
    #: None where the paper has no card, or is not read yet.
    read: method.MethodCard | None
    #: Names of the facts that people said, and not the paper.
    by_hand: Collection[str] = frozenset()

    @property
    def name(self) -> str:
        """The method's bare name, e.g. "Stadtteilbegehung" of "Stadtteilbegehung mit Jugendlichen"."""
        return _SUBTITLE.sub("", self.paper.title).strip() or self.paper.title

    @property
    def facts(self) -> Mapping[str, str]:
        """The facts by which one chooses, by their names to be translated; "" where nothing is stated."""
        return {NAMES[field]: _cut(text) for field, text in _facts(self.read).items()}

    @property
    def needs_nothing(self) -> bool | None:
        """Whether it does without special material; None where nothing is stated."""
        if self.read is None or not self.read.material:
            return None
        return all(_BARE.match(each.text) for each in self.read.material)


def method_cards(papers: Iterable[MethodPaper]) -> tuple[MethodCard, ...]:
    """Return the card of each paper."""
    asked = tuple(papers)
    said = services().archive.card_facts.of_many([each.code for each in asked])
    to_read = [ToRead(each.checksum, said.get(each.code, {})) for each in asked]
    cards = services().card_shelf.cards(to_read, services().texts)
    return tuple(
        MethodCard(paper, read, _names(each.said)) for paper, read, each in zip(asked, cards, to_read, strict=True)
    )


def _names(said: Mapping[str, str]) -> frozenset[str]:
    return frozenset(NAMES[field] for field in by_hand(said) if field in NAMES)


def _facts(read: method.MethodCard | None) -> Mapping[CardField, str]:
    """Return the facts in the order of scanning."""
    if read is None:
        return dict.fromkeys(_SCANNED, "")
    texts = (
        _text(read.target_group),
        _text(read.age),
        _text(read.group),
        # What is to be prepared stands in the steps; here only how long that takes.
        next((each.text for each in read.preparation if read_minutes(each.text)), ""),
        _text(read.duration),
        ", ".join(each.text for each in read.material),
        _text(read.phase),
    )
    return dict(zip(_SCANNED, texts, strict=True))


def _text(fact: Fact | None) -> str:
    return fact.text if fact else ""


def _cut(text: str) -> str:
    if len(text) <= LONGEST_FACT:
        return text
    return text[:LONGEST_FACT].rpartition(" ")[0] + " …"
