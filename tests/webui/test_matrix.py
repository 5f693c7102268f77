"""Which site has documents on which topic."""

import re
from html import unescape

from flask.testing import FlaskClient

from webui.services import Services


def test_each_count_leads_to_as_many_documents(client: FlaskClient) -> None:
    found = cells(client.get("/themen/matrix").text)
    assert found
    for address, count in found.items():
        page = client.get(address).text
        assert re.search(rf"in {count} Dokument(en)?\b", page), address


def test_a_year_counts_its_own_documents(client: FlaskClient) -> None:
    whole, year = client.get("/themen/matrix").text, client.get("/themen/matrix?jahr=2019").text
    assert 0 < sum(cells(year).values()) <= sum(cells(whole).values())
    assert all("jahr=2019" in address for address in cells(year))
    assert not cells(client.get("/themen/matrix?jahr=1999").text)
    assert cells(client.get("/themen/matrix?jahr=quatsch").text) == cells(whole)


def test_every_site_and_topic_has_its_place(client: FlaskClient, filled: Services) -> None:
    page = client.get("/themen/matrix").text
    assert page.count('<th scope="row">') == len(filled.archive.vocabularies.sites())
    assert page.count('<td class="shade-') == len(filled.archive.vocabularies.sites()) * len(
        filled.archive.vocabularies.topics()
    )
    assert "/themen/matrix" in client.get("/themen").text


def cells(page: str) -> dict[str, int]:
    """Return the counts by the address they lead to."""
    found = re.findall(r'<td class="shade-[1-4]"><a href="([^"]+)">(\d+)', page)
    return {unescape(address): int(count) for address, count in found}
