"""Numbers as lists write them."""

from collections.abc import Callable, Mapping

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def roman(value: int) -> str:
    """Write a number in small Roman figures."""
    figures = ""
    for worth, figure in _ROMAN:
        count, value = divmod(value, worth)
        figures += figure * count
    return figures


def letters(value: int) -> str:
    """Write a number as Word does with letters: a … z, aa, bb … zz, aaa."""
    repeats, index = divmod(max(value, 1) - 1, len(_ALPHABET))
    return _ALPHABET[index] * (repeats + 1)


#: How `w:numFmt` is written; what is missing here is written in figures.
FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "lowerLetter": letters,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "ordinal": "{}.".format,
    "none": lambda _: "",
}


def written(value: int, number_format: str) -> str:
    """Write a number in a list's format."""
    return FORMATS.get(number_format, str)(value)
