"""How far the reader of the current page has come.

With an account the catalogue keeps it. Without one it stands in the address of the page alone, which a bookmark keeps:
no cookie, no script, and nothing on the server.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import request

from archive.errors import VocabularyKind
from archive.learning.values import ReadEntry
from webui.services import services
from webui.signed_in import signed_in

#: Address parameter of the steps that were read ("3.7.12"), and of the key of the own site.
READ = "gelesen"
OWN_SITE = "mein-standort"

#: So many steps are taken from an address; nobody has more.
MOST_STEPS = 200

#: The catalogue gives no numbers with more digits than this.
DIGITS = 9


def reads() -> Mapping[int, ReadEntry | None]:
    """Return the steps the reader has read, by their numbers; None where nobody knows when."""
    found = signed_in()
    if found:
        return services().archive.learning.progress.read(found.account.agent)
    return dict.fromkeys(_in_address())


def own_site() -> str:
    """Return the key of the reader's own site as it is called now, or ""."""
    found, archive = signed_in(), services().archive
    if found:
        return archive.learning.progress.site(found.account.agent)
    key = request.args.get(OWN_SITE, "")
    return (archive.curation.successor(VocabularyKind.SITE, key) or key) if key else ""


def written(numbers: Iterable[int]) -> str | None:
    """Return the value of the address parameter for some steps, or None where there are none."""
    return ".".join(map(str, sorted(numbers))) or None


def toggled(number: int) -> str | None:
    """Return what the address parameter is once a step is read, or, if it is, no longer."""
    return written(set(_in_address()) ^ {number})


def keep(_endpoint: str, values: dict[str, Any]) -> None:
    """Carry what an address tells of its reader along in a link to another page."""
    asked = {} if signed_in() else request.args
    for name in (READ, OWN_SITE):
        if not values.setdefault(name, asked.get(name)):
            del values[name]


def _in_address() -> list[int]:
    typed = request.args.get(READ, "").split(".")[:MOST_STEPS]
    return [int(each) for each in typed if each.isascii() and each.isdigit() and len(each) <= DIGITS]
