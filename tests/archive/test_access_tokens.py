"""Access tokens: what programs read with in the name of an account."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.accounts import access_tokens
from archive.accounts.errors import TooManyError, UnknownAccountError, UnusableLabelError
from archive.accounts.values import TokenPurpose
from archive.archive import Archive
from archive.custody import EventKind
from archive.home import Home
from archive.journal import Asked
from archive.rights import Role

PASSWORD = "vier Birnen im Hof"


@pytest.fixture
def archive(home_folder: Path) -> Iterator[Archive]:
    opened = Archive.open(Home(home_folder))
    opened.accounts.add("chef", Role.COORDINATION, PASSWORD)
    opened.accounts.add("anna", Role.STAFF, PASSWORD)
    yield opened
    opened.close()


def test_a_token_stands_for_its_account_until_it_is_revoked(archive: Archive) -> None:
    made = archive.accounts.tokens.make("anna", TokenPurpose.API, "  Auswertung   2026 ")
    assert made.entry.label == "Auswertung 2026"
    used = archive.accounts.tokens.use(made.secret, TokenPurpose.API)
    assert used
    assert (used.account.name, used.account.reader.role) == ("anna", Role.STAFF)
    assert archive.accounts.tokens.use(made.secret, TokenPurpose.FEED) is None
    assert archive.accounts.tokens.use(f"{made.secret}x", TokenPurpose.API) is None
    archive.accounts.tokens.revoke("chef", made.entry.number)
    assert archive.accounts.tokens.use(made.secret, TokenPurpose.API)
    archive.accounts.tokens.revoke("anna", made.entry.number)
    assert archive.accounts.tokens.use(made.secret, TokenPurpose.API) is None
    assert archive.accounts.tokens.entries("anna") == ()


def test_the_secret_stands_nowhere(archive: Archive) -> None:
    made = archive.accounts.tokens.make("anna", TokenPurpose.API, "Auswertung")
    assert made.secret not in repr(archive.accounts.tokens.entries("anna"))
    files = [each.read_bytes() for each in archive.home.root.rglob("*") if each.is_file()]
    assert files
    assert not [each for each in files if made.secret.encode() in each]


def test_use_is_known_to_the_day(archive: Archive) -> None:
    made = archive.accounts.tokens.make("anna", TokenPurpose.API, "Auswertung")
    assert made.entry.used_at is None
    archive.accounts.tokens.use(made.secret, TokenPurpose.API)
    (entry,) = archive.accounts.tokens.entries("anna")
    assert entry.used_at
    assert (entry.used_at.hour, entry.used_at.minute, entry.used_at.second) == (0, 0, 0)


def test_a_token_takes_the_role_its_account_has(archive: Archive) -> None:
    secret = archive.accounts.tokens.make("anna", TokenPurpose.API, "Auswertung").secret
    archive.accounts.change_role("anna", Role.OPERATIONS)
    used = archive.accounts.tokens.use(secret, TokenPurpose.API)
    assert used
    assert used.account.role is Role.OPERATIONS


def test_tokens_go_with_their_account(archive: Archive) -> None:
    secret = archive.accounts.tokens.make("anna", TokenPurpose.API, "Auswertung").secret
    archive.accounts.remove("anna")
    assert archive.accounts.tokens.use(secret, TokenPurpose.API) is None
    with pytest.raises(UnknownAccountError):
        archive.accounts.tokens.entries("anna")


@pytest.mark.parametrize("label", ["", "  ", "x" * 1001])
def test_a_token_has_a_name(archive: Archive, label: str) -> None:
    with pytest.raises(UnusableLabelError):
        archive.accounts.tokens.make("anna", TokenPurpose.API, label)


def test_nobody_has_more_tokens_than_anyone_keeps_apart(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_tokens, "MOST", 2)
    for number in range(2):
        archive.accounts.tokens.make("anna", TokenPurpose.API, f"Nr. {number}")
    with pytest.raises(TooManyError):
        archive.accounts.tokens.make("anna", TokenPurpose.API, "einer zu viel")
    archive.accounts.tokens.make("anna", TokenPurpose.FEED, "neu")


def test_events_tell_of_tokens_without_their_names(archive: Archive) -> None:
    made = archive.accounts.tokens.make("anna", TokenPurpose.API, "Erika Beispiel")
    archive.accounts.tokens.revoke("anna", made.entry.number)
    archive.accounts.tokens.revoke("anna", made.entry.number)
    events = archive.journal.events(Asked(kinds={EventKind.TOKEN_MADE, EventKind.TOKEN_REVOKED}), 10)
    assert [(each.kind, each.detail) for each in events] == [
        (EventKind.TOKEN_REVOKED, "api"),
        (EventKind.TOKEN_MADE, "api"),
    ]


def test_what_people_keep_for_themselves_answers_no_question_about_persons(archive: Archive) -> None:
    archive.accounts.tokens.make("anna", TokenPurpose.FEED, "suche?q=Erika Beispiel")
    texts = list(archive.privacy.texts())
    assert "anna" in {each.text for each in texts}
    assert not [each for each in texts if "Erika" in each.text or each.table == "access_token"]
