"""The small lists of words that are kept as data beside the code."""

from pathlib import Path

DATA = Path(__file__).parent / "data"


def read_words(name: str) -> frozenset[str]:
    """Read the words of a list: separated by white space, "#" starts a comment.

    Args:
        name: the file's name in the data folder.
    """
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())
