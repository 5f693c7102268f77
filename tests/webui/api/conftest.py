"""A program that asks with a token of the staff."""

import pytest
from flask.testing import FlaskClient

from archive.rights import Role
from tests.webui.api.asking import token
from webui.app import create_app
from webui.services import Services


@pytest.fixture
def staff(filled: Services) -> FlaskClient:
    client = create_app(filled).test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token(filled, Role.STAFF)}"
    return client
