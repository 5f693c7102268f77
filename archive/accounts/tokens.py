"""Secrets that are handed out and never kept: the catalogue holds their digests."""

import hashlib
import secrets

#: Bytes of chance in a token: nobody guesses one of 256 bits, so a plain digest of it needs no salt.
STRENGTH = 32


def new_token() -> str:
    """Return a new secret, in letters that may stand in addresses and cookies."""
    return secrets.token_urlsafe(STRENGTH)


def digest(token: str) -> str:
    """Return what is kept of a secret: its SHA-256 in lower-case hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()
