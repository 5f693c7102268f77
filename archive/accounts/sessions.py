"""Sessions: browsers that are signed in. They are kept here, so that ending one ends it wherever its cookie is."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from archive.accounts.tokens import digest, new_token
from archive.accounts.values import SessionEntry
from archive.catalogue.people import Account, WebSession

#: A session ends when nobody has used it for so long. Shorter times than 20 hours would need a warning (WCAG 2.2.1).
IDLE = timedelta(hours=20)
#: … and at the latest after so long, however much it is used.
LONGEST = timedelta(days=7)
#: Use is recorded no more often than this: a page that is only read should not write.
STEP = timedelta(minutes=5)
#: Who has done nothing for so long and comes back pays another visit.
BETWEEN_VISITS = timedelta(hours=4)


def begin(session: Session, account: Account) -> str:
    """Begin a session and return its token, which is new every time."""
    now = datetime.now(UTC)
    account.last_visit = max((each.seen_at for each in account.sessions), default=account.signed_in_at)
    _forget_ended(session, now)
    token = new_token()
    session.add(WebSession(account=account, digest=digest(token), began_at=now, seen_at=now))
    account.signed_in_at = now
    return token


def find(session: Session, token: str) -> WebSession | None:
    """Return the session of a token, or None if it has ended or never began."""
    found = session.scalar(select(WebSession).where(WebSession.digest == digest(token)))
    return found if found and _is_going_on(found, datetime.now(UTC)) else None


def is_to_be_touched(found: WebSession) -> bool:
    """Tell whether it is time to record that a session is used."""
    return datetime.now(UTC) - found.seen_at >= STEP


def touch(session: Session, token: str) -> None:
    """Record that a session is used."""
    found = find(session, token)
    if found:
        now = datetime.now(UTC)
        if now - found.seen_at >= BETWEEN_VISITS:
            found.account.last_visit = found.seen_at
        found.seen_at = now


def end(session: Session, token: str) -> None:
    """End the session of a token, if there is one."""
    session.execute(delete(WebSession).where(WebSession.digest == digest(token)))


def end_all(session: Session, account: Account, but: str = "") -> None:
    """End the sessions of an account, all but that of one token."""
    ended = delete(WebSession).where(WebSession.account_id == account.id, WebSession.digest != digest(but))
    session.execute(ended)
    session.expire(account, ["sessions"])


def end_one(session: Session, account: Account, number: int) -> None:
    """End the session of a number, if the account has it."""
    session.execute(delete(WebSession).where(WebSession.account_id == account.id, WebSession.id == number))
    session.expire(account, ["sessions"])


def entries(account: Account, token: str) -> tuple[SessionEntry, ...]:
    """Return the sessions of an account that are going on, the latest first; one of them has the token."""
    now = datetime.now(UTC)
    going_on = sorted((each for each in account.sessions if _is_going_on(each, now)), key=lambda each: each.began_at)
    return tuple(
        SessionEntry(
            number=each.id,
            began_at=each.began_at,
            seen_at=each.seen_at,
            ends_at=min(each.began_at + LONGEST, each.seen_at + IDLE),
            is_current=each.digest == digest(token),
        )
        for each in reversed(going_on)
    )


def _is_going_on(found: WebSession, now: datetime) -> bool:
    return now - found.seen_at < IDLE and now - found.began_at < LONGEST


def _forget_ended(session: Session, now: datetime) -> None:
    ended = or_(WebSession.seen_at <= now - IDLE, WebSession.began_at <= now - LONGEST)
    session.execute(delete(WebSession).where(ended))
