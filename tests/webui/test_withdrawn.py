"""Documents that were public a moment ago: no address tells a visitor of them, though the index has not followed."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from archive.learning.values import StepContent, StepKind
from archive.values import Details, DocumentKind, Visibility
from indexer.extraction.isolation import Extractor
from tests.webui.people import Person, visitor
from tests.webui.test_versions import take
from tests.webui.test_worlds import APART
from webui.compose import open_holdings
from webui.services import Services

#: A title of what is withdrawn, and words of it that stand nowhere else.
TITLE, WORDS = "Ein Xylofonabend", ("Xylofonabend", "Quittenbaum")

TEXT = (
    "Ein Xylofonabend\n\nBeschluss: Die Wand bekommt einen Quittenbaum.\n\n"
    "Aufgabe: Gotha fragt bis Mai nach dem Quittenbaum.\n\nErgebnis: Der Quittenbaum steht an der Wand."
)

QUERIES = (
    "",
    "q=Wand",
    "q=xyl",
    "q=xyl*",
    "q=quitt",
    "q=Quittenbaun",
    "q=Wand&fassungen=alle",
    "q=Wand&versions=all",
    "site=Gotha",
    "limit=1",
)

#: Two that are withdrawn, and one that stays.
KINDS = (DocumentKind.PROTOKOLL, DocumentKind.METHODENPAPIER)


def test_no_address_tells_of_what_was_withdrawn(empty: Services, tmp_path: Path) -> None:
    codes = [_take(empty, tmp_path, f"{TITLE} {kind}", TEXT, kind) for kind in KINDS]
    _take(empty, tmp_path, "Die Wand", "Die Wand in Gotha.", DocumentKind.PROTOKOLL)
    _lay_path(empty, codes)
    with open_holdings(empty.archive.home.root) as holdings, Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
    reader = visitor(empty)
    paths = list(_paths(reader, codes, [each.id for code in codes for each in empty.texts.passages(code)]))
    telling = {path for path in paths if _tells(reader, path)}
    assert {path.split("?")[0] for path in telling} >= {
        "/suche",
        "/vorschlaege",
        "/api/v1/search",
        f"/dokumente/{codes[0]}",
    }
    for code in codes:
        empty.archive.publishing.withdraw(code, "agent")
    assert {path for path in telling if _tells(reader, path)} == set()
    of_one = {path for path in paths if any(code in path for code in codes)}
    assert {path for path in of_one if _status(reader, path) == 200} == set()


def _take(services: Services, folder: Path, title: str, text: str, kind: DocumentKind) -> str:
    details = Details(
        title,
        kind,
        meeting="standorttreffen-hamburg-2019",
        sites=("gotha",),
        topics=("Kultur",),
        visibility=Visibility.PUBLIC,
    )
    return take(services, folder, f"{kind.name}.txt", f"{text}\n\n{title}".encode(), details)


def _lay_path(services: Services, codes: list[str]) -> None:
    learning = services.archive.learning
    key = learning.paths.add("Erste Woche", "", "agent")
    learning.paths.publish(key, "agent")
    for code in codes:
        learning.steps.add(key, StepContent(StepKind.PASSAGE, 5, "Lesen", document=code, passage="x"), "agent")


def _paths(client: Person, codes: list[str], passages: list[str]) -> Iterator[str]:
    """Yield an address for each that can be read, with each value that leads to what will be withdrawn."""
    keys = ["standorttreffen-hamburg-2019", "gotha", "kultur", "erste-woche"]
    values: dict[str, list[str] | list[int]] = {"code": [*codes], "passage": passages, "number": [1], "key": keys}
    adapter = client.application.url_map.bind("localhost")
    for rule in client.application.url_map.iter_rules():
        if rule.rule.startswith(APART) or "GET" not in (rule.methods or ()):
            continue
        names = sorted(rule.arguments)
        for chosen in product(*(values[name] for name in names)):
            path = adapter.build(rule.endpoint, dict(zip(names, chosen, strict=True)))
            yield from (f"{path}?{query}" for query in QUERIES)


def _tells(client: Person, path: str) -> bool:
    with client.get(path) as answer:
        told = f"{answer.headers}{answer.data.decode(errors='replace')}"
        return any(word in told for word in WORDS)


def _status(client: Person, path: str) -> int:
    with client.get(path) as answer:
        return answer.status_code
