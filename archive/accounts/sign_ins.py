"""Signing in and out."""

from archive.accounts import links, register, sessions
from archive.accounts.attempts import Attempt, Attempts
from archive.accounts.errors import UnknownAccountError, WrongCredentialsError
from archive.accounts.passwords import Passwords, check
from archive.accounts.values import AccountEntry, SessionEntry
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.people import Account


class SignIns:
    """Lets people in, and out; one serves all threads."""

    def __init__(self, catalogue: Catalogue, passwords: Passwords) -> None:
        self._catalogue = catalogue
        self._passwords = passwords
        self._attempts = Attempts()

    def sign_in(self, name: str, password: str, address: str) -> str:
        """Begin a session and return its token.

        Args:
            name: The account's, however it is spelt.
            password: Its password.
            address: From where; too many failures there are refused.

        Raises:
            TooManyAttemptsError: Too many attempts failed lately.
            WrongCredentialsError: Name and password do not belong together.
        """
        verified = self._verified(name, password, address)
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            if account.password != verified:
                raise WrongCredentialsError  # it was changed while this one was looked at
            return sessions.begin(session, account)

    def confirm(self, name: str, password: str, address: str) -> None:
        """Make sure that whoever is signed in knows the password, too; errors as of `sign_in`."""
        self._verified(name, password, address)

    def whose(self, token: str) -> AccountEntry | None:
        """Return whose session a token belongs to, or None if it has ended, without counting that as use of it."""
        with self._catalogue.reading() as session:
            found = sessions.find(session, token)
            return register.entry(found.account) if found else None

    def account(self, token: str) -> AccountEntry | None:
        """Return whose session a token belongs to, or None if it has ended; it is used by that."""
        with self._catalogue.reading() as session:
            found = sessions.find(session, token)
            if found is None:
                return None
            account, is_old = register.entry(found.account), sessions.is_to_be_touched(found)
        if is_old:
            with self._catalogue.writing_if_possible() as session:
                sessions.touch(session, token)
        return account

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self._catalogue.writing() as session:
            sessions.end(session, token)

    def sign_out_elsewhere(self, name: str, token: str) -> None:
        """End every other session of an account, or raise UnknownAccountError."""
        with self._catalogue.writing() as session:
            sessions.end_all(session, register.find(session, name), but=token)

    def sign_out_there(self, name: str, number: int) -> None:
        """End one session of an account, if it has one of this number, or raise UnknownAccountError."""
        with self._catalogue.writing() as session:
            sessions.end_one(session, register.find(session, name), number)

    def sessions(self, name: str, token: str) -> tuple[SessionEntry, ...]:
        """Return the sessions of an account, the latest first, or raise UnknownAccountError."""
        with self._catalogue.reading() as session:
            return sessions.entries(register.find_with(session, name, Account.sessions), token)

    def change_password(self, name: str, password: str) -> str:
        """Change a password, end every session, and return the token of a new one.

        Raises:
            WeakPasswordError: The password is one that others would guess.
            UnknownAccountError: There is no account of this name.
        """
        check(password, name)
        hashed = self._passwords.hashed(password)
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            account.password = hashed
            sessions.end_all(session, account)
            links.drop(session, account)
            return sessions.begin(session, account)

    def _verified(self, name: str, password: str, address: str) -> str:
        """Return the hash that a password was verified against."""
        attempt = Attempt.of(name, address)
        self._attempts.begin(attempt)
        hashed = self._hash_of(name)
        if not self._passwords.is_right(password, hashed):
            raise WrongCredentialsError
        self._attempts.succeed(attempt)
        return hashed

    def _hash_of(self, name: str) -> str:
        """Return the hash of an account's password, or "" if there is no such account."""
        with self._catalogue.reading() as session:
            try:
                return register.find(session, name).password
            except UnknownAccountError:
                return ""
