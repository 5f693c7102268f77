"""Whatever is done with an archive, no original is ever altered; only an erasure takes one away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive import audit
from archive.archive import Archive
from archive.rights import Role
from archive.store import digest
from archive.values import Visibility
from tests.webui.deeds import DEEDS, Story, fill
from tests.webui.people import person
from webui.cli import cli
from webui.compose import open_holdings
from webui.services import Services

#: Commands that read or copy all that is held, each done after people have changed all they can.
COMMANDS = (
    ("reindex",),
    ("check",),
    ("backup", "{folder}/Sicherungen"),
    ("backup", "{folder}/Sicherungen", "--keep", "1"),
    ("verify", "{folder}/Sicherungen"),
    ("mend", "{folder}/Sicherungen"),
    ("export", "{folder}/Übergabe"),
)


@pytest.fixture
def story(new_home: Path, tmp_path: Path) -> Iterator[Story]:
    """An archive with what there is to do something with."""
    with open_holdings(new_home) as holdings:
        services = Services(holdings.archive, holdings.searcher(), holdings.texts)
        told = Story(holdings, services, tmp_path, person(services, Role.COORDINATION))
        fill(told)
        yield told


def test_originals_are_never_altered(story: Story) -> None:
    archive = story.holdings.archive
    before = _originals(archive)
    story.read()
    assert _originals(archive) == before
    for endpoint, (_, do) in DEEDS.items():
        held = _originals(archive)
        assert do(story).status_code < 400, endpoint
        assert _unaltered(archive, held), endpoint
    story.read()
    archive.publishing.publish(story.codes["earlier"], Visibility.PUBLIC, "koo")
    for command in COMMANDS:
        held = _originals(archive)
        told = [each.format(folder=story.folder) for each in command]
        result = CliRunner().invoke(cli, ["--home", str(archive.home.root), *told])
        assert result.exit_code == 0, result.output
        assert _originals(archive) == held, command
    gone = before.keys() - _originals(archive).keys()
    assert gone
    assert gone <= archive.erasure.checksums()
    assert [*audit.missing(archive), *audit.altered(archive), *audit.unlisted(archive)] == []


def _originals(archive: Archive) -> dict[str, tuple[str, int, int]]:
    """Return of every file in the store what it is named by, its SHA-256, when it was written, and its inode."""
    found = {checksum: archive.store.path(checksum) for checksum in archive.store.checksums()}
    return {checksum: (digest(path), path.stat().st_mtime_ns, path.stat().st_ino) for checksum, path in found.items()}


def _unaltered(archive: Archive, before: dict[str, tuple[str, int, int]]) -> bool:
    """Tell whether every file is what it is named by, and those that were there are there as they were, or erased."""
    now, erased = _originals(archive), archive.erasure.checksums()
    assert all(checksum == found for checksum, (found, _, _) in now.items())
    return all(now.get(checksum) == what for checksum, what in before.items() if checksum not in erased)
