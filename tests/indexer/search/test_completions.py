"""Completions of what is typed: words and names, only from what the reader may see."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from archive.rights import STAFF, VISITOR, Reader, Role
from archive.values import Visibility
from indexer.index.segment import Segment
from indexer.search import vocabulary
from indexer.search.completions import Kind, Name
from indexer.search.vocabulary import Lines
from tests.indexer.conftest import Library, Sheet

Fill = Callable[..., Library]

TEXT = (
    "Jugendliche planen eine Jugendkonferenz. Die Jugendlichen treffen sich in der Fahrradwerkstatt. "
    "Der Konferenzraum ist groß. Die Videokonferenz am 30. Juni fällt aus. Die Jugendliche kommt. "
    "In der Straße wird Müll gesammelt. Räume für Mädchen. JMD-iQ. "
)
NAMES = (
    Name(Kind.MEETING, "Standorttreffen Hamburg 2019", "hamburg-2019"),
    Name(Kind.MEETING, "Fachtag Jugend", "fachtag"),
    Name(Kind.SITE, "Berlin", "berlin", ("Moabit West",)),
    Name(Kind.TOPIC, "Kultur", "kultur"),
    Name(Kind.METHOD, "Jugendkonferenz", "D-1"),
    Name(Kind.DOCUMENT, "Bericht der Jugendkonferenz", "D-2"),
)


def completed(library: Library, typed: str, reader: Reader = VISITOR) -> list[str]:
    return [each.text for each in library.renewed().complete(typed, reader, lambda: NAMES)]


def words(library: Library, typed: str, reader: Reader = VISITOR) -> list[str]:
    found = library.renewed().complete(typed, reader, lambda: NAMES)
    return [each.text for each in found if each.kind is Kind.WORD]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fahr", ["Fahrradwerkstatt"]),
        ("FAHR", ["Fahrradwerkstatt"]),
        ("jugendk", ["Jugendkonferenz"]),
        ("stra", ["Straße"]),
        ("strass", ["Straße"]),
        ("mae", ["Mädchen"]),
        ("mä", ["Mädchen"]),
        ("raeu", ["Räume"]),
        ("jmdi", ["JMD-iQ"]),
        ("xyz", []),
        ("f", []),
        ("", []),
        ("die", []),
        ("fahr ", []),
        ('"fahr', ['"Fahrradwerkstatt']),
    ],
)
def test_a_word_is_completed_as_it_is_written(library: Fill, typed: str, expected: list[str]) -> None:
    assert words(library(one=Sheet(TEXT)), typed) == expected


def test_words_that_begin_so_come_before_compounds_with_such_a_part(library: Fill) -> None:
    shelf = library(one=Sheet(TEXT), two=Sheet("Eine Jugendkonferenz"))
    assert words(shelf, "konferenz") == ["Konferenzraum", "Jugendkonferenz", "Videokonferenz"]


def test_letters_that_no_part_begins_with_complete_nothing(library: Fill) -> None:
    assert words(library(one=Sheet(TEXT)), "onferenz") == []


def test_one_form_of_a_word_is_enough(library: Fill) -> None:
    assert words(library(one=Sheet(TEXT)), "jugendl") == ["Jugendliche"]


def test_a_date_is_no_way_to_write_its_month(library: Fill) -> None:
    assert words(library(one=Sheet("Am 30.06.2020 und im Juni")), "jun") == ["Juni"]


def test_the_last_word_is_completed_by_what_stands_with_the_others(library: Fill) -> None:
    shelf = library(one=Sheet("Graffiti in Hamburg"), two=Sheet("Hamm und ein Hamster"))
    assert words(shelf, "graffiti ham") == ["graffiti Hamburg"]
    assert words(shelf, "ham") == ["Hamburg", "Hamm", "Hamster"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("hamb", ["Standorttreffen Hamburg 2019"]),
        ("hamburg 2019", ["Standorttreffen Hamburg 2019"]),
        ("2019 hamburg", ["Standorttreffen Hamburg 2019"]),
        ("hamburg 2020", []),
        ("moab", ["Berlin"]),
        ("treff", ["Standorttreffen Hamburg 2019"]),
        ("ku", ["Kultur"]),
        ("jugend", ["Fachtag Jugend", "Jugendkonferenz", "Bericht der Jugendkonferenz"]),
    ],
)
def test_names_are_found_by_their_words(library: Fill, typed: str, expected: list[str]) -> None:
    assert completed(library(one=Sheet("Nichts davon")), typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fachtag j", ["Fachtag Jugend"]),
        ("standorttreffen hamburg 2", ["Standorttreffen Hamburg 2019"]),
        ("bericht der j", ["Bericht der Jugendkonferenz"]),
        # where no name is left the words are
        ("graffiti h", ["graffiti Hamburg"]),
    ],
)
def test_one_letter_is_enough_after_words(library: Fill, typed: str, expected: list[str]) -> None:
    assert completed(library(one=Sheet("Graffiti in Hamburg")), typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("was ist ein mikrop", ["was ist ein Mikroprojekt"]),
        ("Was bedeutet mikrop", ["Was bedeutet Mikroprojekt"]),
        ("was ist eine jugendk", ["Jugendkonferenz", "Bericht der Jugendkonferenz"]),
        ("was ist ein stand", ["was ist ein Standorttreffen"]),
        ("was ist ein m", []),
        ("was ist eine xyz", []),
    ],
)
def test_who_asks_what_something_is_is_offered_what_is_explained(
    library: Fill, typed: str, expected: list[str]
) -> None:
    assert completed(library(one=Sheet("Das Standbein, die Jugendkirche, der Stand")), typed) == expected


@pytest.mark.parametrize(
    ("reader", "expected"),
    [(VISITOR, []), (STAFF, ["Nadelspiel"]), (Reader(Role.COORDINATION), ["Nadelmethode", "Nadelspiel"])],
)
def test_words_of_hidden_documents_are_not_offered(library: Fill, reader: Reader, expected: list[str]) -> None:
    shelf = library(
        draft=Sheet("Nadelmethode Nadelmethode", visibility=Visibility.DRAFT),
        more=Sheet("Nadelmethode", visibility=Visibility.COORDINATION),
        internal=Sheet("Nadelspiel", visibility=Visibility.INTERNAL),
        open=Sheet("Anderes"),
    )
    assert words(shelf, "nadel", reader) == expected


def test_words_of_documents_that_were_taken_out_are_not_offered(library: Fill) -> None:
    shelf = library(one=Sheet("Nadelmethode"), two=Sheet("Nadelspiel"))
    shelf.remove(["one"])
    assert words(shelf, "nadel") == ["Nadelspiel"]


def test_names_are_asked_for_once_for_each_state(library: Fill) -> None:
    asked = []

    def names() -> Iterator[Name]:
        asked.append(1)
        yield from NAMES

    searcher = library(one=Sheet(TEXT)).renewed()
    for typed in ("ju", "ku"):
        searcher.complete(typed, VISITOR, names)
    assert len(asked) == 1


def test_words_are_read_once_and_before_anyone_types(library: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    has_read, read, frequencies = Event(), vocabulary.Vocabulary.read, Segment.frequencies
    times: list[str] = []

    def noted(words: vocabulary.Vocabulary) -> None:
        read(words)
        has_read.set()

    def counted(segment: Segment, field: str) -> Iterator[tuple[str, int]]:
        times.append(segment.id)
        return frequencies(segment, field)

    monkeypatch.setattr(vocabulary.Vocabulary, "read", noted)
    monkeypatch.setattr(Segment, "frequencies", counted)
    searcher = library(one=Sheet(TEXT)).renewed()
    view = searcher.view(VISITOR)
    assert view is not None
    assert has_read.wait(60)
    assert len(times) == 1
    # Whatever else is asked for and takes the room.
    view.cache.forget(lambda _: True)
    searcher.complete("ju", VISITOR, lambda: NAMES)
    assert len(times) == 1


def test_lines_are_found_by_beginning_and_by_what_they_hold() -> None:
    lines = Lines.of(["ab", "abc", "b", "cab"], [1, 2, 3, 4])
    assert lines.beginning("ab").tolist() == [0, 1]
    assert lines.holding("ab").tolist() == [0, 1, 3]
    assert lines.holding("b\n").tolist() == [0, 2, 3]
    assert lines.line(3) == "cab"
    empty = Lines.of([], [])
    assert not any(len(found) for found in (empty.beginning("a"), empty.holding("a"), empty.resembling("a", 2)))


@given(st.sets(st.text("abä-ß!", min_size=1, max_size=7)), st.text("abcßA!", min_size=1, max_size=7), st.integers(1, 2))
def test_no_line_that_is_near_is_missing(words: set[str], typed: str, edits: int) -> None:
    held = sorted(words)
    resembling = [held[number] for number in Lines.of(held, (1 for _ in held)).resembling(typed, edits).tolist()]
    assert resembling == sorted(resembling)
    assert {each for each in held if OSA.distance(each, typed) <= edits} <= set(resembling)


def test_lines_of_other_lengths_and_letters_are_left_out() -> None:
    lines = Lines.of(["graffiti", "graffito", "grafitti", "praevention", "ritze"], range(5))
    assert lines.resembling("grafiti", 2).tolist() == [0, 1, 2]
