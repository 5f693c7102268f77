"""Lists of words, small and large."""

import pytest

from indexer.analysis.wordlist import DATA, WordList, read_words


def test_a_large_list_knows_exactly_its_words() -> None:
    words = WordList(f"w{number:03}" for number in range(500))
    assert all(f"w{number:03}" in words for number in range(500))
    assert not any(word in words for word in ("", "a", "w", "w0", "w500", "x"))


def test_an_empty_list_holds_nothing() -> None:
    assert "wort" not in WordList([])


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.name)
def test_every_data_file_tells_its_origin_and_is_registered(path: object) -> None:
    name = getattr(path, "name", "")
    assert "# Origin:" in (DATA / name).read_text(encoding="utf-8")
    assert f"`{name}`" in (DATA / "README.md").read_text(encoding="utf-8")


def test_words_are_told_from_comments() -> None:
    assert "der" in read_words("stopwords.txt")
    assert not {"#", "Function", "weg", "würde"} & read_words("stopwords.txt")
