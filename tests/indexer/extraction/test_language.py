"""The vote on a text's language."""

import pytest

from indexer.extraction.language import language_of, share_of_small_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Gruppe trifft sich am Montag und bespricht die Ergebnisse mit den Eltern.", "de"),
        ("The group meets on Monday and will talk about the results with parents.", "en"),
        ("Workshop Design Thinking", ""),
        ("", ""),
        ("der die das the of and", ""),
    ],
)
def test_small_words_vote(text: str, language: str) -> None:
    assert language_of([text]) == language


def test_share_of_small_words() -> None:
    assert share_of_small_words(["Die", "Gruppe", "und", "Eltern"]) == 0.5
    assert share_of_small_words([]) == 0
