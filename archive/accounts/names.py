"""Names of accounts."""

import re
import unicodedata

from archive.accounts.errors import UnusableNameError

SHORTEST = 2
LONGEST = 64

#: Letters and digits of any script, and what stands in names and mail addresses.
_NAME = re.compile(r"[^\W_](?:[\w .@+'’-]*[\w.])?")


def checked(name: str) -> str:
    """Return a name as it is kept: in NFC, white space made single.

    Raises:
        UnusableNameError: It cannot be the name of an account.
    """
    kept = unicodedata.normalize("NFC", " ".join(name.split()))
    if not (SHORTEST <= len(kept) <= LONGEST and _NAME.fullmatch(kept)):
        raise UnusableNameError(name)
    return kept


def key(name: str) -> str:
    """Return what two names that look the same have in common."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()
