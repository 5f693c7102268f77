"""Words that speak for a Handlungsfeld."""

import pytest

from indexer.structure.proposals.cues import STRONG, read_cues


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Die SCHULE hilft mit.", "SCHULE"),
        ("Bildungspatenschaften im Quartier", "Bildungspatenschaften"),
        ("In İzmir steht eine Schule.", "schule"),  # "İ" in lower case is two letters
    ],
)
def test_a_word_is_found_in_any_case_and_shown_as_it_stands(text: str, word: str) -> None:
    (education,) = (cues for cues in read_cues() if cues.label == "Bildung")
    assert education.found_in(text) == ((STRONG, word),)
