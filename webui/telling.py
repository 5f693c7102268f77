"""What was understood of a file, told in lines for a terminal."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from webui.wording import file_kind

_FACTS = {"kind": "Dokumentart", "date": "Datum", "language": "Sprache"}


def told(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines that tell a record of `inspection`."""
    yield f"{record['title'] or 'Ohne Titel'} ({file_kind(record['media_type'])}, {_pages(len(record['pages']))})"
    if record["reason"]:
        yield record["reason"]
    yield from (f"{name}: {record[key]}" for key, name in _FACTS.items() if record[key])
    if record["meeting"] and record["meeting"]["title"]:
        yield f"Treffen: {record['meeting']['title']}"
    yield from (f"{name}: {', '.join(record[key])}" for key, name in _LISTS.items() if record[key])
    yield from (
        f"TOP {item['number'] or '–'}, Seite {item['page']}: {item['title']}" for item in record["agenda_items"]
    )
    yield from (f"Beschluss, Seite {each['page']}: {each['text']}" for each in record["decisions"])
    yield from (_task(each) for each in record["tasks"])
    if record["personal_data"]:
        yield f"Mögliche Personenangaben: {len(record['personal_data'])}"


_LISTS = {"sites": "Standorte", "topics": "Handlungsfelder"}


def _pages(number: int) -> str:
    return {0: "ohne lesbare Seiten", 1: "1 Seite"}.get(number, f"{number} Seiten")


def _task(task: Mapping[str, Any]) -> str:
    """Tell a task; who and by when only where its own words do not say so."""
    who = f"{task['who']}: " if task["who"] and not _says(task["what"], task["who"]) else ""
    due = f" ({task['due_wording']})" if task["due_wording"] and not _says(task["what"], task["due_wording"]) else ""
    return f"Aufgabe, Seite {task['page']}: {who}{task['what']}{due}"


def _says(text: str, words: str) -> bool:
    """Tell whether a text has certain words, in a row and whole."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return bool(re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE))
