"""Splits German text into sentences."""

import re

#: A full stop behind one of these ends no sentence; nor does one behind a day ("15. Februar") or a letter ("z. B.").
_ABBREVIATIONS = (
    "Dr",
    "Fr",
    "Hr",
    "Nr",
    "St",
    "ca",
    "bzw",
    "usw",
    "ggf",
    "evtl",
    "inkl",
    "Str",
    "Tel",
    "vgl",
    "Abs",
    "max",
)
_NO_END = "".join(rf"(?<!\b{abbreviation}\.)" for abbreviation in _ABBREVIATIONS)
_END = re.compile(rf"(?<=[.!?])(?<!\b\d\.)(?<!\b\d\d\.)(?<!\b[A-Za-zÄÖÜ]\.){_NO_END}\s+(?=[A-ZÄÖÜ0-9„\"»(\[–→])")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without the white space between them."""
    return [sentence for sentence in _END.split(text) if sentence.strip()]
