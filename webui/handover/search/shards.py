"""Tables cut into scripts of a size that a page loads at once; pages opened from a folder can load nothing else."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from archive.handover.bag import BagWriter
from webui.handover.search.keys import order

#: Folder of the scripts within the payload.
FOLDER = "seite/daten"

#: Characters of a script; one that holds a single long row may have more.
SIZE = 60_000


class Shards:
    """Writes the tables of one index."""

    def __init__(self, bag: BagWriter) -> None:
        self._bag = bag

    def write_sorted(self, table: str, rows: Iterable[tuple[str, Any]]) -> list[str]:
        """Write a table from texts to values, and return the first text of each script.

        Args:
            table: Its name.
            rows: Each text with its value, once.
        """
        firsts = []
        in_order = sorted(rows, key=lambda row: order(row[0]))
        for number, portion in enumerate(_portions(in_order, _written)):
            self._write(table, number, dict(portion))
            firsts.append(portion[0][0])
        return firsts

    def write_numbered(self, table: str, rows: Iterable[Any]) -> list[int]:
        """Write a table of values that are counted from 0, and return the number of the first of each script."""
        firsts, start = [], 0
        for number, portion in enumerate(_portions(rows, _written)):
            self._write(table, number, portion)
            firsts.append(start)
            start += len(portion)
        return firsts

    def write_directory(self, values: dict[str, Any]) -> None:
        """Write what a page loads first."""
        self._bag.write_text(f"{FOLDER}/verzeichnis.js", f"var wissensarchiv = {_json(values)};\n")

    def _write(self, table: str, number: int, content: Any) -> None:  # noqa: ANN401 - whatever a table holds
        script = f'nimm("{table}", {number}, {_json(content)});\n'
        self._bag.write_text(f"{FOLDER}/{table}-{number}.js", script)


def _portions(rows: Iterable[Any], written: Callable[[Any], int]) -> Iterator[Sequence[Any]]:
    portion: list[Any] = []
    size = 0
    for row in rows:
        portion.append(row)
        size += written(row)
        if size >= SIZE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _written(row: object) -> int:
    return len(_json(row))


def _json(value: object) -> str:
    """Return a value as a script writes it; the two signs that end a line in scripts alone are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
