"""What versions are called in the index: the newest as its document, older ones by the code and their number."""

#: Stands between the two; no code holds it.
_MARK = "."


def edition(code: str, number: int) -> str:
    """Return the name of an older version, e.g. "D-2026-0042.1"."""
    return f"{code}{_MARK}{number}"


def read_edition(name: str) -> tuple[str, int | None]:
    """Return the code of a document, and the number of its version, or None if the name is that of the newest."""
    code, _, number = name.partition(_MARK)
    return code, int(number) if number else None


def editions_of(code: str) -> str:
    """Return what the names of all older versions of a document begin with, and no other name."""
    return f"{code}{_MARK}"
