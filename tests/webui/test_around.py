"""What stands around words is cut between words."""

import pytest

from webui.around import after, before


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Begrüßung durch Frau ", 30, "Begrüßung durch Frau "),
        ("Begrüßung durch Frau ", 16, " durch Frau "),
        ("Begrüßung durch Frau ", 11, "durch Frau "),
        ("Begrüßungsfeier", 5, "feier"),
        ("", 5, ""),
    ],
)
def test_no_word_is_cut(text: str, most: int, expected: str) -> None:
    assert before(text, most) == expected
    assert after(text[::-1], most) == expected[::-1]
