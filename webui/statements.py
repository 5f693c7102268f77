"""What only the carrier can say: for the imprint, the privacy notice, the statement on accessibility, and questions.

It stands in a file of the home that whoever runs the archive fills in. What is not there is shown as missing.
"""

import re
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


_MAILBOX = re.compile(r"[^\s@<>?&,;]+@[^\s@<>?&,;]+")


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
    try:
        said = _table(home, page)
    except (OSError, ValueError):
        return Statements(dict.fromkeys(SECTIONS[page], ()), is_damaged=True)
    return Statements({section: _paragraphs(said.get(section)) for section in SECTIONS[page]})


def mailbox(home: Path) -> str:
    """Return the address to which questions are written, as the file names it, or "" where it names none."""
    try:
        said = _table(home, "fragen").get("postfach")
    except (OSError, ValueError):
        return ""
    return said if isinstance(said, str) and _MAILBOX.fullmatch(said) else ""


def _table(home: Path, name: str) -> Mapping[str, object]:
    """Return a table of the file, or raise OSError or ValueError where the file cannot be read."""
    path = home / FILE
    read = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    table = read.get(name)
    return table if isinstance(table, dict) else {}


def _paragraphs(said: object) -> tuple[str, ...]:
    if not isinstance(said, str):
        return ()
    return tuple(" ".join(each.split()) for each in said.strip().split("\n\n") if each.strip())
