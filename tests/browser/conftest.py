"""The archive with its sample holdings, served to a real Chromium."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, Request, expect

from archive.accounts.values import Credentials
from archive.rights import Role
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.searcher import Searcher
from tests.webui.serving import served
from webui import samples
from webui.app import create_app
from webui.compose import Holdings, open_holdings
from webui.services import Services

#: Where Debian installs it; another one can be named in the environment.
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")

#: What a container needs, and no calls home.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Start the system's Chromium, or skip where there is none."""
    if not shutil.which(CHROMIUM):
        pytest.skip(f"no Chromium at {CHROMIUM}: install it (Debian: apt install chromium) or set CHROMIUM")
    return {"executable_path": CHROMIUM, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(base_url: str) -> dict[str, Any]:
    """A German reader at a desk."""
    return {"base_url": base_url, "locale": "de-DE", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def holdings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Holdings]:
    """An archive with the sample holdings, indexed."""
    with open_holdings(tmp_path_factory.mktemp("browser") / "home") as opened, Extractor() as extractor:
        for _ in samples.take_in(opened.archive):
            pass
        opened.indexing(extractor).catch_up()
        yield opened


@pytest.fixture(scope="session")
def app(holdings: Holdings, german: GermanAnalysis) -> Iterator[Flask]:
    """The application that shows the archive."""
    searcher = Searcher(holdings.areas, holdings.texts, german, holdings.known_names)
    services = Services(holdings.archive, searcher, holdings.texts)
    yield create_app(services)
    services.page_pictures.close()


@pytest.fixture(scope="session")
def base_url(app: Flask) -> Iterator[str]:
    """The address of the served archive."""
    with served(app) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(autouse=True)
def own_requests_only(context: BrowserContext, base_url: str) -> Iterator[None]:
    """No page may ask anyone but the archive for anything."""
    foreign: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((base_url, "about:", "data:")):
            foreign.append(request.url)

    context.on("request", note)
    yield
    assert not foreign


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    """A page whose console stays empty: no errors, nothing the content policy had to stop."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert not said


@pytest.fixture(scope="session")
def coordination(holdings: Holdings) -> Credentials:
    """The sample account of the coordination."""
    holdings.archive.sample_accounts.add()
    return next(each for each in holdings.archive.sample_accounts.credentials() if each.role is Role.COORDINATION)


@pytest.fixture
def staff(holdings: Holdings) -> Credentials:
    """The sample account of the staff, with nothing read."""
    holdings.archive.sample_accounts.add()
    found = next(each for each in holdings.archive.sample_accounts.credentials() if each.role is Role.STAFF)
    agent = next(each.agent for each in holdings.archive.accounts.entries() if each.name == found.name)
    holdings.archive.learning.progress.forget(agent)
    return found


def invite(holdings: Holdings, name: str) -> str:
    """Invite someone, or renew the invitation, and return the path of the link."""
    accounts = holdings.archive.accounts
    known = any(each.name == name for each in accounts.entries())
    return f"/einladung/{(accounts.renew(name) if known else accounts.invite(name, Role.STAFF)).token}"


def sign_in(page: Page, account: Credentials) -> None:
    """Fill in the form and send it."""
    page.goto("/anmelden")
    page.get_by_label("Konto").fill(account.name)
    page.get_by_label("Passwort").fill(account.password)
    page.get_by_role("main").get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("button", name="Abmelden")).to_be_visible()


@pytest.fixture(scope="session")
def document(holdings: Holdings) -> str:
    """The path of a document with decisions, tasks and tables."""
    wanted = "protokoll-standorttreffen-hamburg-2019"
    return next(
        f"/dokumente/{each.code}" for each in holdings.archive.descriptions() if each.file_name.startswith(wanted)
    )


@pytest.fixture
def offered(tmp_path: Path) -> Path:
    """A file someone wants to upload."""
    path = tmp_path / "Beispiel Notiz.txt"
    path.write_text("Notiz über einen Lastenradverleih", encoding="utf-8")
    return path
