"""How one asks what a word means: "was ist ein …", "Erkläre …", "Abkürzung …"."""

import re
from collections.abc import Iterator

#: May stand with the verb or the word, and say nothing.
_FILLING = "eigentlich|denn|genau|bitte|mal|mir|uns|wir|man"
_BESIDE = rf"(?:(?:{_FILLING}|mit|unter)\s+)*"
#: "Was ist mit dem Saal" asks for no meaning.
_BESIDE_BEING = rf"(?:(?:{_FILLING})\s+)*(?!mit\b|unter\b)"
#: Announces the word.
_WORD = r"(?:(?:(?:die|der|das|dem|den)\s+)?(?:abkürzung|begriff|wort)\s+)?"
_ASKED = rf"{_WORD}(?P<asked>.+)"

#: Of these only the word is looked for.
_PUT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"was\s+(?:ist|sind|wird)\s+(?:\w+\s+)?(?:mit|unter)\s+{_ASKED}\s+(?:gemeint|verstanden)",
        rf"was\s+(?:versteht|verstehen|mein(?:t|en)|bezeichnet)\s+{_BESIDE}{_ASKED}",
        rf"was\s+(?:ist|sind|bedeute[tn]|heißt|heisst)\s+{_BESIDE_BEING}{_ASKED}",
        rf"(?:bitte\s+)?(?:erklär(?:e|en|t)?|definier(?:e|en)?)(?:\s+sie)?\s+{_BESIDE}{_ASKED}",
        r"(?:definition|abkürzung)\s+(?:(?:von|für|vom|des|der)\s+)?(?P<asked>.+)",
        r"(?P<asked>.+)\s+(?:definition|abkürzung)",
        rf"(?:wofür|für\s+was)\s+steht\s+{_ASKED}",
    )
)
#: These hold a word that may be looked for, too: "Einverständnis Erklärung".
_NAMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<asked>.+)\s+(?:bedeutung|begriff|erklärung)",
        r"(?:bedeutung|begriff|erklärung)\s+(?:(?:von|für|des|der)\s+)?(?P<asked>.+)",
        r"(?:was\s+ist\s+der\s+)?unterschied\s+(?:zwischen\s+)?(?P<asked>.+)",
    )
)


def asked_about(text: str) -> Iterator[str]:
    """Yield what a text may ask the meaning of, by every way to read it as such a question."""
    for pattern in (*_PUT, *_NAMED):
        found = pattern.fullmatch(_unmarked(text))
        if found:
            yield found["asked"]


def put_about(text: str) -> tuple[str, str]:
    """Return what a text asks the meaning of, and the words that put the question; "" for each if it says more."""
    unmarked = _unmarked(text)
    matches = (pattern.fullmatch(unmarked) for pattern in _PUT)
    found = next(filter(None, matches), None)
    if not found:
        return "", ""
    begin, end = found.span("asked")
    return found["asked"], unmarked[:begin] + unmarked[end:]


def _unmarked(text: str) -> str:
    return text.strip().rstrip("?").rstrip()
