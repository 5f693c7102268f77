"""Feeds: valid Atom, only what may be seen, and addresses that are good until they are revoked."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest

from archive.archive import Submission
from archive.custody import EventKind
from archive.journal import Asked
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.extraction.isolation import Extractor
from tests.webui.people import Person, person, visitor
from webui.compose import Holdings, open_holdings
from webui.services import Services


@pytest.fixture
def services(tmp_path: Path, empty: Services) -> Services:
    """An archive with a public, an internal and a hidden document."""
    for title, visibility in (
        ("Offen & <gut>", Visibility.PUBLIC),
        ("Intern", Visibility.INTERNAL),
        ("Entwurf", Visibility.DRAFT),
    ):
        path = tmp_path / "offered.txt"
        path.write_text(f"Graffiti {title}", encoding="utf-8")
        empty.archive.take_in(Submission(path, f"{title}.txt", Details(title, sites=("gotha",), visibility=visibility)))
    with open_holdings(empty.archive.home.root) as holdings, Extractor() as extractor:
        _catch_up(holdings, extractor)
    return empty


def _catch_up(holdings: Holdings, extractor: Extractor) -> None:
    holdings.indexing(extractor).catch_up()


def entries(client: Person, address: str) -> list[str]:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    read = feedparser.parse(answer.data)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.id
    assert read.feed.updated_parsed
    assert read.feed.author
    for each in read.entries:
        assert each.id == each.link
        assert each.updated_parsed
        assert client.get(urlsplit(each.link).path).status_code in (200, 404)
    return [each.title for each in read.entries]


def private_address(client: Person, asked: str) -> str:
    page = client.post(f"/abonnieren?{asked}").text
    found = re.search(r'id="private-feed"[^>]* value="([^"]+)"', page)
    assert found, page
    return found[1].removeprefix("http://localhost")


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("", ["Offen & <gut>"]),
        ("?q=graffiti", ["Offen & <gut>"]),
        ("?standort=Gotha", ["Offen & <gut>"]),
        ("?q=zauberwort", []),
    ],
)
def test_without_a_token_feeds_tell_what_is_public(services: Services, asked: str, titles: list[str]) -> None:
    assert entries(visitor(services), f"/feeds/suche.atom{asked}") == titles
    # Whoever is signed in gets the same: a feed is read by a program, and takes no cookies.
    assert entries(person(services, Role.COORDINATION), f"/feeds/suche.atom{asked}") == titles


def test_an_address_of_ones_own_tells_what_one_may_see(services: Services) -> None:
    client = person(services, Role.STAFF)
    address = private_address(client, "q=graffiti")
    assert entries(visitor(services), address) == ["Intern", "Offen & <gut>"]
    assert "graffiti" in client.get("/konto").text
    assert address not in client.get("/konto").text
    (path,) = re.findall(r'action="(/konto/schluessel/\d+/widerrufen)"', client.get("/konto").text)
    client.post(path)
    assert visitor(services).get(address).status_code == 404


def test_a_feeds_token_opens_nothing_else(services: Services) -> None:
    secret = private_address(person(services, Role.STAFF), "q=graffiti").rpartition("=")[2]
    client = visitor(services)
    assert client.get("/api/v1/sites", headers={"Authorization": f"Bearer {secret}"}).status_code == 401
    assert client.get("/feeds/eigener.atom?schluessel=x").status_code == 404


def test_events_tell_of_feeds_without_what_they_look_for(services: Services) -> None:
    private_address(person(services, Role.STAFF), "q=Erika+Beispiel")
    (event,) = services.archive.journal.events(Asked(kinds={EventKind.TOKEN_MADE}), 10)
    assert event.detail == "feed"


def test_what_is_published_later_is_new_then(services: Services) -> None:
    draft = next(each.code for each in services.archive.descriptions() if each.title == "Entwurf")
    services.archive.publishing.publish(draft, Visibility.PUBLIC, "")
    with open_holdings(services.archive.home.root) as holdings, Extractor() as extractor:
        _catch_up(holdings, extractor)
    assert entries(visitor(services), "/feeds/suche.atom") == ["Entwurf", "Offen & <gut>"]


def test_an_unchanged_feed_is_not_sent_again(services: Services) -> None:
    client = visitor(services)
    etag = client.get("/feeds/suche.atom").headers["ETag"]
    assert client.get("/feeds/suche.atom", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("path", ["/", "/suche?q=graffiti", "/standorte/gotha", "/themen/kultur"])
def test_pages_lead_to_their_feeds(services: Services, path: str) -> None:
    page = visitor(services).get(path).text
    found = re.search(r'rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', page)
    assert found
    entries(visitor(services), found[1].replace("&amp;", "&"))
    assert "/abonnieren" in page
