"""Which later passages may tell what became of a decision or task."""

from dataclasses import replace

import pytest

from indexer.passages import Passage
from indexer.said import Said, said_in
from indexer.search.following import propose
from indexer.structure.kinds import PassageKind

COMMON = frozenset({"projektleitung", "standort", "bis", "der", "die", "das", "wird"})

TASK = Passage(
    "e", "D-1", 0, 1, "1", "TOP 4: Graffiti", "4", PassageKind.TASK, "Servicebüro prüft Haftung, schreibt Merkblatt"
)
REPORT = replace(
    TASK, id="l", document="D-2", kind=PassageKind.AGENDA_ITEM, text="Das Merkblatt zur Haftung fehlt noch"
)

MUCH = "In Trier gab es Tee. In Peine wurde lange getanzt. In Gotha liegen neue Steine im Hof."


@pytest.mark.parametrize(
    ("later", "is_proposed"),
    [
        (REPORT, True),
        (replace(REPORT, text="Das Merkblatt zur Haftung liegt jetzt vor"), True),
        # one word alone is shared by chance
        (replace(REPORT, text="Das Merkblatt zum Datenschutz kommt im Mai nach einer langen Prüfung"), False),
        # the same heading alone tells nothing
        (replace(REPORT, text="Die Wand in der Unterführung ist bunt"), False),
        # what is said of it stands in one sentence of many
        (replace(REPORT, text=f"{MUCH} Das Merkblatt zur Haftung fehlt noch. {MUCH}"), True),
        # words far from each other are of different matters
        (replace(REPORT, text=f"Ein Merkblatt erklärt das Kochen. {MUCH} Die Haftung klärt niemand."), False),
        # a head of minutes, a list of agenda items
        (replace(REPORT, kind=PassageKind.INFORMATION), False),
    ],
)
def test_what_speaks_of_the_same_matter_is_proposed(later: Passage, *, is_proposed: bool) -> None:
    assert bool(propose([TASK], [later], _saying, _weight)) is is_proposed


def test_the_likeliest_comes_first_and_says_what_it_words() -> None:
    done = replace(REPORT, id="d", text="Merkblatt Haftung: Servicebüro hat geprüft, erledigt")
    replaced = replace(REPORT, id="r", text="Das Merkblatt zur Haftung gilt nicht mehr")
    (found,) = propose([TASK], [REPORT, replaced, done], _saying, _weight).values()
    assert found[0].later.id == "d"
    assert {each.later.id: (each.is_done, each.is_replaced) for each in found} == {
        "d": (True, False),
        "r": (False, True),
        "l": (False, False),
    }


def _saying(passage: Passage) -> Said:
    return said_in(passage, _terms)


def _terms(text: str) -> list[str]:
    return [word.strip(".,:!?").casefold() for word in text.split()]


def _weight(term: str) -> float:
    return 0.1 if term in COMMON or not term.isalpha() else 0.75
