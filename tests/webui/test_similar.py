"""Similar documents and passages on the pages."""

from flask.testing import FlaskClient

from webui.services import Services


def test_a_hit_leads_to_passages_like_it(client: FlaskClient) -> None:
    page = client.get("/suche?q=nadelmethode").text
    address = page.split('class="further" href="')[1].split('"')[0]
    answer = client.get(address)
    assert answer.status_code == 200
    assert "Zurück zur Stelle" in answer.text
    assert '<a href="/suche?q=nadelmethode">Suche: nadelmethode</a>' in answer.text
    origin, _, others = answer.text.partition('<h2 id="alike">')
    assert '<h2 id="starting">Ausgangsstelle</h2>' in origin
    assert ">Nadelmethode</a></h3>" in origin
    assert ">Nadelmethode</a></h3>" not in others


def test_passages_of_hidden_or_other_documents_have_no_page(client: FlaskClient, filled: Services) -> None:
    codes = {each.title: each.code for each in filled.archive.descriptions()}
    (draft, *_) = filled.texts.passages(codes["Entwurf"])
    assert client.get(f"/dokumente/{codes['Entwurf']}/aehnliche-stellen/{draft.id}").status_code == 404
    assert client.get(f"/dokumente/{codes['Nadelmethode']}/aehnliche-stellen/{draft.id}").status_code == 404
