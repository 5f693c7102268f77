"""The words that speak for each Handlungsfeld, from the file beside this one."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

CUES = Path(__file__).with_name("topics.toml")

#: A strong word counts as three weak ones.
STRONG, WEAK = 3.0, 1.0
#: "Frau Schüler", "Familie Wald": nobody's name speaks for a Handlungsfeld.
_ADDRESSED = "".join(rf"(?<!\b{word} )" for word in ("herr", "herrn", "frau", "familie"))


@dataclass(frozen=True, slots=True)
class TopicCues:
    """What to look for of one Handlungsfeld."""

    label: str
    #: Finds words in lower case, which takes half as long as to find them in any case.
    strong: re.Pattern[str]
    weak: re.Pattern[str]

    def found_in(self, text: str) -> tuple[tuple[float, str], ...]:
        """Return each word found with its weight, the strong ones first."""
        small = text.lower()
        # A letter that becomes two ("İ") moves what follows; then words are shown as they were found.
        shown = text if len(small) == len(text) else small
        strong = {found.start(): found for found in self.strong.finditer(small)}
        weak = (found for found in self.weak.finditer(small) if found.start() not in strong)
        return tuple(
            (weight, shown[found.start() : found.end()])
            for weight, words in ((STRONG, strong.values()), (WEAK, weak))
            for found in words
        )


@lru_cache(maxsize=2)
def read_cues(path: Path = CUES) -> tuple[TopicCues, ...]:
    """Read the words of every Handlungsfeld.

    Args:
        path: A file with `[[topic]]` tables of `label`, `strong` and `weak`, and before them `never`.
    """
    file = tomllib.loads(path.read_text(encoding="utf-8"))
    never = file["never"]
    return tuple(
        TopicCues(row["label"], _any_of(row["strong"], never), _any_of(row["weak"], never)) for row in file["topic"]
    )


def _any_of(words: list[str], never: list[str]) -> re.Pattern[str]:
    """Return a pattern for any of some words, unless it is one that never counts, or someone is addressed by it."""
    return re.compile(rf"(?<!\w){_ADDRESSED}(?!(?:{_shapes(never)})s?(?!\w))(?:{_shapes(words)})(?!\w)")


def _shapes(words: list[str]) -> str:
    return "|".join(
        sorted((re.escape(word.lower()).replace(r"\*", r"[\w*:]*") for word in words), key=len, reverse=True)
    )
