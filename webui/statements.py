"""What only the carrier can say: for the imprint, the privacy notice and the statement on accessibility.

It stands in a file of the home that whoever runs the archive fills in. What is not there is shown as missing.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.home import STATEMENTS

#: Name of the file in the home.
FILE = STATEMENTS

#: The pages and their sections, as tables and keys of the file.
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "impressum": ("anbieter", "vertretung", "kontakt", "register", "verantwortlich"),
    "datenschutz": ("stelle", "beauftragte", "zweck", "speicherdauer", "rechte"),
    "barrierefreiheit": ("stand", "melden", "schlichtung"),
}


@dataclass(frozen=True, slots=True)
class Statements:
    """What is said on one page."""

    #: Section → its paragraphs; () where nothing is said.
    paragraphs: Mapping[str, tuple[str, ...]]
    #: Whether the file is there and cannot be read.
    is_damaged: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether every section is filled in."""
        return all(self.paragraphs.values())


def statements(home: Path, page: str) -> Statements:
    """Return what the file of a home says for a page, one of SECTIONS."""
    path = home / FILE
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except (OSError, ValueError):
        return Statements(dict.fromkeys(SECTIONS[page], ()), is_damaged=True)
    table = read.get(page)
    said = table if isinstance(table, dict) else {}
    return Statements({section: _paragraphs(said.get(section)) for section in SECTIONS[page]})


def _paragraphs(said: object) -> tuple[str, ...]:
    if not isinstance(said, str):
        return ()
    return tuple(" ".join(each.split()) for each in said.strip().split("\n\n") if each.strip())
