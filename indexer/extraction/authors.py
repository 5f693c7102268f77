"""Who made or changed a file, as its own properties say."""

from collections.abc import Iterable

from indexer.extraction.normal import normal

#: Names; a file that says more of them is up to something.
MOST = 20
#: Letters of a name.
LONGEST = 200


def named(names: Iterable[str | None]) -> tuple[str, ...]:
    """Return names in normal form, each once."""
    plain = (" ".join(normal(name or "").split())[:LONGEST] for name in names)
    return tuple(dict.fromkeys(filter(None, plain)))[:MOST]
