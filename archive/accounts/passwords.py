"""Passwords: which are taken, and what is kept of them."""

import threading
from functools import cached_property
from importlib.resources import files

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from archive.accounts import names
from archive.accounts.errors import PasswordFault, WeakPasswordError

#: Characters. Long passwords are strong without rules about what must stand in them (NIST SP 800-63B).
SHORTEST = 12
#: Characters; nobody types more, and hashing takes time.
LONGEST = 200
#: Fewer different characters than this are a pattern.
FEWEST_DIFFERENT = 5
#: A shorter name stands in a long password by chance.
TELLING_NAME = 4

#: Argon2id as OWASP's Password Storage Cheat Sheet advises: 19 MiB, two passes, one lane; some 30 ms.
MEMORY_KIB = 19 * 1024
PASSES = 2
LANES = 1

#: So many are hashed at once: each takes its memory, and there are hardly more cores.
AT_ONCE = 2

_ADDED = "0123456789!?.,;:-_*+#$%&/()= "


class Passwords:
    """Hashes and verifies passwords, few at once; one serves all threads."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)
        self._room = threading.BoundedSemaphore(AT_ONCE)

    @cached_property
    def _nobodys(self) -> str:
        # Made when first asked for, so that opening an archive need not wait; that one answer takes twice as long.
        return self._hasher.hash("nobody has this password")

    def hashed(self, password: str) -> str:
        """Return what is kept of a password."""
        with self._room:
            return self._hasher.hash(password)

    def is_right(self, password: str, hashed: str) -> bool:
        """Tell whether a password is the one that was hashed; without a hash it is not, and that takes as long."""
        with self._room:
            try:
                self._hasher.verify(hashed or self._nobodys, password[:LONGEST])
            except (VerificationError, InvalidHashError):
                return False
        return bool(hashed) and len(password) <= LONGEST


def check(password: str, name: str) -> None:
    """Raise WeakPasswordError if others would guess a password of the account `name`."""
    fault = _fault(password, names.key(name))
    if fault:
        raise WeakPasswordError(fault)


def _fault(password: str, name: str) -> PasswordFault | None:
    plain = names.key(password)
    if len(password) < SHORTEST:
        return PasswordFault.TOO_SHORT
    if len(password) > LONGEST:
        return PasswordFault.TOO_LONG
    if len(name) >= TELLING_NAME and name in plain:
        return PasswordFault.HOLDS_NAME
    if len(set(plain)) < FEWEST_DIFFERENT:
        return PasswordFault.MONOTONOUS
    return PasswordFault.COMMON if plain.strip(_ADDED) in _common() else None


def _common() -> frozenset[str]:
    """Return words that people here take as passwords, with something added at the ends or not."""
    text = files("archive.accounts").joinpath("common-passwords.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
