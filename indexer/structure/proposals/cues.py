"""The words that speak for each Handlungsfeld, from the file beside this one."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

CUES = Path(__file__).with_name("topics.toml")

#: A strong word counts as three weak ones.
STRONG, WEAK = 3.0, 1.0


@dataclass(frozen=True, slots=True)
class TopicCues:
    """What to look for of one Handlungsfeld."""

    label: str
    strong: re.Pattern[str]
    weak: re.Pattern[str]

    def found_in(self, text: str) -> tuple[tuple[float, str], ...]:
        """Return each word found with its weight, the strong ones first."""
        return tuple(
            (weight, found.group())
            for weight, pattern in ((STRONG, self.strong), (WEAK, self.weak))
            for found in pattern.finditer(text)
        )


@lru_cache(maxsize=2)
def read_cues(path: Path = CUES) -> tuple[TopicCues, ...]:
    """Read the words of every Handlungsfeld.

    Args:
        path: A file with `[[topic]]` tables of `label`, `strong` and `weak`.
    """
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["topic"]
    return tuple(TopicCues(row["label"], _any_of(row["strong"]), _any_of(row["weak"])) for row in rows)


def _any_of(words: list[str]) -> re.Pattern[str]:
    shapes = sorted((re.escape(word).replace(r"\*", r"[\w*:]*") for word in words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)", re.IGNORECASE)
