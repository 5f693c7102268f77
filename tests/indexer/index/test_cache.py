"""What is kept, and for how long."""

from dataclasses import dataclass

from indexer.index.cache import ByteCache

ROOM = 100_000


@dataclass(frozen=True)
class Thing:
    """Something that takes memory."""

    nbytes: int = 20_000


def test_what_is_kept_is_not_made_again() -> None:
    cache = ByteCache(ROOM)
    first = cache.get("a", Thing)
    assert cache.get("a", Thing) is first


def test_what_was_not_asked_for_longest_goes_first() -> None:
    cache = ByteCache(ROOM)
    kept = {key: cache.get(key, Thing) for key in "abcd"}
    cache.get("a", Thing)
    cache.get("e", Thing)
    assert cache.get("a", Thing) is kept["a"]
    assert cache.get("b", Thing) is not kept["b"]


def test_no_more_is_kept_than_there_is_room_for() -> None:
    cache = ByteCache(ROOM)
    for key in range(50):
        cache.get(key, Thing)
        assert cache.used <= ROOM


def test_what_is_larger_than_the_room_goes_with_the_next() -> None:
    cache = ByteCache(ROOM)
    cache.get("large", lambda: Thing(10 * ROOM))
    cache.get("small", Thing)
    assert cache.used < ROOM


def test_what_is_stale_is_dropped() -> None:
    cache = ByteCache(ROOM)
    stale, fresh = cache.get(("old", 1), Thing), cache.get(("new", 1), Thing)
    cache.forget(lambda key: isinstance(key, tuple) and key[0] == "old")
    assert cache.get(("new", 1), Thing) is fresh
    assert cache.get(("old", 1), Thing) is not stale


def test_room_is_made_and_taken_away() -> None:
    cache = ByteCache(ROOM)
    cache.hold(2 * ROOM)
    kept = [cache.get(key, Thing) for key in range(8)]
    assert [cache.get(key, Thing) for key in range(8)] == kept
    cache.hold(ROOM)
    cache.get("next", Thing)
    assert cache.used <= ROOM
