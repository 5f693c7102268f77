"""The register of accounts: who there is, with which role."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from archive.accounts import names
from archive.accounts.errors import AccountExistsError, LastCoordinationError, UnknownAccountError
from archive.accounts.tokens import new_token
from archive.accounts.values import AccountEntry
from archive.catalogue.people import Account
from archive.rights import Role


def entries(session: Session) -> tuple[AccountEntry, ...]:
    """Return every account, by name."""
    return tuple(entry(account) for account in session.scalars(select(Account).order_by(Account.key)))


def entry(account: Account) -> AccountEntry:
    """Return an account as it travels."""
    return AccountEntry(
        name=account.name,
        role=account.role,
        agent=account.agent,
        is_sample=account.is_sample,
        has_password=bool(account.password),
        created_at=account.created_at,
        signed_in_at=account.signed_in_at,
        last_visit=account.last_visit,
    )


def find(session: Session, name: str) -> Account:
    """Return the account of a name, however it is spelt, or raise UnknownAccountError."""
    account = session.scalar(select(Account).where(Account.key == names.key(name)))
    if account is None:
        raise UnknownAccountError(name)
    return account


def find_with(session: Session, name: str, things: InstrumentedAttribute[Any]) -> Account:
    """Return the account of a name with things of its own, read in one statement; errors as of `find`."""
    asked = select(Account).where(Account.key == names.key(name)).options(joinedload(things))
    account = session.scalars(asked).unique().one_or_none()
    if account is None:
        raise UnknownAccountError(name)
    return account


def add(session: Session, name: str, role: Role, password: str = "") -> Account:
    """Add an account; with one of the coordination the sample accounts go.

    Args:
        session: A writing session.
        name: Its name.
        role: Its role.
        password: The hash of its password, or "" for one that is invited.

    Raises:
        UnusableNameError: The name cannot be one of an account.
        AccountExistsError: The name is taken.
    """
    if role is Role.COORDINATION:
        remove_samples(session)
    return put(session, name, role, password)


def put(session: Session, name: str, role: Role, password: str) -> Account:
    """Add an account beside all others; the errors are those of `add`."""
    kept = names.checked(name)
    if session.scalar(select(exists().where(Account.key == names.key(kept)))):
        raise AccountExistsError(kept)
    account = Account(
        name=kept,
        key=names.key(kept),
        role=role,
        password=password,
        agent=new_token(),
        is_sample=False,
        created_at=datetime.now(UTC),
    )
    session.add(account)
    session.flush()
    return account


def remove(session: Session, account: Account) -> None:
    """Remove an account with its sessions and links.

    Raises:
        LastCoordinationError: Others would remain, and none of them could invite anyone.
    """
    if session.scalar(_others(account)):
        _refuse_last(session, account)
    session.delete(account)


def change_role(session: Session, account: Account, role: Role) -> None:
    """Give an account another role; with the first of the coordination that can be used the sample accounts go.

    Raises:
        LastCoordinationError: Nobody could invite anyone then.
    """
    if role is not Role.COORDINATION:
        _refuse_last(session, account)
    elif account.password:
        remove_samples(session)
    account.role = role


def _others(account: Account) -> Select[int]:
    return select(func.count()).where(Account.id != account.id, ~Account.is_sample)


def _refuse_last(session: Session, account: Account) -> None:
    """Raise LastCoordinationError if an account is the only one of the coordination that can be signed in with."""
    coordination = _others(account).where(Account.role == Role.COORDINATION, Account.password != "")
    if account.role is Role.COORDINATION and not session.scalar(coordination):
        raise LastCoordinationError


def has_coordination(session: Session) -> bool:
    """Tell whether somebody of the coordination has an account that is no sample, and has set its password."""
    own = exists().where(~Account.is_sample, Account.role == Role.COORDINATION, Account.password != "")
    return bool(session.scalar(select(own)))


def has_only_real(session: Session) -> bool:
    """Tell whether somebody can sign in, and nobody with a sample account."""
    real = exists().where(~Account.is_sample, Account.password != "")
    return bool(session.scalar(select(real & ~exists().where(Account.is_sample))))


def samples(session: Session) -> Iterable[Account]:
    """Return the sample accounts, in the order of their roles."""
    return session.scalars(select(Account).where(Account.is_sample).order_by(Account.id)).all()


def remove_samples(session: Session) -> None:
    """Remove the sample accounts; who signed in with one is signed out."""
    for account in samples(session):
        session.delete(account)
    session.flush()
