"""Requests made from the description of the interface, sensible ones and senseless ones.

Every answer has to be one the description names, and no request may break the server. EXAMPLES=200 tries more of each.
"""

import os
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.schemas import OpenApiSchema

from archive.accounts.values import TokenPurpose
from archive.rights import Role
from tests.webui.people import person
from tests.webui.unlimited import UNLIMITED
from webui.app import create_app
from webui.services import Services
from webui.views.api import OPERATIONS

EXAMPLES = int(os.environ.get("EXAMPLES", "3"))

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="session")
def described(filled: Services) -> Iterator[OpenApiSchema]:
    """The description, as programs get it, with documents behind it."""
    unhurried = Services(filled.archive, filled.searcher, filled.texts, limits=UNLIMITED)
    person(filled, Role.COORDINATION)
    secret = filled.archive.accounts.tokens.make("Koordination Muster", TokenPurpose.API, "Fuzzing").secret
    schema = schemathesis.openapi.from_wsgi("/openapi.json", create_app(unhurried))
    schema.config.update(headers={"Authorization": f"Bearer {secret}"})
    yield schema
    unhurried.page_pictures.close()


def test_the_description_names_every_operation(described: OpenApiSchema) -> None:
    described.validate()
    assert set(described) == {each.template for each in OPERATIONS}


def _modes() -> Iterator[tuple[str, GenerationMode]]:
    for each in OPERATIONS:
        yield each.template, GenerationMode.POSITIVE
        if each.takes_parameters:
            yield each.template, GenerationMode.NEGATIVE


@pytest.mark.parametrize(("path", "mode"), list(_modes()))
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_every_answer_is_one_that_is_described(
    described: OpenApiSchema, path: str, mode: GenerationMode, data: st.DataObject
) -> None:
    case = data.draw(described[path]["GET"].as_strategy(generation_mode=mode))
    case.call_and_validate()
