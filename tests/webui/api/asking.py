"""Asks the interface as a program does."""

from typing import Any

from flask.testing import FlaskClient

from archive.accounts.values import TokenPurpose
from archive.rights import Role
from tests.webui.people import person
from webui.services import Services

ADDRESS = "/api/v1"


def token(services: Services, role: Role) -> str:
    person(services, role)
    return services.archive.accounts.tokens.make(f"{role.value} Muster", TokenPurpose.API, "Test").secret


def bearing(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def told(client: FlaskClient, path: str) -> Any:  # noqa: ANN401 - JSON
    answer = client.get(ADDRESS + path)
    assert (answer.status_code, answer.mimetype) == (200, "application/json"), answer.text
    return answer.json


def refused(client: FlaskClient, path: str, status: int, **headers: str) -> Any:  # noqa: ANN401 - JSON
    answer = client.get(ADDRESS + path, headers=headers)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), answer.text
    return answer.json
