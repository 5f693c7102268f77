"""A source: the front matter that describes a document, and its text."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from documents.build.blocks import Block
from documents.build.markdown import read_blocks

#: Stands in every built file, so that nobody takes a sample for a record.
NOTICE = "Beispieldokument (erfunden)"
#: The author in the built files' properties.
AUTHOR = "Servicebüro (Beispiel)"

_FENCE = "+++\n"


class BrokenSourceError(ValueError):
    """A source lacks its front matter or a field of it."""


@dataclass(frozen=True)
class Source:
    """A document as its author wrote it."""

    #: The built file's name.
    file: str
    #: The writer's name, e.g. "pdf-office".
    build: str
    #: The file of which this is a byte-for-byte copy, or "".
    copy_of: str
    #: What the register says about the document, as in the front matter.
    fields: dict[str, Any]
    markdown: str

    @property
    def title(self) -> str:
        """The document's title as the register has it."""
        return str(self.fields["title"])

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The text as blocks."""
        return read_blocks(self.markdown)

    @cached_property
    def moment(self) -> datetime:
        """Noon (UTC) of the day the document is about, or of 1 January where only the year is known."""
        day = _day(str(self.fields.get("date_end") or self.fields.get("date") or "2021-12-31"))
        return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def read_source(path: Path) -> Source:
    """Read one source file.

    Raises:
        BrokenSourceError: when the front matter is missing, broken or incomplete.
    """
    before, fence, rest = path.read_text(encoding="utf-8").partition(_FENCE)
    front, second_fence, markdown = rest.partition(_FENCE)
    if before or not fence or not second_fence:
        raise BrokenSourceError(f"{path.name}: no front matter between +++ lines")
    try:
        fields = tomllib.loads(front)
        file, build = fields.pop("file"), fields.pop("build")
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise BrokenSourceError(f"{path.name}: {error}") from error
    return Source(file, build, fields.pop("copy_of", ""), fields, markdown)


def read_sources(folder: Path) -> list[Source]:
    """Read all sources of a folder, ordered by the built files' names."""
    return sorted((read_source(path) for path in folder.glob("*.md")), key=lambda source: source.file)


def _day(wording: str) -> date:
    year, month, day = [*(int(part) for part in wording.split("-")), 1, 1][:3]
    return date(year, month, day)
