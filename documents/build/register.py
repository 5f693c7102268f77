"""Writes the register: what the archive is told about each built file."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from documents.build.source import Source

#: The register's fields, in the order in which they are written; empty ones are left out.
FIELDS = (
    "file",
    "title",
    "kind",
    "meeting",
    "date",
    "date_end",
    "precision",
    "sites",
    "topics",
    "visibility",
    "licence",
    "version_of",
)

_HEAD = "# Written by `python -m documents.build` from the front matter in documents/sources.\n"


def write_register(sources: Iterable[Source], target: Path) -> None:
    """Write one `[[document]]` a source: originals, then their versions, copies last."""
    entries = (_entry(source) for source in sorted(sources, key=_order))
    target.write_text(_HEAD + "".join(entries), encoding="utf-8", newline="\n")


def _order(source: Source) -> tuple[bool, bool, str]:
    return bool(source.copy_of), bool(source.fields.get("version_of")), source.file


def _entry(source: Source) -> str:
    known = {"file": source.file, **source.fields}
    lines = (f"{name} = {_value(known[name])}\n" for name in FIELDS if known.get(name))
    return "\n[[document]]\n" + "".join(lines)


def _value(value: Any) -> str:  # noqa: ANN401 - whatever the front matter holds
    """Write a text, list of texts or date; a JSON text without escapes is a TOML text."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str | list) else str(value)
