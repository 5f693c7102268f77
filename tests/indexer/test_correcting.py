"""Corrections find their passages again, whatever way the document is read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.corrections import Anchor, CorrectionEntry, Said
from indexer.correcting import anchor_of, anchored, corrected
from indexer.passages import Passage
from indexer.recutting import FEWEST_LETTERS, letters_of
from indexer.structure.kinds import PassageKind

WALL = "Die Projektleitung streicht mit den Jugendlichen bis 31.05.2019 die Wand an der Unterführung."
GARDEN = "Der Standort legt im Zusammenarbeit mit der Schule einen Garten an."
AGREED = "Der Vorschlag wird angenommen."

BEGAN = datetime(2026, 11, 25, tzinfo=UTC)


def passages(*texts: str, heading: str = "TOP 2 Vorhaben") -> tuple[Passage, ...]:
    return tuple(
        Passage(f"p{number}", "D-2019-0001", number, 1, "1", heading, "2", PassageKind.INFORMATION, text)
        for number, text in enumerate(texts)
    )


def correction(number: int, anchor: Anchor | None, said: Said | None = None) -> CorrectionEntry:
    assert anchor
    return CorrectionEntry(number, anchor, said or Said("Aufgabe"), "koo", BEGAN + timedelta(seconds=number))


@pytest.mark.parametrize(
    ("now", "is_found"),
    [
        (WALL, True),
        (WALL.replace(" ", "\n"), True),
        (WALL.replace("Projektleitung", "Pro-\njektleitung"), True),
        (WALL.replace("Unterführung", "Unterfu\u0308hrung"), True),
        (f"• {WALL}", True),
        (WALL.replace("Jugendlichen", "Jugendlicben"), True),
        (WALL.replace("streicht mit den Jugendlichen", "streicht mit Jugendlichen"), True),
        (WALL.replace("31.05.2019", "30.06.2019"), False),
        (WALL[:50], False),
        (f"{WALL} {GARDEN}", False),  # is cut first, below
        (GARDEN, False),
        ("", False),
    ],
)
def test_a_correction_finds_the_passage_that_says_the_same(now: str, *, is_found: bool) -> None:
    said = correction(1, anchor_of(passages(WALL), "p0"))
    found = anchored(passages("Etwas davor.", now), [said])
    assert (dict(found.by_passage), found.lost) == (({"p1": said}, ()) if is_found else ({}, (said,)))


def test_a_corrected_passage_keeps_everything_but_its_kind() -> None:
    before = passages(WALL, GARDEN)
    after = corrected(before, [correction(1, anchor_of(before, "p1"))])
    assert after == (before[0], replace(before[1], kind=PassageKind.TASK))


def test_who_and_by_when_alone_leave_the_kind() -> None:
    before = passages(WALL)
    assert corrected(before, [correction(1, anchor_of(before, "p0"), Said(who="Ehrenamt"))]) == before


def test_equal_passages_are_told_apart_by_their_heading_and_order() -> None:
    before = (*passages(AGREED, GARDEN, AGREED), *passages(AGREED, heading="TOP 3"))
    before = tuple(replace(each, id=f"p{place}") for place, each in enumerate(before))
    said = [correction(1, anchor_of(before, "p2")), correction(2, anchor_of(before, "p3"))]
    now = tuple(replace(each, id=f"n{each.id}", ordinal=each.ordinal + 1) for each in before)
    found = anchored((*passages("Ein neuer Absatz."), *now), said)
    assert {id_: each.number for id_, each in found.by_passage.items()} == {"np2": 1, "np3": 2}


def test_of_two_corrections_of_one_passage_the_later_counts_and_the_other_is_lost() -> None:
    before = passages(WALL)
    first, second = (correction(number, anchor_of(before, "p0")) for number in (1, 2))
    found = anchored(before, [first, second])
    assert (dict(found.by_passage), found.lost) == ({"p0": second}, (first,))


@pytest.mark.parametrize(
    ("quote", "cut"),
    [
        (WALL, (f"{AGREED}\n", f"• {WALL}\n", GARDEN, AGREED)),
        (f"{WALL} {GARDEN}", (f"{AGREED}\n", f"• {WALL}\n{GARDEN}", AGREED)),
        (f"{GARDEN} {AGREED}", (f"{AGREED}\n• {WALL}\n", f"{GARDEN}\n{AGREED}")),
        (
            "mit der Schule einen Garten",
            (
                f"{AGREED}\n• {WALL}\nDer Standort legt im Zusammenarbeit",
                "mit der Schule einen Garten",
                "an.",
                AGREED,
            ),
        ),
        ("einen Gar", (f"{AGREED}\n• {WALL}\n{GARDEN}", AGREED)),
        ("der Schule einen Gar", (f"{AGREED}\n• {WALL}\n{GARDEN}", AGREED)),
        ("Das steht nirgends.", (f"{AGREED}\n• {WALL}\n{GARDEN}", AGREED)),
    ],
)
def test_a_quotation_tells_where_a_passage_begins_and_ends(quote: str, cut: tuple[str, ...]) -> None:
    before = passages(f"{AGREED}\n• {WALL}\n{GARDEN}", AGREED)
    said = [correction(1, Anchor(quote, "TOP 2 Vorhaben", "2"))]
    after = corrected(before, said)
    assert [each.text for each in after] == [each.strip() for each in cut]
    assert [each.ordinal for each in after] == list(range(len(cut)))
    assert len({each.id for each in after}) == len(cut)
    tasks = [each.text for each in after if each.kind is PassageKind.TASK]
    assert len(tasks) == (0 if [each.text for each in after] == [each.text for each in before] else 1)
    assert corrected(after, said) == after


def test_what_was_corrected_later_is_not_cut_by_what_was_corrected_before() -> None:
    before = passages(WALL, GARDEN)
    said = [correction(1, anchor_of(before, "p1")), correction(2, Anchor(f"{WALL} {GARDEN}"), Said("Beschluss"))]
    after = corrected(before, said)
    assert [(each.text, each.kind) for each in after] == [(f"{WALL}\n{GARDEN}", PassageKind.DECISION)]
    assert [each.number for each in anchored(after, said).lost] == [1]


def test_what_has_no_words_cannot_be_corrected() -> None:
    assert anchor_of(passages("", "***"), "p0") is None
    assert anchor_of(passages("", "***"), "p1") is None
    assert anchor_of(passages(WALL), "p7") is None


WORDS = st.sampled_from(
    ["Jugendliche", "Wand", "Garten", "Schule", "Träger", "Hof", "Beete", "Nadel", "Antrag", "Mittel"]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=6)


@given(texts=TEXTS, data=st.data())
def test_corrections_survive_another_reading(texts: list[str], data: st.DataObject) -> None:
    before = passages(*texts)
    chosen = data.draw(st.lists(st.sampled_from(range(len(texts))), unique=True))
    said = [correction(number, anchor_of(before, f"p{place}")) for number, place in enumerate(chosen, 1)]
    now = list(corrected(before, said))
    assert corrected(now, said) == tuple(now)  # once is as good as twice
    for place, each in enumerate(now):
        broken = data.draw(st.integers(1, len(each.text)))
        text = f"{each.text[:broken]}-\n{each.text[broken:]}".replace(
            " ", data.draw(st.sampled_from([" ", "\n", "  "]))
        )
        now[place] = replace(each, id=f"n{place}", page=each.page + 1, kind=PassageKind.INFORMATION, text=text)
    now.insert(data.draw(st.integers(0, len(now))), replace(before[0], id="neu", text="Völlig anderes: 42 Äpfel"))
    found = anchored(now, said)
    assert not found.lost
    assert {id_: each.number for id_, each in found.by_passage.items()} == {
        f"n{place}": number for number, place in enumerate(chosen, 1)
    }


@given(texts=TEXTS, data=st.data())
def test_wherever_passages_are_cut_no_word_is_lost(texts: list[str], data: st.DataObject) -> None:
    before = passages(*texts)
    words = " ".join(texts).split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quote = data.draw(st.sampled_from([" ", "\n"])).join(words[first:last])
    said = [correction(1, Anchor(quote, "TOP 2 Vorhaben", "2"))]
    after = corrected(before, said)
    assert letters_of("".join(each.text for each in after)) == letters_of("".join(texts))
    assert corrected(after, said) == after
    assert len({each.id for each in after}) == len(after)
    if len(letters_of(quote)) >= FEWEST_LETTERS:
        assert [letters_of(each.text) for each in after if each.kind is PassageKind.TASK] == [letters_of(quote)]
