"""What was understood of a file, told in lines for a terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

from indexer.extraction.pages import Outcome
from webui.i18n import translated
from webui.wording import OUTCOMES, file_kind

_FACTS = {"kind": "Dokumentart", "date": "Datum", "language": "Sprache"}


def told(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines that tell a record of `inspection`."""
    yield f"{record['title'] or 'Ohne Titel'} ({file_kind(record['media_type'])}, {len(record['pages'])} Seiten)"
    notice = OUTCOMES.get(Outcome(record["outcome"]))
    if notice:
        yield f"{translated(notice.what)} {translated(notice.advice)}"
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


def _task(task: Mapping[str, Any]) -> str:
    who = f"{task['who']}: " if task["who"] else ""
    due = f" ({task['due_wording']})" if task["due_wording"] else ""
    return f"Aufgabe, Seite {task['page']}: {who}{task['what']}{due}"
