"""An archive is backed up while files come and go."""

from pathlib import Path

import pytest

from archive.archive import Archive
from archive.backup.backing_up import ALL, back_up
from archive.erasure import ErasureReason
from archive.values import Details
from tests.archive.backup.making import opened, restored
from tests.archive.conftest import Offer

SAMPLE = Details(is_sample=True)


@pytest.mark.parametrize("leave", ["discarded", "erased"])
def test_what_goes_while_originals_are_copied_is_not_lost_but_gone(
    archive: Archive, offer: Offer, folder: Path, leave: str
) -> None:
    """The first original that is copied takes all others with it."""
    receipts = {each.checksum: each for each in (offer(f"Text {number}", details=SAMPLE) for number in range(4))}
    stays = offer("Bleibt.")
    told: list[str] = []

    def report(checksum: str) -> None:
        told.append(checksum)
        if len(told) > 1:
            return
        if leave == "discarded":
            archive.discard_samples()
        else:
            for each in receipts.values():
                archive.erase(each.code, "", ErasureReason.EXPIRED)

    done = back_up(archive, folder, None, ALL, report)
    assert (done.documents, done.originals, done.lost) == (1, 1, ())
    assert restored(folder, folder.with_name("neu")).lost == ()
    with opened(folder.with_name("neu")) as new:
        assert [each.code for each in new.descriptions()] == [stays.code]


def test_what_was_lost_before_is_told_though_another_goes_meanwhile(
    archive: Archive, offer: Offer, folder: Path
) -> None:
    for number in range(2):
        offer(f"Text {number}", details=SAMPLE)
    lost = offer("Weg.")
    archive.path(lost.checksum).unlink()

    def report(_checksum: str) -> None:
        archive.discard_samples()

    done = back_up(archive, folder, None, ALL, report)
    assert [each.checksum for each in done.lost] == [lost.checksum]
    assert done.documents == 1
