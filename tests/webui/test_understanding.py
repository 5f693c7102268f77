"""What was recognised in a query, on the result page."""

import re

from flask.testing import FlaskClient

from indexer.search.expressions.expression import Expression, Subject, Use
from webui.understanding import understandings


def test_a_thing_named_twice_is_shown_once() -> None:
    asked = Expression(0, 9, "was wurde", Subject.PASSAGE_KIND, "Beschluss", (), Use.FORM)
    said = Expression(20, 31, "beschlossen", Subject.PASSAGE_KIND, "Beschluss", (), Use.FORM)
    (shown,) = understandings((asked, said))
    assert (shown.label, shown.typed) == ("Beschluss", ("was wurde", "beschlossen"))


def test_a_recognised_meeting_is_a_chip_that_can_be_removed_without_scripts(client: FlaskClient) -> None:
    page = client.get("/suche?q=graffiti+Standorttreffen+Hamburg+2019&standort=Hamburg").text
    chip = re.search(r'<a href="([^"]+)"><span>erkannt: <span lang="de">Standorttreffen Hamburg 2019<', page)
    assert chip
    without = client.get(chip[1].replace("&amp;", "&")).text
    assert "<span>erkannt:" not in without
    assert "wörtlich gesucht:" in without
    assert "Standort: " in without
    back = re.search(r'<a href="([^"]+)">wörtlich gesucht:', without)
    assert back
    assert "<span>erkannt: <span" in client.get(back[1].replace("&amp;", "&")).text


def test_chips_are_named_in_the_language_of_the_page(client: FlaskClient) -> None:
    page = client.get("/suche?q=Beschluss+graffiti&lang=en").text
    assert re.search(r"understood: Kind of passage Decision", page)


def test_what_a_name_says_itself_is_not_said_before_it(client: FlaskClient) -> None:
    address = "/suche?q=graffiti+Standorttreffen+Hamburg+2019"
    assert 'erkannt: <span lang="de">Standorttreffen Hamburg 2019<' in client.get(address).text
    assert 'understood: Meetings <span lang="de">Standorttreffen Hamburg 2019<' in client.get(f"{address}&lang=en").text
