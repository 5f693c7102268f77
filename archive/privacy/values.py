"""Values of the decisions about personal data."""

from enum import StrEnum
from hashlib import blake2b


class Ground(StrEnum):
    """Why words stay as they are; a fixed list, so that no reason names anyone. The German label is the value."""

    NOT_PERSONAL = "kein Personenbezug (falsch erkannt)"
    OFFICE = "dienstliche Angabe einer Stelle"
    PUBLIC_PERSON = "Person des öffentlichen Lebens im Amt"
    CONSENT = "Einwilligung liegt vor"


def fingerprint(document: str, words: str) -> str:
    """Return what stands for some words of a document, whatever case and spaces they are written with.

    Args:
        document: Its reference code: the same words have another fingerprint in another document.
        words: As they stand in its text.
    """
    return blake2b(" ".join(words.split()).casefold().encode(), key=document.encode()[:64], digest_size=16).hexdigest()
