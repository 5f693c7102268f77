"""Decisions about personal data are kept under fingerprints that nobody can guess without the home's secret."""

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import select, update

from archive.archive import Archive, Receipt
from archive.catalogue.privacy import PersonalDecision
from archive.home import Home
from archive.privacy.values import Ground
from archive.secret_files import STRENGTH, kept_secret

Offer = Callable[..., Receipt]


def unkeyed(code: str, words: str) -> str:
    return blake2b(words.casefold().encode(), key=code.encode(), digest_size=16).hexdigest()


def test_a_fingerprint_cannot_be_made_without_the_secret(archive: Archive, tmp_path: Path) -> None:
    one = archive.privacy.fingerprint("D-2026-0001", "Mira  Muster")
    assert one == archive.privacy.fingerprint("D-2026-0001", "mira muster")
    assert one != archive.privacy.fingerprint("D-2026-0002", "Mira Muster")
    assert unkeyed("D-2026-0001", "mira muster") not in one
    other = Archive.open(Home(tmp_path / "other"))
    assert other.privacy.fingerprint("D-2026-0001", "Mira Muster") != one
    other.close()


def test_fingerprints_without_a_key_are_keyed_at_the_next_start(archive: Archive, offer: Offer, home: Home) -> None:
    code = offer("Frau Muster").code
    fingerprint = archive.privacy.fingerprint(code, "Frau Muster")
    archive.privacy.leave(code, {fingerprint: Ground.CONSENT}, "")
    plain = unkeyed(code, "frau muster")
    with archive._catalogue.writing() as session:  # noqa: SLF001 - as an older catalogue has it
        session.execute(update(PersonalDecision).values(fingerprint=plain))
    for _ in range(2):
        again = Archive.open(home)
        assert again.privacy.left([code]) == {code: {fingerprint: Ground.CONSENT}}
        again.close()
    with archive._catalogue.reading() as session:  # noqa: SLF001 - looks at the row
        assert list(session.scalars(select(PersonalDecision.fingerprint))) == [fingerprint]


def test_the_secret_is_made_once_and_for_the_owner_alone(home: Home, archive: Archive) -> None:
    assert archive
    secret = kept_secret(home.fingerprint_secret)
    assert secret == kept_secret(home.fingerprint_secret)
    assert len(secret) == STRENGTH
    assert home.fingerprint_secret.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in home.root.glob("fingerprints.secret*")] == ["fingerprints.secret"]
