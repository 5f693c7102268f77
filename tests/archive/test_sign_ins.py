"""Signing in and out: sessions that end, and failures that are counted."""

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, tzinfo
from typing import ClassVar

import pytest

from archive.accounts import attempts, sessions
from archive.accounts.attempts import Attempt, Attempts
from archive.accounts.errors import LinkUsedError, TooManyAttemptsError, WrongCredentialsError
from archive.archive import Archive
from archive.rights import Role

PASSWORD = "vier Birnen im Hof"
HERE = "192.0.2.7"


class Clock(datetime):
    """A clock that can be put forward."""

    ahead: ClassVar[timedelta] = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # returns no clock
        return datetime.now(tz) + cls.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    monkeypatch.setattr(Clock, "ahead", timedelta(0))
    monkeypatch.setattr(sessions, "datetime", Clock)
    return Clock


@pytest.fixture
def anna(archive: Archive) -> str:
    """The token of someone who is signed in."""
    archive.accounts.add("anna", Role.STAFF, PASSWORD)
    return archive.sign_ins.sign_in("anna", PASSWORD, HERE)


def test_every_session_has_a_token_of_its_own_and_ends_alone(archive: Archive, anna: str) -> None:
    other = archive.sign_ins.sign_in("anna", PASSWORD, HERE)
    assert other != anna
    archive.sign_ins.sign_out(anna)
    assert archive.sign_ins.account(anna) is None
    assert archive.sign_ins.account(other)


def test_a_session_ends_when_it_is_not_used(archive: Archive, anna: str, clock: type[Clock]) -> None:
    clock.ahead = timedelta(hours=19)
    assert archive.sign_ins.account(anna)
    clock.ahead = timedelta(hours=38)
    assert archive.sign_ins.account(anna)
    clock.ahead = timedelta(hours=59)
    assert archive.sign_ins.account(anna) is None


def test_a_session_ends_after_a_week_however_much_it_is_used(archive: Archive, anna: str, clock: type[Clock]) -> None:
    for hours in range(0, 7 * 24, 12):
        clock.ahead = timedelta(hours=hours)
        assert archive.sign_ins.account(anna)
    clock.ahead = timedelta(days=7)
    assert archive.sign_ins.account(anna) is None


def test_reading_writes_only_now_and_then(archive: Archive, anna: str, clock: type[Clock]) -> None:
    def seen() -> datetime:
        return archive.sign_ins.sessions("anna", anna)[0].seen_at

    began = seen()
    clock.ahead = timedelta(minutes=4)
    archive.sign_ins.account(anna)
    assert seen() == began
    clock.ahead = timedelta(minutes=6)
    archive.sign_ins.account(anna)
    assert seen() > began


def test_sessions_that_ended_are_forgotten(archive: Archive, anna: str, clock: type[Clock]) -> None:
    clock.ahead = timedelta(days=8)
    token = archive.sign_ins.sign_in("anna", PASSWORD, HERE)
    assert [each.is_current for each in archive.sign_ins.sessions("anna", token)] == [True]
    assert archive.sign_ins.account(anna) is None


def test_whoever_is_signed_in_elsewhere_can_be_signed_out_from_here(archive: Archive, anna: str) -> None:
    other = archive.sign_ins.sign_in("anna", PASSWORD, HERE)
    assert [each.is_current for each in archive.sign_ins.sessions("anna", other)] == [True, False]
    archive.sign_ins.sign_out_elsewhere("anna", other)
    assert archive.sign_ins.account(anna) is None
    assert archive.sign_ins.account(other)


def test_one_session_can_be_ended_from_another_and_only_ones_own(archive: Archive, anna: str) -> None:
    others = [archive.sign_ins.sign_in("anna", PASSWORD, HERE) for _ in range(2)]
    latest, *_ = archive.sign_ins.sessions("anna", anna)
    archive.accounts.add("berta", Role.STAFF, PASSWORD)
    archive.sign_ins.sign_out_there("berta", latest.number)
    assert archive.sign_ins.account(others[1])
    archive.sign_ins.sign_out_there("anna", latest.number)
    assert archive.sign_ins.account(others[1]) is None
    assert archive.sign_ins.account(others[0])
    assert archive.sign_ins.account(anna)
    archive.sign_ins.sign_out_there("anna", latest.number)


def test_a_new_password_ends_every_session_and_begins_a_new_one(archive: Archive, anna: str) -> None:
    link = archive.accounts.renew("anna").token
    token = archive.sign_ins.change_password("anna", "acht Pflaumen am Zaun")
    assert archive.sign_ins.account(anna) is None
    assert archive.sign_ins.account(token)
    with pytest.raises(WrongCredentialsError):
        archive.sign_ins.confirm("anna", PASSWORD, HERE)
    with pytest.raises(LinkUsedError):
        archive.accounts.link(link)


def test_a_token_nobody_was_given_is_nobodys(archive: Archive, anna: str) -> None:
    assert [archive.sign_ins.account(token) for token in ("", "x", anna[:-1], "\x00" * 40)] == [None] * 4


def fail(archive: Archive, name: str, address: str) -> int:
    """Fail to sign in until that is refused, and return how often that took."""
    for number in itertools.count():
        try:
            archive.sign_ins.sign_in(name, "das ist falsch", address)
        except WrongCredentialsError:
            continue
        except TooManyAttemptsError:
            return number
    return 0


def test_who_fails_too_often_waits_and_others_do_not(archive: Archive, anna: str) -> None:
    assert anna
    assert fail(archive, "anna", HERE) == attempts.OF_ACCOUNT_AT_ADDRESS
    with pytest.raises(TooManyAttemptsError):
        archive.sign_ins.sign_in("anna", PASSWORD, HERE)
    assert archive.sign_ins.sign_in("anna", PASSWORD, "192.0.2.8")


def test_an_unknown_name_is_treated_as_a_known_one(archive: Archive, anna: str) -> None:
    assert anna
    assert fail(archive, "niemand", HERE) == fail(archive, "anna", HERE)


def test_an_address_is_stopped_whatever_names_it_tries(archive: Archive) -> None:
    failed = sum(fail(archive, f"name{number}", HERE) for number in range(10))
    assert failed == attempts.OF_ADDRESS


def test_an_account_is_stopped_wherever_it_is_tried_from(archive: Archive, anna: str) -> None:
    assert anna
    failed = sum(fail(archive, "anna", f"192.0.2.{number}") for number in range(1, 10))
    assert failed == attempts.OF_ACCOUNT


def test_failures_are_forgotten_after_a_while() -> None:
    now = [0.0]
    counted, attempt = Attempts(lambda: now[0]), Attempt.of("anna", HERE)
    for _ in range(attempts.OF_ACCOUNT_AT_ADDRESS):
        counted.begin(attempt)
    with pytest.raises(TooManyAttemptsError) as refused:
        counted.begin(attempt)
    now[0] += refused.value.wait
    counted.begin(attempt)


def test_who_signs_in_rightly_does_not_use_up_what_others_at_the_address_may_fail() -> None:
    counted = Attempts()
    for number in range(100):
        attempt = Attempt.of(f"name{number}", HERE)
        counted.begin(attempt)
        counted.succeed(attempt)


def test_many_attempts_at_once_are_no_more_than_one_by_one() -> None:
    counted, attempt, barrier = Attempts(), Attempt.of("anna", HERE), threading.Barrier(16)

    def begin(_: int) -> bool:
        barrier.wait()
        try:
            counted.begin(attempt)
        except TooManyAttemptsError:
            return False
        return True

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(begin, range(16))) == attempts.OF_ACCOUNT_AT_ADDRESS


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("fe80::1%eth0", "fe80::2", True),
        ("", "", True),
    ],
)
def test_a_network_of_six_counts_as_one_address(one: str, other: str, is_same: bool) -> None:  # noqa: FBT001 - a table of cases
    assert (Attempt.of("a", one).address == Attempt.of("a", other).address) is is_same


def test_the_memory_for_failures_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "MOST_SUBJECTS", 30)
    counted = Attempts()
    for number in range(1000):
        counted.begin(Attempt.of(f"name{number}", f"192.0.{number % 250}.{number // 250}"))
    assert len(counted._failures) <= 30  # noqa: SLF001 - that is the point
