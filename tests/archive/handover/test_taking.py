"""An archive that was handed over is the same archive again, or none."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from archive import audit
from archive.archive import Archive
from archive.custody import EventKind
from archive.errors import VocabularyKind
from archive.handover.dublin_core import DC
from archive.handover.erased import read_erased
from archive.handover.errors import BagError, BagFault, HandoverError
from archive.handover.extents import PublicOnly
from archive.handover.taking import take_over
from archive.home import Home
from archive.journal import Asked
from archive.licences import TEXTS, Licence
from tests.archive.handover.bags import changed, give, payload
from tests.archive.handover.filling import fill, take_in

OVERVIEW = "metadaten/katalog/uebersicht.json"
DOCUMENTS = "metadaten/katalog/document.json"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive with something of everything."""
    folder = tmp_path_factory.mktemp("full")
    opened = Archive.open(Home(folder / "home"))
    fill(opened, folder)
    give(opened, folder / "bag")
    yield opened
    opened.close()


@pytest.fixture
def bag(full: Archive, tmp_path: Path) -> Path:
    """It, handed over."""
    return Path(shutil.copytree(full.home.root.with_name("bag"), tmp_path / "bag"))


@pytest.fixture
def taken(bag: Path, tmp_path: Path) -> Iterator[Archive]:
    """What becomes of it."""
    take_over(bag, tmp_path / "new")
    opened = Archive.open(Home(tmp_path / "new"))
    yield opened
    opened.close()


def test_the_same_is_held_and_said(full: Archive, taken: Archive) -> None:
    assert taken.descriptions() == full.descriptions()
    codes = [each.code for each in full.descriptions()]
    for code in codes:
        assert taken.versions(code) == full.versions(code)
        assert taken.events(code) == full.events(code)
        assert taken.corrections.of(code) == full.corrections.of(code)
        assert taken.experiences.released(code) == full.experiences.released(code)
    for each in ("sites", "topics", "meetings", "meeting_kinds", "keywords"):
        assert getattr(taken.vocabularies, each)() == getattr(full.vocabularies, each)()
    assert taken.follow_ups.entries() == full.follow_ups.entries()
    assert taken.card_facts.of_many(codes) == full.card_facts.of_many(codes)
    assert taken.learning.paths.entries() == full.learning.paths.entries()
    assert taken.synonyms.entries() == full.synonyms.entries()
    assert taken.curation.dossiers.of("kultur") == full.curation.dossiers.of("kultur")
    assert taken.curation.successor(VocabularyKind.KEYWORD, "fast-geheimwort") == "lastenrad"
    assert [*audit.missing(taken), *audit.altered(taken)] == []
    assert list(audit.unlisted(taken)) == []
    assert taken.accounts.entries() == ()


def test_it_is_handed_over_as_it_came(bag: Path, taken: Archive, tmp_path: Path) -> None:
    give(taken, tmp_path / "again")
    assert payload(tmp_path / "again") == payload(bag)


def test_no_code_is_given_twice(full: Archive, taken: Archive, tmp_path: Path) -> None:
    given = {each.document for each in full.journal.every_event(Asked())} - {""}
    assert given > set(full.revisions())
    assert take_in(taken, tmp_path, "Etwas Neues") not in given


def test_what_is_public_can_be_taken_over_alone(full: Archive, tmp_path: Path) -> None:
    give(full, tmp_path / "public", PublicOnly())
    assert take_over(tmp_path / "public", tmp_path / "new").documents == 1


def test_a_file_that_was_lost_before_is_missed_afterwards_too(archive: Archive, tmp_path: Path) -> None:
    fill(archive, tmp_path)
    lost = archive.listed()[0]
    archive.store.remove(lost.checksum)
    give(archive, tmp_path / "bag")
    assert take_over(tmp_path / "bag", tmp_path / "new").missing == (lost.checksum,)
    opened = Archive.open(Home(tmp_path / "new"))
    assert list(audit.missing(opened)) == [lost]
    opened.close()


def test_an_earlier_schema_is_brought_up_to_date(archive: Archive, tmp_path: Path) -> None:
    take_in(archive, tmp_path, "Text")
    give(archive, tmp_path / "bag")
    overview = _overview(tmp_path / "bag")
    later = ("report", "topic_dossier")
    rows = {name: count for name, count in overview["rows"].items() if name not in later}
    gone: dict[str, bytes | None] = {f"metadaten/katalog/{name}.json": None for name in later}
    documents = json.loads((tmp_path / "bag/data" / DOCUMENTS).read_text(encoding="utf-8"))
    unlicensed = [{name: value for name, value in each.items() if name != "licence"} for each in documents]
    earlier = {OVERVIEW: overview | {"schema": "0013", "rows": rows}, DOCUMENTS: unlicensed}
    changed(tmp_path / "bag", gone | {name: json.dumps(value).encode() for name, value in earlier.items()})
    assert take_over(tmp_path / "bag", tmp_path / "new").documents == 1
    opened = Archive.open(Home(tmp_path / "new"))
    assert opened.descriptions() == archive.descriptions()
    opened.close()


Change = Callable[[list[dict[str, Any]]], None]


def _set(**values: object) -> Change:
    return lambda rows: rows[0].update(values)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("document", _set(code="../../x")),
        ("document", _set(code="D-2026-9999")),
        ("document", _set(kind="Zauberbuch")),
        ("document", _set(visibility=1)),
        ("document", _set(version=7)),
        ("document", _set(meeting_id=4711)),
        ("document", _set(title=None)),
        ("document", _set(is_sample="ja")),
        ("document", _set(date_start="gestern")),
        ("document", _set(id=10**30)),
        ("document", _set(unknown=1)),
        ("document", lambda rows: rows[0].pop("title")),
        ("document", lambda rows: rows.append(dict(rows[0]))),
        ("document", lambda rows: rows.pop()),
        ("version", _set(checksum="x")),
        ("version", _set(media_type="text/javascript")),
        ("version", _set(size=1)),
        ("version", _set(received_at="2026")),
        ("site", _set(key="Groß und/klein")),
        ("site", _set(aliases=[1])),
        ("site", _set(aliases="x")),
        ("event", _set(kind="launch")),
    ],
)
def test_what_nobody_could_have_written_is_not_taken_over(
    bag: Path, tmp_path: Path, table: str, change: Change
) -> None:
    path = f"metadaten/katalog/{table}.json"
    rows = json.loads((bag / "data" / path).read_bytes())
    change(rows)
    changed(bag, {path: json.dumps(rows).encode()})
    _refused(bag, tmp_path, {BagFault.UNREADABLE, BagFault.ALTERED})


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"schema": "9999"}, BagFault.NEWER),
        ({"schema": "base"}, BagFault.UNREADABLE),
        ({"schema": "0001"}, BagFault.UNREADABLE),
        ({"rows": {"account": 0}}, BagFault.UNREADABLE),
        ({"rows": {"document": -1}}, BagFault.UNREADABLE),
        ({"more": 1}, BagFault.UNREADABLE),
    ],
)
def test_what_the_overview_cannot_say(bag: Path, tmp_path: Path, said: dict[str, object], fault: BagFault) -> None:
    changed(bag, {OVERVIEW: json.dumps(_overview(bag) | said).encode()})
    _refused(bag, tmp_path, {fault})


def test_a_bag_without_holdings_is_refused(bag: Path, tmp_path: Path) -> None:
    changed(bag, {OVERVIEW: None})
    _refused(bag, tmp_path, {BagFault.NO_HOLDINGS})


def test_a_bag_without_an_original_is_refused(bag: Path, tmp_path: Path) -> None:
    original = next((bag / "data/originale").rglob("*.txt")).relative_to(bag / "data").as_posix()
    changed(bag, {original: None})
    _refused(bag, tmp_path, {BagFault.MISSING})


def test_what_was_erased_since_does_not_come_back(full: Archive, bag: Path, tmp_path: Path) -> None:
    current, (code, (earlier, *_)) = (
        next(each for each in full.descriptions() if each.version == 1),
        next((each.code, full.versions(each.code)) for each in full.descriptions() if each.version > 1),
    )
    (tmp_path / "list").write_text(
        f"# gelöscht\n{current.checksum.upper()}\n\n{earlier.checksum} Mai\n", encoding="utf-8"
    )
    erased = read_erased(tmp_path / "list")
    assert erased == {current.checksum, earlier.checksum}
    assert take_over(bag, tmp_path / "new", erased).left_out == 2
    opened = Archive.open(Home(tmp_path / "new"))
    assert set(full.revisions()) - set(opened.revisions()) == {current.code}
    assert [each.number for each in opened.versions(code)] == [each.number for each in full.versions(code)][1:]
    assert not any(opened.store.holds(each) for each in erased)
    assert [*audit.missing(opened), *audit.altered(opened)] == []
    assert opened.events(current.code)[-1].kind is EventKind.ERASURE
    opened.close()
    assert current.title.encode() not in opened.home.catalogue.read_bytes()


def test_a_list_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("Protokoll Hamburg\n", encoding="utf-8")
    with pytest.raises(BagError):
        read_erased(tmp_path / "list")


def test_what_the_carrier_says_comes_along(archive: Archive, tmp_path: Path) -> None:
    archive.home.statements.write_text('[impressum]\nanbieter = "Beispielträger"\n', encoding="utf-8")
    give(archive, tmp_path / "bag")
    take_over(tmp_path / "bag", tmp_path / "new")
    assert "Beispielträger" in Home(tmp_path / "new").statements.read_text(encoding="utf-8")


def test_tables_that_are_too_large_are_not_read(bag: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.handover.taking.LONGEST", 10)
    _refused(bag, tmp_path, {BagFault.TOO_LARGE})


def test_an_overview_of_another_kind_is_refused(bag: Path, tmp_path: Path) -> None:
    changed(bag, {OVERVIEW: b"[]"})
    _refused(bag, tmp_path, {BagFault.UNREADABLE})


def test_nothing_is_taken_over_into_a_home_that_holds_something(full: Archive, bag: Path) -> None:
    before = full.descriptions()
    with pytest.raises(HandoverError):
        take_over(bag, full.home.root)
    assert full.descriptions() == before


def test_dublin_core_names_each_document(bag: Path, full: Archive) -> None:
    read = etree.parse(str(bag / "data/metadaten/dublin-core.xml"))
    codes = [each.text for each in read.iter(f"{{{DC}}}identifier")]
    assert codes == [each.code for each in full.descriptions()]
    source = next(each.text for each in read.iter(f"{{{DC}}}source"))
    assert source
    assert (bag / "data" / source).is_file()


def test_dublin_core_tells_the_rights(bag: Path, full: Archive) -> None:
    read = etree.parse(str(bag / "data/metadaten/dublin-core.xml"))
    rights = [[each.text for each in record.iter(f"{{{DC}}}rights")] for record in read.getroot()]
    assert rights[0] == ["öffentlich", TEXTS[Licence.CC_BY_SA]]
    assert rights[1:] == [[each.visibility.value] for each in full.descriptions()[1:]]


def _refused(bag: Path, tmp_path: Path, faults: set[BagFault]) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BagError) as raised:
        take_over(bag, tmp_path / "new")
    assert raised.value.fault in faults
    assert sorted(tmp_path.iterdir()) == before


def _overview(bag: Path) -> dict[str, Any]:
    return dict(json.loads((bag / "data" / OVERVIEW).read_bytes()))
