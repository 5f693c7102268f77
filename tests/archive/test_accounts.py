"""Who may sign in: the register, passwords, one-time links, the sample accounts."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from archive.accounts import links
from archive.accounts.errors import (
    AccountExistsError,
    LastCoordinationError,
    LinkUsedError,
    PasswordFault,
    UnknownAccountError,
    UnusableNameError,
    WeakPasswordError,
    WrongCredentialsError,
)
from archive.accounts.passwords import check
from archive.accounts.values import LinkPurpose
from archive.archive import Archive
from archive.home import Home
from archive.rights import Role

PASSWORD = "vier Birnen im Hof"
OTHER = "acht Pflaumen am Zaun"
HERE = "192.0.2.7"


def sign_in(archive: Archive, name: str, password: str = PASSWORD) -> str:
    return archive.sign_ins.sign_in(name, password, HERE)


def test_who_has_an_account_can_sign_in_however_the_name_is_spelt(archive: Archive) -> None:
    archive.accounts.add("  Änne  Muster ", Role.STAFF, PASSWORD)
    account = archive.sign_ins.account(sign_in(archive, "ÄNNE muster"))
    assert account
    assert (account.name, account.role, account.is_sample) == ("Änne Muster", Role.STAFF, False)


@pytest.mark.parametrize(("name", "password"), [("anna", OTHER), ("berta", PASSWORD), ("anna", ""), ("", PASSWORD)])
def test_who_does_not_know_both_cannot(archive: Archive, name: str, password: str) -> None:
    archive.accounts.add("anna", Role.STAFF, PASSWORD)
    with pytest.raises(WrongCredentialsError):
        sign_in(archive, name, password)


def test_no_password_is_kept(archive: Archive, home_folder: Path) -> None:
    archive.accounts.add("anna", Role.STAFF, PASSWORD)
    token = sign_in(archive, "anna")
    link = archive.accounts.renew("anna").token
    archive.close()
    kept = b"".join(path.read_bytes() for path in home_folder.rglob("*") if path.is_file())
    assert b"$argon2id$v=19$m=19456,t=2,p=1$" in kept
    assert not [secret for secret in (PASSWORD, token, link) if secret.encode() in kept]


@pytest.mark.parametrize("name", ["", "a", " ", "-anna", "anna-", "<script>", "a\nb" * 40, "x" * 65, "a/b", "a\u202eb"])
def test_names_that_cannot_be_are_refused(archive: Archive, name: str) -> None:
    with pytest.raises(UnusableNameError):
        archive.accounts.add(name, Role.STAFF, PASSWORD)


def test_two_names_that_look_the_same_are_one(archive: Archive) -> None:
    archive.accounts.add("Anna", Role.STAFF, PASSWORD)
    for name in ("anna", "ANNA", "ａｎｎａ"):
        with pytest.raises(AccountExistsError):
            archive.accounts.invite(name, Role.STAFF)


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("kurz", PasswordFault.TOO_SHORT),
        ("x" * 201, PasswordFault.TOO_LONG),
        ("meinhund ANNALENA 7", PasswordFault.HOLDS_NAME),
        ("ababababababab", PasswordFault.MONOTONOUS),
        ("Wissensarchiv2024!", PasswordFault.COMMON),
        ("11111Passwort!!", PasswordFault.COMMON),
    ],
)
def test_passwords_others_would_guess_are_refused(password: str, fault: PasswordFault) -> None:
    with pytest.raises(WeakPasswordError) as refused:
        check(password, "Annalena")
    assert refused.value.fault is fault
    check(PASSWORD, "Annalena")


def test_the_first_account_is_made_by_a_link(archive: Archive) -> None:
    token = archive.accounts.invite_first().token
    assert archive.accounts.link(token).purpose is LinkPurpose.FIRST_ACCOUNT
    made = archive.sign_ins.account(archive.accounts.follow(token, PASSWORD, "Anna"))
    assert made
    assert (made.name, made.role) == ("Anna", Role.COORDINATION)
    assert sign_in(archive, "Anna")
    for _ in range(2):
        with pytest.raises(LinkUsedError):
            archive.accounts.follow(token, OTHER, "Berta")


def test_the_link_for_the_first_account_ends_with_the_first_account(archive: Archive) -> None:
    token = archive.accounts.invite_first().token
    archive.accounts.add("anna", Role.COORDINATION, PASSWORD)
    with pytest.raises(LinkUsedError):
        archive.accounts.link(token)


def test_a_later_link_takes_the_place_of_the_earlier(archive: Archive) -> None:
    first, second = archive.accounts.invite_first().token, archive.accounts.invite_first().token
    with pytest.raises(LinkUsedError):
        archive.accounts.link(first)
    assert archive.accounts.link(second)


def test_who_is_invited_sets_the_password_alone(archive: Archive) -> None:
    invitation = archive.accounts.invite("anna", Role.PRIVACY)
    with pytest.raises(WrongCredentialsError):
        sign_in(archive, "anna", "")
    with pytest.raises(WeakPasswordError):
        archive.accounts.follow(invitation.token, "kurz")
    account = archive.sign_ins.account(archive.accounts.follow(invitation.token, PASSWORD, "name of someone else"))
    assert account
    assert (account.name, account.role) == ("anna", Role.PRIVACY)
    assert sign_in(archive, "anna")


def test_a_forgotten_password_is_set_anew_and_who_was_signed_in_is_not_from_the_link_on(archive: Archive) -> None:
    archive.accounts.add("anna", Role.STAFF, PASSWORD)
    token = sign_in(archive, "anna")
    link = archive.accounts.renew("anna").token
    assert archive.sign_ins.account(token) is None
    again = sign_in(archive, "anna")
    archive.accounts.follow(link, OTHER)
    assert archive.sign_ins.account(again) is None
    with pytest.raises(WrongCredentialsError):
        sign_in(archive, "anna")
    assert sign_in(archive, "anna", OTHER)


def test_a_link_that_has_ended_is_good_no_more(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "DURATIONS", dict.fromkeys(LinkPurpose, timedelta(0)))
    token = archive.accounts.invite("berta", Role.STAFF).token
    with pytest.raises(LinkUsedError):
        archive.accounts.follow(token, PASSWORD)


def test_an_account_goes_with_all_that_is_kept_about_it(archive: Archive) -> None:
    archive.accounts.add("chef", Role.COORDINATION, PASSWORD)
    archive.accounts.add("anna", Role.STAFF, PASSWORD)
    token, link = sign_in(archive, "anna"), archive.accounts.renew("anna").token
    archive.accounts.remove("anna")
    assert archive.sign_ins.account(token) is None
    with pytest.raises(LinkUsedError):
        archive.accounts.link(link)
    with pytest.raises(UnknownAccountError):
        archive.accounts.remove("anna")
    assert [each.name for each in archive.accounts.entries()] == ["chef"]


def test_no_file_of_the_catalogue_names_a_removed_account(archive: Archive) -> None:
    archive.accounts.add("Annabella Musterfrau", Role.STAFF, PASSWORD)
    files = [path for path in archive.home.root.iterdir() if path.name.startswith("catalogue.sqlite")]
    assert any(b"Annabella" in path.read_bytes() for path in files)
    archive.accounts.remove("Annabella Musterfrau")
    assert not any(b"annabella" in path.read_bytes().lower() for path in files)


def test_the_last_who_can_invite_stays_as_long_as_there_are_others(archive: Archive) -> None:
    archive.accounts.add("chef", Role.COORDINATION, PASSWORD)
    archive.accounts.add("anna", Role.STAFF, PASSWORD)
    archive.accounts.invite("neu", Role.COORDINATION)  # has not come yet
    with pytest.raises(LastCoordinationError):
        archive.accounts.remove("chef")
    archive.accounts.remove("anna")
    archive.accounts.remove("neu")
    archive.accounts.remove("chef")
    assert not archive.accounts.has_coordination()


def test_every_role_has_a_sample_account_with_a_password_of_its_own(archive: Archive) -> None:
    archive.sample_accounts.add()
    told = archive.sample_accounts.credentials()
    assert [each.role for each in told] == list(Role)
    assert len({each.password for each in told}) == len(Role)
    for each in told:
        assert re.fullmatch(r"([a-z2-7]{4}-){3}[a-z2-7]{4}", each.password)
        account = archive.sign_ins.account(sign_in(archive, each.name, each.password))
        assert account
        assert (account.role, account.is_sample) == (each.role, True)
    archive.sample_accounts.add()
    assert archive.sample_accounts.credentials() == told


def test_two_homes_have_different_sample_passwords(archive: Archive, tmp_path: Path) -> None:
    archive.sample_accounts.add()
    other = Archive.open(Home(tmp_path / "other"))
    other.sample_accounts.add()
    own, others = ({each.password for each in held.sample_accounts.credentials()} for held in (archive, other))
    assert not own & others
    other.close()


@pytest.mark.parametrize(
    "come",
    [
        lambda archive: archive.accounts.add("anna", Role.COORDINATION, PASSWORD),
        lambda archive: archive.accounts.follow(archive.accounts.invite_first().token, PASSWORD, "koordination"),
        lambda archive: archive.accounts.follow(archive.accounts.invite("anna", Role.COORDINATION).token, PASSWORD),
        lambda archive: (
            archive.accounts.add("anna", Role.STAFF, PASSWORD),
            archive.accounts.change_role("anna", Role.COORDINATION),
        ),
        lambda archive: archive.discard_samples(),
    ],
)
def test_the_sample_accounts_go_when_someone_real_comes_to_coordinate(
    archive: Archive, come: Callable[[Archive], object]
) -> None:
    archive.sample_accounts.add()
    told = archive.sample_accounts.credentials()
    token = sign_in(archive, told[1].name, told[1].password)
    come(archive)
    assert archive.sign_ins.account(token) is None
    assert not any(each.is_sample for each in archive.accounts.entries())
    assert archive.sample_accounts.credentials() == ()
    assert not archive.home.sample_secret.exists()
    with pytest.raises(WrongCredentialsError):
        sign_in(archive, told[1].name, told[1].password)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATION])
def test_while_nobody_else_can_administer_sample_accounts_and_first_link_stay(archive: Archive, role: Role) -> None:
    archive.sample_accounts.add()
    told, first = archive.sample_accounts.credentials(), archive.accounts.invite_first().token
    archive.accounts.add("anna", role, PASSWORD)
    archive.accounts.follow(archive.accounts.invite("berta", role).token, PASSWORD)
    archive.accounts.invite("chris", role)
    archive.accounts.change_role("chris", Role.COORDINATION)  # has not come yet
    assert archive.sample_accounts.credentials() == told
    assert all(sign_in(archive, each.name, each.password) for each in told)
    assert not archive.accounts.has_only_real()
    archive.accounts.follow(first, PASSWORD, "Dora")
    assert archive.sample_accounts.credentials() == ()
    with pytest.raises(LinkUsedError):
        archive.accounts.link(first)


def test_an_invitation_alone_leaves_the_sample_accounts(archive: Archive) -> None:
    archive.sample_accounts.add()
    archive.accounts.invite("anna", Role.COORDINATION)
    assert len(archive.sample_accounts.credentials()) == len(Role)
    assert not archive.accounts.has_coordination()


def test_who_has_no_sample_accounts_can_let_the_coordination_come_from_elsewhere(archive: Archive) -> None:
    assert not archive.accounts.has_only_real()
    archive.accounts.add("anna", Role.OPERATIONS, PASSWORD)
    archive.sample_accounts.add()
    assert (archive.accounts.has_only_real(), archive.accounts.has_coordination()) == (True, False)


def test_where_someone_real_is_no_sample_accounts_come(archive: Archive) -> None:
    archive.accounts.add("anna", Role.STAFF, PASSWORD)
    archive.sample_accounts.add()
    assert archive.sample_accounts.credentials() == ()
