"""One-time links: how a password is set without anyone else knowing it, and without a mail server."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from archive.accounts import register
from archive.accounts.errors import LinkUsedError
from archive.accounts.tokens import digest, new_token
from archive.accounts.values import Invitation, LinkEntry, LinkPurpose
from archive.catalogue.people import Account, OneTimeLink

#: How long each kind of link can be followed: an invitation waits for someone to come back from a week's leave.
DURATIONS: Mapping[LinkPurpose, timedelta] = {
    LinkPurpose.FIRST_ACCOUNT: timedelta(days=1),
    LinkPurpose.INVITATION: timedelta(days=7),
    LinkPurpose.RESET: timedelta(days=1),
}


def make(session: Session, purpose: LinkPurpose, account: Account | None = None) -> Invitation:
    """Make a link in place of those made before for the same account."""
    now = datetime.now(UTC)
    account_id = account.id if account else None
    session.execute(delete(OneTimeLink).where(OneTimeLink.account_id.is_not_distinct_from(account_id)))
    session.execute(delete(OneTimeLink).where(OneTimeLink.ends_at <= now))
    token, ends_at = new_token(), now + DURATIONS[purpose]
    session.add(OneTimeLink(account_id=account_id, purpose=purpose, digest=digest(token), ends_at=ends_at))
    return Invitation(account.name if account else "", token, ends_at, purpose)


def find(session: Session, token: str) -> OneTimeLink:
    """Return the link of a token.

    Raises:
        LinkUsedError: It is good no more, or never was.
    """
    link = session.scalar(select(OneTimeLink).where(OneTimeLink.digest == digest(token)))
    if link is None or link.ends_at <= datetime.now(UTC):
        raise LinkUsedError
    if link.purpose is LinkPurpose.FIRST_ACCOUNT and register.has_coordination(session):
        raise LinkUsedError
    return link


def entry(link: OneTimeLink) -> LinkEntry:
    """Return a link as it travels."""
    return LinkEntry(link.purpose, link.account.name if link.account else None, link.ends_at)


def open_until(session: Session) -> dict[str, datetime]:
    """Return until when the links of accounts are good that still are, in UTC, by the accounts' names."""
    asked = select(Account.name, OneTimeLink.ends_at).join(OneTimeLink, OneTimeLink.account_id == Account.id)
    rows = session.execute(asked.where(OneTimeLink.ends_at > datetime.now(UTC)))
    return dict(iter(rows))


def drop(session: Session, account: Account) -> None:
    """Make the links of an account good no more."""
    session.execute(delete(OneTimeLink).where(OneTimeLink.account_id == account.id))
    session.expire(account, ["links"])
