"""Rows tell what is left to do in the words that fit what they show."""

from flask.testing import FlaskClient

from tests.webui.uploading import read, upload
from webui.services import Services

#: Of a day that is proposed, and not sure.
INVITATION = """Einladung zum Regionaltreffen

12. bis 13. Mai 2021

wir laden herzlich ein. Programm: Begrüßung, Wohnumfeld.
"""
LIST = "# Teilnahmeliste\n\n| Name | Unterschrift |\n|---|---|\n| Erika Beispiel | |\n| Max Muster | |\n"


def shown(writer: FlaskClient, empty: Services, name: str, text: str) -> str:
    address = upload(writer, (name, text.encode())).headers["Location"]
    read(empty)
    return writer.get(address).text


def test_what_is_proposed_is_to_be_checked_and_does_not_lack(writer: FlaskClient, empty: Services) -> None:
    page = shown(writer, empty, "einladung.txt", INVITATION)
    assert "12.–13. Mai 2021" in page
    assert "Bitte prüfen Sie Treffen und Datum." in page
    assert "Es fehlt das Treffen oder das Datum." not in page


def test_what_only_the_coordination_is_to_find_can_be_published_nevertheless(
    writer: FlaskClient, empty: Services
) -> None:
    page = shown(writer, empty, "teilnahmeliste.md", LIST)
    assert "Personenangaben sind noch nicht entschieden." in page
    assert "Für die Koordination lässt es sich trotzdem veröffentlichen." in page
    assert "trotzdem veröffentlichen" not in shown(writer, empty, "notiz.txt", "Bänke und Licht.")
