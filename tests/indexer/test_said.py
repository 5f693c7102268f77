"""What passages say, and that it comes back as it was noted."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from indexer.passages import Passage
from indexer.said import Said, packed_said, said_in, unpacked_said
from indexer.structure.kinds import PassageKind

TASK = Passage(
    "t", "D-1", 0, 1, "1", "", "", PassageKind.TASK, "Aufgabe: Servicebüro schreibt ein Merkblatt. Peine hilft."
)

TERMS = st.frozensets(st.text(st.characters(exclude_categories=("Z", "C")), min_size=1))


def test_a_passage_says_its_sentences_and_what_is_agreed_in_it_says_its_subject() -> None:
    said = said_in(TASK, _terms)
    assert [sorted(each) for each in said.sentences] == [
        ["aufgabe", "ein", "merkblatt", "schreibt", "servicebüro"],
        ["hilft", "peine"],
    ]
    assert said.subject == {"servicebüro", "schreibt", "ein", "merkblatt", "peine", "hilft"}
    assert said_in(replace(TASK, kind=PassageKind.RESULT), _terms) == Said(frozenset(), said.sentences)


def test_a_passage_without_words_says_nothing() -> None:
    assert said_in(replace(TASK, text=" \n "), _terms) == Said(frozenset(), ())


@given(TERMS, st.lists(TERMS).map(tuple))
def test_what_is_packed_comes_back(subject: frozenset[str], sentences: tuple[frozenset[str], ...]) -> None:
    said = Said(subject, sentences)
    assert unpacked_said(packed_said(said)) == said


def _terms(text: str) -> list[str]:
    return [word.strip(".,:").casefold() for word in text.split()]
