"""Reporting what is wrong with a document, and seeing to it."""

from dataclasses import replace

from archive.reports import Fault
from archive.rights import Role
from archive.values import Visibility
from tests.webui.people import Person, person, visitor
from webui.limits import LIMITS, Costly, Limit, Limits
from webui.services import Services

DESK = "/verwaltung/meldungen"
ALL = frozenset(Visibility)


def _address(services: Services) -> str:
    code = next(each.code for each in services.archive.descriptions() if each.visibility is Visibility.INTERNAL)
    return f"/dokumente/{code}/fehler-melden"


def _clear(services: Services) -> None:
    for each in services.archive.reports.entries(ALL):
        services.archive.reports.remove(each.number)


def _send(client: Person, address: str, **fields: str) -> int:
    return client.post(address, data={"was": "text", "stelle": "Seite 1", "text": "Umlaut fehlt", **fields}).status_code


def test_a_reader_reports_and_the_coordination_sees_to_it(filled: Services) -> None:
    _clear(filled)
    address = _address(filled)
    anyone, chef = person(filled, Role.STAFF), person(filled, Role.COORDINATION)
    assert f'href="{address}"' in anyone.get(address.removesuffix("/fehler-melden")).text
    assert 'value="Seite 3"' in anyone.get(f"{address}?stelle=Seite 3").text
    assert _send(anyone, address, text="<b>Umlaut</b>") == 303
    assert "Danke." in anyone.get(f"{address}?gesendet=ja").text
    (entry,) = filled.archive.reports.entries(ALL)
    assert (entry.fault, entry.place, entry.text) == (Fault.TEXT, "Seite 1", "<b>Umlaut</b>")
    assert "&lt;b&gt;Umlaut&lt;/b&gt;" in chef.get(DESK).text
    assert "Offene Meldungen</a> <strong>1<" in chef.get("/verwaltung/zustand").text
    chef.post(f"{DESK}/{entry.number}/erledigt")
    assert "Erledigt am" in chef.get(DESK).text
    chef.post(f"{DESK}/{entry.number}/loeschen")
    assert "Zurzeit keine." in chef.get(DESK).text
    assert "Meldungen zu Dokumenten" in chef.get("/verwaltung/loeschfristen").text


def test_what_cannot_be_kept_is_refused_with_what_was_typed(filled: Services) -> None:
    _clear(filled)
    address, anyone = _address(filled), person(filled, Role.STAFF)
    assert _send(anyone, address, was="nichts") == 400
    assert _send(anyone, address, text="x" * 1001) == 400
    assert _send(anyone, address, stelle="x" * 201) == 400
    assert _send(anyone, address, stelle="", text=" ") == 400
    assert "Umlaut fehlt</textarea>" in anyone.post(address, data={"text": "Umlaut fehlt"}).text
    assert _send(anyone, address, csrf_token="falsch") == 403
    assert filled.archive.reports.entries(ALL) == ()


def test_a_program_that_fills_in_the_hidden_field_is_not_heard(filled: Services) -> None:
    _clear(filled)
    assert _send(person(filled, Role.STAFF), _address(filled), webseite="x") == 303
    assert filled.archive.reports.entries(ALL) == ()


def test_an_address_may_report_so_often_and_no_more(filled: Services) -> None:
    _clear(filled)
    limited = replace(filled, limits=Limits({**LIMITS, Costly.REPORT: Limit(2, 2, 600.0)}))
    anyone, address = person(limited, Role.STAFF), _address(filled)
    assert [_send(anyone, address) for _ in range(3)] == [303, 303, 429]
    answer = anyone.post(address, data={"was": "text", "text": "x"})
    assert 290 < int(answer.headers["Retry-After"]) <= 300
    assert "in 5 Minuten" in answer.text
    _clear(filled)


def test_nobody_reports_on_what_he_may_not_see(filled: Services) -> None:
    hidden = next(each.code for each in filled.archive.descriptions() if each.visibility is Visibility.DRAFT)
    address, anyone = f"/dokumente/{hidden}/fehler-melden", visitor(filled)
    assert (anyone.get(address).status_code, _send(anyone, address)) == (404, 404)
    assert anyone.get("/dokumente/D-1999-0001/fehler-melden").status_code == 404
