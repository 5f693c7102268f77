"""Reasons for hits, in words."""

from flask.testing import FlaskClient

from indexer.search.explanation import Explanation, Form, Relation, Share
from webui.why import why

BODY = Share("graffiti", "body", (Form("Graffitiprävention", Relation.IN_COMPOUND),), 3.0)
TITLE = Share("graffiti", "title", (), 1.0)


def test_shares_are_told_in_hundredths_and_words() -> None:
    told = why(Explanation((BODY, TITLE), 1.25, 5.0))
    assert [(each.field, each.forms, each.percent) for each in told.reasons] == [
        ("im Text", (("Graffitiprävention", "als Teil des Wortes"),), 75),
        ("im Titel des Dokuments", (), 25),
    ]
    assert told.besides == "Art der Stelle und Angaben zum Dokument: zählt 25 % mehr."
    assert told.points == "5"


def test_a_factor_that_changes_nothing_is_not_mentioned() -> None:
    assert why(Explanation((BODY,), 1.001, 3.0)).besides == ""
    assert "20 % weniger" in why(Explanation((BODY,), 0.8, 2.4)).besides


def test_every_hit_tells_why(client: FlaskClient) -> None:
    page = client.get("/suche?q=nadelmethode").text
    assert page.count("Warum dieser Treffer?") == page.count("Im Text anzeigen</a>") > 0
    assert 'nadelmethode</strong> in der Überschrift: <span lang="de">„Nadelmethode“</span> (genau so)' in page


def test_where_nothing_was_asked_nothing_is_explained(client: FlaskClient) -> None:
    assert "Warum dieser Treffer?" not in client.get("/suche").text


def test_the_words_that_begin_so_are_shown(client: FlaskClient) -> None:
    page = client.get("/suche?q=nadelm*").text
    assert 'nadelm*</strong> im Text: <span lang="de">„Nadelmethode“</span> (beginnt so)' in page
