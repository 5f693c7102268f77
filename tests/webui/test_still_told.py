"""What was hidden or destroyed a moment ago is told nowhere, though the index has not followed yet."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from archive.archive import Archive
from archive.erasure import ErasureReason
from archive.rights import Role
from archive.values import Visibility
from indexer.index.view import Versions
from tests.walk.terminal import Terminal
from tests.webui.api.asking import bearing, token
from tests.webui.people import person
from tests.webui.test_versions import held
from webui.interface import ROOT
from webui.services import Services

__all__ = ["held"]


def _page(services: Services, versions: Versions) -> int:
    address = "/suche?q=Wand" + ("&fassungen=alle" if versions is Versions.ALL else "")
    return person(services, Role.STAFF).get(address).text.count('<article class="hit">')


def _program(services: Services, versions: Versions) -> int:
    address = f"{ROOT}/search?q=Wand&versions={versions}"
    answer = person(services, Role.STAFF).get(address, headers=bearing(token(services, Role.STAFF)))
    return len(answer.get_json()["hits"])


def _command(services: Services, versions: Versions) -> int:
    options = ("--older-versions",) if versions is Versions.ALL else ()
    return len(Terminal(services.archive.home.root).json("search", "Wand", *options)["hits"])


def _withdraw(archive: Archive, code: str) -> None:
    archive.publishing.withdraw(code, "agent")


def _keep_back(archive: Archive, code: str) -> None:
    archive.amend(code, replace(archive.details(code), visibility=Visibility.COORDINATION))


def _erase(archive: Archive, code: str) -> None:
    archive.erase(code, "agent", ErasureReason.REQUESTED)


def _erase_version(archive: Archive, code: str) -> None:
    archive.erasure.erase_version(code, 1, "agent")


def _redact(archive: Archive, code: str) -> None:
    archive.privacy.announce_redaction(code, archive.path(archive.versions(code)[-1].checksum), "agent")


@pytest.mark.parametrize("count", [_page, _program, _command])
@pytest.mark.parametrize(
    ("change", "newest_left"),
    [(_withdraw, 0), (_keep_back, 0), (_erase, 0), (_erase_version, 1), (_redact, 1)],
)
def test_a_hit_is_looked_up_once_more_before_it_is_told(
    empty: Services,
    held: str,
    count: Callable[[Services, Versions], int],
    change: Callable[[Archive, str], None],
    newest_left: int,
) -> None:
    assert [count(empty, each) for each in Versions] == [1, 2]
    change(empty.archive, held)
    assert [count(empty, each) for each in Versions] == [newest_left, newest_left]
