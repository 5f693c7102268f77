"""How the files of a backup are written: as they are, or encrypted.

An encrypted file is 16 random bytes and then chunks of a mebibyte, each with 16 bytes of authentication (AES-256-GCM).
Every file has a key of its own, made with the random bytes; a chunk is bound to its number, to whether it is the last,
and to the place of its file: nothing can be cut off, put in another order or stand in for something else unseen.
"""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from secrets import token_bytes
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from archive.backup.errors import BackupError, BackupFault
from archive.store import CHUNK

SALT = 16
TAG = 16
KEY = 32

#: Cost of guessing a key that is words and not chance: a tenth of a second and 32 MiB for each guess.
COST = 2**15


class Seal(Protocol):
    """How files are written and read again."""

    @property
    def ending(self) -> str:
        """What stands behind the name of each file."""

    def name(self, checksum: str) -> str:
        """Return the name of a file whose bytes have this SHA-256."""

    def seal(self, chunks: Iterable[bytes], place: str) -> Iterator[bytes]:
        """Yield what is to be written; all chunks but the last have the size of CHUNK."""

    def open(self, file: BinaryIO, place: str) -> Iterator[bytes]:
        """Yield what was to be kept, or raise a BackupError where that is not what was written."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Files are written as they are."""

    ending: str = ""

    def name(self, checksum: str) -> str:
        """Return the SHA-256 itself."""
        return checksum

    def seal(self, chunks: Iterable[bytes], place: str) -> Iterator[bytes]:  # noqa: ARG002 - of no matter here
        """Yield the same."""
        yield from chunks

    def open(self, file: BinaryIO, place: str) -> Iterator[bytes]:  # noqa: ARG002 - of no matter here
        """Yield the bytes of the file."""
        while chunk := file.read(CHUNK):
            yield chunk


@dataclass(frozen=True, slots=True)
class Encrypted:
    """Files are encrypted, and their names do not tell their checksums."""

    root: bytes = field(repr=False)
    ending: str = ".aes"

    @classmethod
    def of(cls, secret: bytes, salt: bytes) -> "Encrypted":
        """Return the seal of a secret, which may be chance or words."""
        return cls(Scrypt(salt=salt, length=KEY, n=COST, r=8, p=1).derive(secret))

    def proof(self) -> str:
        """Return what shows whether a secret is the right one, and nothing else."""
        return self._derived(b"proof").hex()

    def name(self, checksum: str) -> str:
        """Return a name that only this secret makes of the SHA-256."""
        return hmac.digest(self._derived(b"names"), bytes.fromhex(checksum), "sha256").hex()

    def seal(self, chunks: Iterable[bytes], place: str) -> Iterator[bytes]:
        """Yield the encrypted bytes."""
        salt = token_bytes(SALT)
        cipher = self._cipher(salt)
        yield salt
        for number, chunk, is_last in _numbered(chunks):
            yield cipher.encrypt(_nonce(number, is_last), chunk, place.encode())

    def open(self, file: BinaryIO, place: str) -> Iterator[bytes]:
        """Yield the bytes that were encrypted."""
        cipher = self._cipher(file.read(SALT))
        for number, chunk, is_last in _numbered(iter(lambda: file.read(CHUNK + TAG), b"")):
            try:
                yield cipher.decrypt(_nonce(number, is_last), chunk, place.encode())
            except (InvalidTag, ValueError) as error:
                raise BackupError(BackupFault.ALTERED, place) from error

    def _cipher(self, salt: bytes) -> AESGCM:
        return AESGCM(HKDF(SHA256(), KEY, salt, b"file").derive(self.root))

    def _derived(self, use: bytes) -> bytes:
        return HKDFExpand(SHA256(), KEY, use).derive(self.root)


def _numbered(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes, bool]]:
    """Yield chunks with their numbers and whether each is the last; where there is none, an empty one."""
    source = iter(chunks)
    waiting = next(source, b"")
    for number in count():
        following = next(source, None)
        yield number, waiting, following is None
        if following is None:
            return
        waiting = following


def _nonce(number: int, is_last: bool) -> bytes:  # noqa: FBT001 - a part of the format
    return number.to_bytes(11, "big") + bytes([is_last])
