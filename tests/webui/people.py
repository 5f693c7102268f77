"""Readers of the pages: browsers that are signed in, or not, and fill in the forms they are given."""

import re
from contextlib import suppress
from typing import Any

from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from werkzeug.test import TestResponse

from archive.accounts.errors import AccountExistsError
from archive.rights import Role
from webui.app import create_app
from webui.once_more import PROOF
from webui.services import Services

PASSWORD = "vier Birnen im Hof"

#: What a browser says of a form on one of the archive's own pages.
HERE = {"Origin": "http://localhost"}


class Person(FlaskClient):
    """A browser whose forms carry the token they were given, unless a test says otherwise."""

    def post(self, *args: Any, **kwargs: Any) -> TestResponse:  # noqa: ANN401 - signature of werkzeug
        """Send a form."""
        data = kwargs.pop("data", None) or {}
        if PROOF not in data:
            data = {**data, PROOF: token(self)}
        return super().post(*args, data=data, **{"headers": HERE, **kwargs})


def token(client: FlaskClient) -> str:
    """Return the token of the forms this browser is shown."""
    page = client.get("/konto", follow_redirects=True).text
    found = re.search(rf'name="{PROOF}" value="([0-9a-f]+)"', page)
    assert found
    return found[1]


def visitor(services: Services) -> Person:
    """Return someone without an account."""
    app = create_app(services)
    # Each test has an app of its own; what its templates compile to is the same.
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache()
    app.test_client_class = Person
    client = app.test_client()
    assert isinstance(client, Person)
    return client


def person(services: Services, role: Role) -> Person:
    """Return someone of a role who is signed in."""
    client = visitor(services)
    name = f"{role.value} Muster"
    with suppress(AccountExistsError):  # has signed in before
        services.archive.accounts.add(name, role, PASSWORD)
    answer = sign_in(client, name)
    assert answer.status_code == 303
    return client


def sign_in(client: Person, name: str, password: str = PASSWORD, further: str = "") -> TestResponse:
    """Fill in the form and send it."""
    return client.post("/anmelden", data={"konto": name, "passwort": password, "weiter": further})
