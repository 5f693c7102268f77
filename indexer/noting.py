"""Notes what passages say, a little at a time, when nobody waits."""

from dataclasses import dataclass

from indexer.analysis.concordance import Concordance
from indexer.index.texts import Texts
from indexer.said import said_in

#: Passages noted in one go: those of some ten minutes of meetings, in less than a second.
PORTION = 200


@dataclass(frozen=True, slots=True)
class Noting:
    """Reads the passages of which it is not noted what they say."""

    texts: Texts
    german: Concordance

    def next(self) -> bool:
        """Note what some passages say, and return whether there were any."""
        passages = self.texts.said.missing(PORTION)
        if passages:
            self.texts.said.note({each: said_in(each, self.german.every_term) for each in passages})
        return bool(passages)
