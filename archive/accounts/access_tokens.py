"""Access tokens: what programs read with in the name of an account. The secret is handed out once and never kept."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload

from archive.accounts import register
from archive.accounts.errors import TooManyError, UnusableLabelError
from archive.accounts.tokens import digest, new_token
from archive.accounts.values import NewToken, TokenEntry, TokenPurpose, TokenUse
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.people import AccessToken, Account
from archive.custody import EventKind
from archive.events import record

#: More of a purpose than this nobody keeps apart.
MOST = 50

LONGEST_LABEL = 1000

#: Use is recorded no more exactly and no more often: enough to see which token nobody needs any more.
STEP = timedelta(days=1)


class AccessTokens:
    """Makes, finds and revokes access tokens; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def make(self, name: str, purpose: TokenPurpose, label: str) -> NewToken:
        """Make a token for an account.

        Args:
            name: The account's.
            purpose: What the token is for.
            label: What its owner calls it; of a feed, the address of what it tells.

        Raises:
            UnusableLabelError: The label is empty or too long.
            TooManyError: The account has as many as it may have.
            UnknownAccountError: There is no account of this name.
        """
        kept = " ".join(label.split())
        if not 0 < len(kept) <= LONGEST_LABEL:
            raise UnusableLabelError(LONGEST_LABEL)
        secret = new_token()
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            _refuse_more(session, account, purpose)
            made = AccessToken(
                account=account, purpose=purpose, label=kept, digest=digest(secret), made_at=datetime.now(UTC)
            )
            session.add(made)
            session.flush()
            record(session, EventKind.TOKEN_MADE, "", purpose, account.agent)
            return NewToken(_entry(made), secret)

    def entries(self, name: str) -> tuple[TokenEntry, ...]:
        """Return the tokens of an account, oldest first, or raise UnknownAccountError."""
        with self._catalogue.reading() as session:
            return tuple(map(_entry, register.find_with(session, name, Account.access_tokens).access_tokens))

    def revoke(self, name: str, number: int) -> None:
        """Make a token of an account good no more, if it has one of this number, or raise UnknownAccountError."""
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            own = (AccessToken.account_id == account.id, AccessToken.id == number)
            found = session.scalar(select(AccessToken).where(*own))
            if found:
                record(session, EventKind.TOKEN_REVOKED, "", found.purpose, account.agent)
                session.execute(delete(AccessToken).where(*own))

    def use(self, secret: str, purpose: TokenPurpose) -> TokenUse | None:
        """Return the token of a purpose that has a secret, with whose it is, or None if there is none."""
        own = (AccessToken.digest == digest(secret), AccessToken.purpose == purpose)
        wanted = select(AccessToken).where(*own).options(joinedload(AccessToken.account))
        with self._catalogue.reading() as session:
            found = session.scalar(wanted)
            if found is None:
                return None
            used = TokenUse(_entry(found), register.entry(found.account))
        if used.entry.used_at is None or datetime.now(UTC) - used.entry.used_at >= STEP:
            with self._catalogue.writing() as session:
                touched = session.scalar(wanted)
                if touched:
                    touched.used_at = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return used


def _refuse_more(session: Session, account: Account, purpose: TokenPurpose) -> None:
    counted = select(func.count()).where(AccessToken.account_id == account.id, AccessToken.purpose == purpose)
    if (session.scalar(counted) or 0) >= MOST:
        raise TooManyError(MOST)


def _entry(row: AccessToken) -> TokenEntry:
    return TokenEntry(row.id, row.purpose, row.label, row.made_at, row.used_at)
