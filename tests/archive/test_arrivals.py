"""When documents came to their readers."""

from datetime import UTC, datetime, timedelta

from archive.archive import Archive
from archive.custody import PROGRAM
from archive.values import Details, Visibility
from tests.archive.conftest import Offer

PUBLISHED = frozenset({Visibility.INTERNAL, Visibility.PUBLIC})


def test_all_that_came_is_read_once_until_something_comes(archive: Archive, offer: Offer) -> None:
    first = offer("eins", "eins.txt", Details("eins")).code
    known = archive.arrivals(PUBLISHED)
    assert archive.arrivals(PUBLISHED) is known
    second = offer("zwei", "zwei.txt", Details("zwei")).code
    assert [list(known), list(archive.arrivals(PUBLISHED))] == [[first], [second, first]]


def test_only_what_came_later_is_told_and_when_it_came_last(archive: Archive, offer: Offer) -> None:
    first = offer("eins", "eins.txt", Details("eins")).code
    moments = archive.arrivals(PUBLISHED)
    assert archive.arrivals(PUBLISHED, moments[first]) == {}
    assert archive.arrivals(PUBLISHED, moments[first] - timedelta(microseconds=1)) == moments
    assert archive.arrivals(PUBLISHED, datetime.now(UTC)) == {}


def test_a_draft_comes_when_it_is_published(archive: Archive, offer: Offer) -> None:
    code = offer("eins", "eins.txt", Details("eins", visibility=Visibility.DRAFT)).code
    assert archive.arrivals(PUBLISHED) == {}
    before = datetime.now(UTC)
    archive.publishing.publish(code, Visibility.INTERNAL, PROGRAM)
    assert archive.arrivals(PUBLISHED)[code] >= before
    assert list(archive.arrivals(PUBLISHED, before)) == [code]
