"""The journal: events stay, accesses go."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from archive.accounts.errors import LastCoordinationError
from archive.archive import Archive, Receipt
from archive.catalogue.use import Access
from archive.custody import AccessKind, EventKind
from archive.journal import KEPT, Asked, Period
from archive.rights import Role

Offer = Callable[..., Receipt]


def test_events_are_told_the_latest_first_and_by_what_is_asked(archive: Archive, offer: Offer) -> None:
    codes = [offer(f"Text {number}").code for number in range(3)]
    archive.journal.record(EventKind.FIXITY_CHECK, "files=3", "koo")
    journal = archive.journal
    assert [each.document for each in journal.events(Asked(), 10)] == ["", *codes[::-1]]
    assert [each.document for each in journal.events(Asked(), 2, 1)] == [codes[2], codes[1]]
    assert journal.count(Asked(document=codes[1])) == 1
    assert journal.count(Asked(kinds=[EventKind.ACCESSION])) == 3
    assert [each.kind for each in journal.events(Asked(agents=["koo"]), 10)] == [EventKind.FIXITY_CHECK]
    assert journal.count(Asked(agents=[])) == 0
    later = datetime.now(UTC) + timedelta(minutes=1)
    assert journal.count(Asked(period=Period(since=later))) == 0
    assert journal.count(Asked(period=Period(until=later))) == 4
    assert len(list(journal.every_event(Asked()))) == 4
    last = journal.last(EventKind.FIXITY_CHECK)
    assert last
    assert last.detail == "files=3"
    assert journal.last(EventKind.BACKUP) is None


def test_accesses_are_deleted_when_they_were_kept_long_enough(archive: Archive) -> None:
    for number in range(3):
        archive.journal.record_access(f"D-2026-000{number}", "koo", AccessKind.PAGE)
    old = datetime.now(UTC) - KEPT - timedelta(minutes=1)
    with archive._catalogue.writing() as session:  # noqa: SLF001 - lets time pass
        session.execute(update(Access).where(Access.document != "D-2026-0002").values(at=old))
    assert [each.document for each in archive.journal.accesses(Asked(), 10)] == ["D-2026-0002"]
    assert archive.journal.count_accesses(Asked(agents=["koo"])) == 1
    assert archive.journal.totals(Asked(agents=["koo"])) == (0, 1)
    assert archive.journal.forget_accesses() == 2
    assert archive.journal.forget_accesses() == 0
    assert archive.journal.count_accesses(Asked()) == 1


def test_events_tell_of_accounts_by_what_stands_for_them_and_never_by_name(archive: Archive) -> None:
    chef = archive.accounts.add("chef", Role.COORDINATION, "vier Birnen im Hof")
    archive.accounts.invite("anna", Role.STAFF, chef.agent)
    (anna,) = [each.agent for each in archive.accounts.entries() if each.name == "anna"]
    archive.accounts.change_role("anna", Role.PRIVACY, chef.agent)
    archive.accounts.change_role("anna", Role.PRIVACY, chef.agent)
    archive.accounts.renew("anna", chef.agent)
    archive.accounts.remove("anna", chef.agent)
    told = [(each.kind, each.detail, each.document) for each in archive.journal.events(Asked(agents=[chef.agent]), 10)]
    assert told == [
        (EventKind.ACCOUNT_REMOVED, "PRIVACY", ""),
        (EventKind.LINK_MADE, f"{anna}:PRIVACY", ""),
        (EventKind.ROLE_CHANGED, f"{anna}:STAFF>PRIVACY", ""),
        (EventKind.ACCOUNT_INVITED, f"{anna}:STAFF", ""),
    ]


def test_the_last_of_the_coordination_keeps_the_role(archive: Archive) -> None:
    archive.accounts.add("chef", Role.COORDINATION, "vier Birnen im Hof")
    archive.accounts.invite("neu", Role.COORDINATION)
    with pytest.raises(LastCoordinationError):
        archive.accounts.change_role("chef", Role.STAFF)
    archive.accounts.add("zweite", Role.COORDINATION, "vier Birnen im Hof")
    archive.accounts.change_role("chef", Role.STAFF)
    assert {each.name: each.role for each in archive.accounts.entries()}["chef"] is Role.STAFF
