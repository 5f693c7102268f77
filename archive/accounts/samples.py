"""Sample accounts, one a role, with passwords of their own in every home.

They can be told again at every start without being kept: each is made from a secret of the home and the role. The
secret goes when the accounts go.
"""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta

from archive.accounts import register
from archive.accounts.passwords import Passwords
from archive.accounts.values import Credentials
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.people import SavedSearch
from archive.home import Home
from archive.rights import Role
from archive.secret_files import make_secret, read_secret

#: A password is so many groups of four letters and digits: 80 bits.
GROUPS = 4

#: What each keeps for itself, by its own words: the parameters of the search's address.
SEARCHES = {
    "Beschlüsse zur Jugendkonferenz": "q=jugendkonferenz&abschnitt=Beschluss",
    "Alles aus Gotha": "standort=Gotha",
}

#: Each has looked last so long before it was added, so that something is new to it.
AWAY = timedelta(days=1)


class SampleAccounts:
    """The sample accounts of one home."""

    def __init__(self, catalogue: Catalogue, home: Home, passwords: Passwords) -> None:
        self._catalogue = catalogue
        self._secret = home.sample_secret
        self._passwords = passwords

    def credentials(self) -> tuple[Credentials, ...]:
        """Return name and password of the sample accounts there are."""
        secret = read_secret(self._secret)
        with self._catalogue.reading() as session:
            there = {account.name for account in register.samples(session)}
        return tuple(each for each in _credentials(secret) if each.name in there) if secret else ()

    def add(self) -> None:
        """Add a sample account a role, unless there are accounts already."""
        with self._catalogue.reading() as session:
            has_others = any(not each.is_sample for each in register.entries(session))
        if has_others or self.credentials():
            return
        secret = make_secret(self._secret)
        hashed = [(each, self._passwords.hashed(each.password)) for each in _credentials(secret)]
        with self._catalogue.writing() as session:
            register.remove_samples(session)
            for each, password in hashed:
                account = register.put(session, each.name, each.role, password)
                account.is_sample, account.saved_searches = True, _searches(datetime.now(UTC) - AWAY)

    def remove(self) -> None:
        """Remove the sample accounts and what their passwords were made from."""
        with self._catalogue.writing() as session:
            register.remove_samples(session)
        self._secret.unlink(missing_ok=True)


def _searches(looked_at: datetime) -> list[SavedSearch]:
    kept = {"made_at": looked_at, "looked_at": looked_at}
    return [SavedSearch(label=label, address=address, **kept) for label, address in SEARCHES.items()]


def _credentials(secret: bytes) -> tuple[Credentials, ...]:
    """Return name and password of each sample account."""
    return tuple(Credentials(role.value.casefold(), role, _password(secret, role)) for role in Role)


def _password(secret: bytes, role: Role) -> str:
    letters = base64.b32encode(hmac.digest(secret, role.value.encode(), hashlib.sha256)).decode().lower()
    return "-".join(letters[4 * place : 4 * place + 4] for place in range(GROUPS))
