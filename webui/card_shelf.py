"""The cards of method papers, each read once as long as its text and what people say of it stay the same."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.index.texts import Texts
from indexer.structure.methods.card import CardField, MethodCard
from indexer.structure.methods.reading import read_method

#: More cards are not kept in memory.
MOST_KEPT = 5000

#: Checksum, bytes of the text (a scan says more once it is recognised), and what people say.
_Key = tuple[str, int, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class ToRead:
    """A method paper whose card is asked for."""

    checksum: str
    #: What people say in the place of what the paper states, by the names of the facts.
    said: Mapping[str, str]


class CardShelf:
    """Keeps the cards that were read; one serves all threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, MethodCard | None] = OrderedDict()
        self._lock = threading.Lock()

    def cards(self, papers: Iterable[ToRead], texts: Texts) -> tuple[MethodCard | None, ...]:
        """Return the card of each paper, or None where it has none or is still to be read."""
        asked = tuple(papers)
        sizes = texts.readings.sizes(each.checksum for each in asked)
        keys = [_key(each, sizes.get(each.checksum, 0)) for each in asked]
        with self._lock:
            missing = {key: each for key, each in zip(keys, asked, strict=True) if key not in self._kept}
            pages = texts.readings.pages({each.checksum for each in missing.values()})
            for key, each in missing.items():
                self._kept[key] = read_method(pages.get(each.checksum, ()), by_hand(each.said))
            found = tuple(self._kept[key] for key in keys)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return found


def by_hand(said: Mapping[str, str]) -> dict[CardField, str]:
    """Return what people said of a card, by its fields."""
    return {CardField(field): text for field, text in said.items() if field in set(CardField)}


def _key(paper: ToRead, size: int) -> _Key:
    return paper.checksum, size, tuple(sorted(paper.said.items()))
