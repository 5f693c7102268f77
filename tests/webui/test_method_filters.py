"""Which methods someone wants: what is not stated is neither taken for fitting nor left out."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from archive.methods import MethodPaper, Note
from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.methods.reading import read_method
from webui.method_filters import People, Wanted, count, judge, read_wanted, write_wanted
from webui.methodcards import MethodCard

TOPICS = ("Kultur", "Sport")
TWELVE = People(12, 12)


def card(title: str, *lines: str, core: str = "", day: date | None = None) -> MethodCard:
    topics = ("Kultur",) if lines else ()
    paper = MethodPaper(title, title, day, is_sample=False, checksum=title, note=Note(bool(core)), topics=topics)
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in ("Ziel: Orte finden", *lines))
    return MethodCard(paper, read_method((Page(1, "1", blocks),)))


BLITZ = card(
    "Blitzlicht",
    "Dauer: 15 Minuten",
    "Gruppengröße: 4 bis 15",
    "Alter: ab 8",
    "Material: keines",
    "Phase: Auswerten",
    day=date(2020, 5, 1),
)
KONFERENZ = card(
    "Konferenz", "Dauer: 2 Tage", "Gruppengröße: 40 bis 80", "Alter: 13 bis 22", core="ja", day=date(2019, 1, 1)
)
OFFEN = card("Offen", "Gruppengröße: 5 bis 20", "Material: Seil", "Alter: ab 6")
STUMM = card("Stumm")
ALL = (STUMM, OFFEN, KONFERENZ, BLITZ)


def titles(wanted: Wanted) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.card.paper.title, each.unsaid) for each in judge(ALL, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(duration="30"), [("Blitzlicht", ()), ("Offen", ("Dauer",)), ("Stumm", ("Dauer",))]),
        (Wanted(duration="mehr"), [("Konferenz", ()), ("Offen", ("Dauer",)), ("Stumm", ("Dauer",))]),
        (Wanted(people=TWELVE), [("Blitzlicht", ()), ("Offen", ()), ("Stumm", ("Gruppengröße",))]),
        (Wanted(people=People(8, 15)), [("Blitzlicht", ()), ("Offen", ()), ("Stumm", ("Gruppengröße",))]),
        (Wanted(people=People(4, 15)), [("Blitzlicht", ()), ("Stumm", ("Gruppengröße",))]),
        (Wanted(people=People(15, 20)), [("Offen", ()), ("Stumm", ("Gruppengröße",))]),
        (Wanted(age=7), [("Offen", ()), ("Stumm", ("Alter",))]),
        (Wanted(material="ohne"), [("Blitzlicht", ()), ("Konferenz", ("Material",)), ("Stumm", ("Material",))]),
        (
            Wanted(phase="auswerten"),
            [("Blitzlicht", ()), *((each, ("Phase",)) for each in ("Konferenz", "Offen", "Stumm"))],
        ),
        (Wanted(topic="Kultur", core="ja"), [("Konferenz", ())]),
        (Wanted(topic="Sport"), [("Stumm", ("Handlungsfeld",))]),
        (
            Wanted(duration="30", people=TWELVE),
            [("Blitzlicht", ()), ("Offen", ("Dauer",)), ("Stumm", ("Dauer", "Gruppengröße"))],
        ),
    ],
)
def test_what_is_not_stated_comes_last_and_is_named(wanted: Wanted, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert sorted(titles(wanted)) == sorted(found)


def test_what_lacks_the_same_stands_together() -> None:
    """The order that was asked for holds among those that lack the same."""
    wanted = Wanted(duration="mehr", material="ohne", sort="kern")
    assert titles(wanted) == [("Stumm", ("Dauer", "Material")), ("Konferenz", ("Material",))]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("kern", ["Konferenz", "Blitzlicht", "Offen", "Stumm"]),
        ("titel", ["Blitzlicht", "Konferenz", "Offen", "Stumm"]),
        ("kurz", ["Blitzlicht", "Konferenz", "Offen", "Stumm"]),
        ("neu", ["Blitzlicht", "Konferenz", "Offen", "Stumm"]),
    ],
)
def test_methods_stand_in_order(sort: str, order: list[str]) -> None:
    assert [title for title, _ in titles(Wanted(sort=sort))] == order


def test_counts_tell_what_another_value_would_surely_find() -> None:
    counted = count(ALL, Wanted(people=TWELVE))
    assert [counted("duration", value) for value in ("30", "mehr")] == [1, 0]
    assert count(ALL, Wanted())("duration", "mehr") == 1


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted("120", TWELVE, 9, "ideen", "Kultur", "ohne", "ja", "kurz"),
        Wanted(people=People(0, 0), age=0),
        Wanted(people=People(8, 15)),
    ],
)
def test_an_address_is_read_as_it_is_written(wanted: Wanted) -> None:
    assert read_wanted(MultiDict(write_wanted(wanted)), TOPICS) == wanted
    assert wanted.is_anything is (wanted == Wanted())


@pytest.mark.parametrize("typed", ["8-15", "8–15", " 8 bis 15 ", "15 - 8"])
def test_a_span_of_people_is_read_as_people_write_it(typed: str) -> None:
    assert read_wanted(MultiDict({"personen": typed}), TOPICS) == Wanted(people=People(8, 15))


def test_nonsense_in_an_address_is_left_out() -> None:
    typed = {"dauer": "lang", "personen": "viele", "alter": "-3", "phase": "x", "thema": "Angeln", "sortierung": "y"}
    assert read_wanted(MultiDict({**typed, "material": "1", "kern": "1"}), TOPICS) == Wanted()
    assert read_wanted(MultiDict({"personen": "1" * 5000, "alter": "²"}), TOPICS) == Wanted()
