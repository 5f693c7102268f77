"""How often pages may be asked for: enough for an office behind one address, and no more than the server can do."""

import http.client
import itertools
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace

import pytest

from archive.rights import Role
from tests.webui.people import person, visitor
from tests.webui.serving import served
from tests.webui.test_allowance import Clock
from webui.app import create_app
from webui.limits import LIMITS, Costly, Limit, Limits, TooOftenError
from webui.reach import Reach
from webui.services import Services
from webui.throttle import COSTS

#: What a reader at work asks for in a minute: a search every three seconds, and completions while typing.
READERS, SEARCHES, COMPLETIONS, PICTURES, FILES = 50, 20, 100, 20, 2

OFFICE = "192.0.2.7"

#: Endpoint → an address of it.
ADDRESSES = {"search.results": "/suche?q=x", "completions.completions": "/vorschlaege?q=x"}


def asking(services: Services, **limits: Limit) -> Services:
    """Return services with other limits, by their names."""
    return replace(services, limits=Limits({**LIMITS, **{Costly[name]: limit for name, limit in limits.items()}}))


def test_what_costs_is_an_address_of_the_app(empty: Services) -> None:
    assert set(COSTS) <= {rule.endpoint for rule in create_app(empty).url_map.iter_rules()}


def test_fifty_readers_behind_one_address_wait_for_nothing() -> None:
    clock = Clock()
    limits = Limits(LIMITS, clock)
    asked = {Costly.SEARCH: SEARCHES, Costly.COMPLETION: COMPLETIONS, Costly.PICTURE: PICTURES, Costly.EXPORT: FILES}
    for _ in range(10):
        for costly, times in asked.items():
            for _ in range(READERS * times):
                limits.take(costly, "", OFFICE)
        clock.now += 60.0


def test_a_reader_who_is_signed_in_is_counted_alone() -> None:
    limits = Limits(dict.fromkeys(Costly, Limit(2, 1)), Clock())
    limits.take(Costly.SEARCH, "", OFFICE)
    with pytest.raises(TooOftenError):
        limits.take(Costly.SEARCH, "", OFFICE)
    for agent in ("anna", "berta"):
        limits.take(Costly.SEARCH, agent, OFFICE)
        limits.take(Costly.SEARCH, agent, OFFICE)
        with pytest.raises(TooOftenError) as turned_away:
            limits.take(Costly.SEARCH, agent, OFFICE)
        assert turned_away.value.wait == 30


@pytest.mark.parametrize("address", ["/suche?q=graffiti", "/vorschlaege?q=gra", "/aufgaben", "/methoden"])
def test_whoever_asks_too_often_is_told_politely_when_to_come_back(filled: Services, address: str) -> None:
    limit = Limit(3, 2)
    limited = asking(filled, SEARCH=limit, COMPLETION=limit)
    anyone, staff = visitor(limited), person(limited, Role.STAFF)
    assert [anyone.get(address).status_code for _ in range(3)] == [200, 200, 429]
    answer = anyone.get(address)
    assert 1 <= int(answer.headers["Retry-After"]) <= 30
    assert "Das war zu oft in kurzer Zeit" in answer.text
    assert "Warten Sie ein paar Sekunden" in answer.text
    assert "That was too often" in anyone.get(address, headers={"Accept-Language": "en"}).text
    # From the same address, and yet:
    assert [staff.get(address).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert anyone.get("/treffen").status_code == 200


def test_files_to_save_and_pictures_have_limits_too(filled: Services) -> None:
    limited = visitor(asking(filled, EXPORT=Limit(1, 1), PICTURE=Limit(1, 1)))
    for address in ("/aufgaben/fristen.ics", "/dokumente/D-1999-0001/seiten/1/bild"):
        limited.get(address)
        assert limited.get(address).status_code == 429


def test_uploads_are_counted_by_account(empty: Services) -> None:
    limited = person(asking(empty, UPLOAD=Limit(2, 9)), Role.COORDINATION)
    assert [limited.post("/hochladen/stapel").status_code for _ in range(3)] == [200, 200, 429]


def test_who_may_not_upload_is_turned_away_before_anything_is_counted(empty: Services) -> None:
    limited = person(asking(empty, UPLOAD=Limit(1, 1)), Role.STAFF)
    assert [limited.post("/hochladen/stapel").status_code for _ in range(3)] == [403, 403, 403]


def statuses(port: int, told: Callable[[int], Mapping[str, str]]) -> list[int]:
    """Return the statuses of three searches, each with headers of its own."""
    found = []
    for number in range(3):
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
            connection.request("GET", "/suche?q=graffiti", headers=dict(told(number)))
            found.append(connection.getresponse().status)
    return found


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP"])
def test_without_a_proxy_nobody_gets_more_by_saying_he_is_somebody_else(filled: Services, header: str) -> None:
    with served(create_app(asking(filled, SEARCH=Limit(2, 2)))) as port:
        assert statuses(port, lambda number: {header: f"for=192.0.2.{number}"[4 * (header != "Forwarded") :]}) == [
            200,
            200,
            429,
        ]


def test_behind_a_proxy_everybody_is_counted_by_the_address_it_tells(filled: Services) -> None:
    reach = Reach("127.0.0.1", 0, frozenset({"archiv.example.org"}), "127.0.0.1")
    with served(create_app(asking(filled, SEARCH=Limit(2, 2))), reach=reach) as port:
        assert statuses(port, lambda number: {"X-Forwarded-For": f"192.0.2.{number}"}) == [200, 200, 200]
        # What a reader put there himself stands before what the proxy added.
        assert statuses(port, lambda number: {"X-Forwarded-For": f"192.0.2.{number}, 198.51.100.1"}) == [200, 200, 429]
    with served(create_app(asking(filled, SEARCH=Limit(2, 2))), reach=replace(reach, proxy="192.0.2.99")) as port:
        assert statuses(port, lambda number: {"X-Forwarded-For": f"192.0.2.{number}"}) == [200, 200, 429]


def test_no_number_of_addresses_fills_the_memory() -> None:
    limits = Limits()
    for number in itertools.islice(itertools.count(), 60_000):
        limits.take(Costly.SEARCH, "", str(number))
    kept = limits._of_addresses[Costly.SEARCH]._left  # noqa: SLF001 - how much is kept is seen nowhere else
    assert len(kept) == 50_000
