"""Values of the decisions about personal data."""

from enum import StrEnum
from hashlib import blake2b


class Ground(StrEnum):
    """Why words stay as they are; a fixed list, so that no reason names anyone. The German label is the value."""

    NOT_PERSONAL = "kein Personenbezug (falsch erkannt)"
    OFFICE = "dienstliche Angabe einer Stelle"
    PUBLIC_PERSON = "Person des öffentlichen Lebens im Amt"
    CONSENT = "Einwilligung liegt vor"


#: Hexadecimal digits of a fingerprint without a key, and of one with.
PLAIN_LENGTH, KEYED_LENGTH = 32, 40


def fingerprint(document: str, words: str, secret: bytes) -> str:
    """Return what stands for some words of a document, whatever case and spaces they are written with.

    Without the secret nobody can find out by trying whether it stands for a name.

    Args:
        document: Its reference code: the same words have another fingerprint in another document.
        words: As they stand in its text.
        secret: Of the home.
    """
    folded = " ".join(words.split()).casefold().encode()
    return keyed(blake2b(folded, key=document.encode()[:64], digest_size=PLAIN_LENGTH // 2).hexdigest(), secret)


def keyed(plain: str, secret: bytes) -> str:
    """Return the fingerprint with a key of one without."""
    return blake2b(plain.encode(), key=secret, digest_size=KEYED_LENGTH // 2).hexdigest()
