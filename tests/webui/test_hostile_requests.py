"""Every address the app has, asked for what nobody should ask, by everybody: no request may break the server.

Requests are made from what the pages themselves offer (forms, links), with values exchanged for hostile ones, so that
they get past the first check. EXAMPLES=200 tries more of each.
"""

import itertools
import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from werkzeug.test import run_wsgi_app
from werkzeug.wrappers import Response

from archive.rights import Role
from indexer.analysis.german import GermanAnalysis
from tests.webui.every_page import Addresses
from tests.webui.hostile.offered import Offers, collect
from tests.webui.hostile.requests import Asked, Shape, Target, requests
from tests.webui.hostile.verdict import faults
from tests.webui.hostile.world import QUERIES, Setting, World, services, settle
from webui.app import create_app
from webui.compose import open_holdings
from webui.services import Services

EXAMPLES = int(os.environ.get("EXAMPLES", "2"))

# A form that is torn leaves its files to the interpreter, which closes them at once.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

#: Changes after which an archive is put back; at once if somebody is no longer signed in.
MOST_CHANGES = 10


@pytest.fixture(scope="module")
def prepared(
    filled: Services, tmp_path_factory: pytest.TempPathFactory, german: GermanAnalysis
) -> tuple[Setting, Offers]:
    """A home with one of everything, and what its pages offer."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(filled.archive.home.root, folder / "home")
    with open_holdings(folder / "home") as holdings:
        made = services(holdings, german)
        setting, chief = settle(folder / "home", made, folder)
        addresses = Addresses(holdings.archive, holdings.texts, chief, QUERIES)
        offers = collect(chief.client.application, chief.client, addresses)
        made.page_pictures.close()
    return setting, offers


class Siege:
    """Somebody of every role, who send the same, one after the other."""

    def __init__(self, world: World, setting: Setting) -> None:
        self._world, self._setting = world, setting
        self._addresses = (f"10.{high}.{middle}.{low}" for high, middle, low in itertools.product(range(256), repeat=3))
        self._changes = 0

    def send(self, asked: Asked) -> list[str]:
        """Send a request, go where it leads, and return what is wrong with the answers."""
        found = []
        for role in (None, *Role):
            answer = self._answer(asked, role)
            answers = [answer]
            location = answer.headers.get("Location", "")
            if location.startswith("/"):
                path, _, query = location.partition("#")[0].partition("?")
                answers.append(
                    self._answer(Asked("GET", path.encode(), ((query.encode(), b""),), (), Shape.FORM, ()), role)
                )
            found += [f"{role}: {fault} ({each.status})" for each in answers for fault in faults(each)]
            if asked.method != "GET" and answer.status_code < 400:
                self._count()
        return found

    def _answer(self, asked: Asked, role: Role | None) -> Response:
        environ = asked.environ(self._setting.tickets[role], next(self._addresses))
        body, status, headers = run_wsgi_app(self._world.app, environ, buffered=True)
        return Response(body, status, headers)

    def _count(self) -> None:
        self._changes += 1
        if self._changes >= MOST_CHANGES or not self._world.is_everybody_signed_in():
            self._world.put_back()
            self._changes = 0


@pytest.fixture(scope="module")
def siege(
    prepared: tuple[Setting, Offers], tmp_path_factory: pytest.TempPathFactory, german: GermanAnalysis
) -> Iterator[Siege]:
    setting, _ = prepared
    world = World(setting, tmp_path_factory.mktemp("siege") / "home", german)
    yield Siege(world, setting)
    world.close()


def _targets() -> list[Target]:
    """Return every address there is."""
    app = create_app(Services.__new__(Services))
    found = [
        Target(rule.endpoint, method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    ]
    return sorted(found)


@pytest.mark.parametrize("target", _targets(), ids=lambda target: f"{target.method}-{target.endpoint}")
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(data=st.data())
def test_no_request_breaks_the_server(
    siege: Siege, prepared: tuple[Setting, Offers], target: Target, data: st.DataObject
) -> None:
    asked = data.draw(requests(target, prepared[1]))
    assert siege.send(asked) == []
