"""Decisions and tasks among the hits."""

from flask.testing import FlaskClient


def test_a_decision_says_its_state_beside_the_hit(client: FlaskClient) -> None:
    page = client.get("/suche?q=graffiti+Beschluss").text
    assert "<dt>Stand</dt><dd>beschlossen</dd>" in page
    assert "<dt>State</dt><dd>decided</dd>" in client.get("/suche?q=graffiti+Beschluss&lang=en").text


def test_what_is_no_agreement_says_nothing_of_the_kind(client: FlaskClient) -> None:
    assert "<dt>Stand</dt>" not in client.get("/suche?q=fahrradwerkstatt").text
