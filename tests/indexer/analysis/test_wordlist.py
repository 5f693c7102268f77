"""The small lists of words."""

import pytest

from indexer.analysis.wordlist import DATA, read_words


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.name)
def test_every_data_file_tells_its_origin_and_is_registered(path: object) -> None:
    name = getattr(path, "name", "")
    assert "# Origin:" in (DATA / name).read_text(encoding="utf-8")
    assert f"`{name}`" in (DATA / "README.md").read_text(encoding="utf-8")


def test_words_are_told_from_comments() -> None:
    assert "der" in read_words("stopwords.txt")
    assert not {"#", "Function", "weg", "würde"} & read_words("stopwords.txt")
