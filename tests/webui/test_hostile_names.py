"""Names that are meant as something else: scripts in titles and file names, paths in addresses and uploads."""

import io

import pytest
from markupsafe import escape

from archive.archive import Submission
from archive.rights import Role
from archive.values import Details
from tests.webui.people import Person, person, token
from webui.services import Services

SCRIPT = "<script>alert(1)</script>"
IMAGE = "\"><img src=x onerror=alert(1)>'"


@pytest.fixture
def chef(empty: Services) -> Person:
    return person(empty, Role.COORDINATION)


def test_scripts_in_titles_and_file_names_are_text_on_every_page(empty: Services, chef: Person) -> None:
    path = empty.archive.home.incoming / "offered"
    path.write_bytes(f"{SCRIPT} {IMAGE}".encode())
    details = Details(f"{SCRIPT}{IMAGE}", meeting="standorttreffen-hamburg-2019", sites=("gotha",), topics=("Kultur",))
    code = empty.archive.take_in(Submission(path, f"{IMAGE}.txt", details)).code
    pages = ["/", f"/dokumente/{code}", "/treffen/standorttreffen-hamburg-2019", "/standorte/gotha", "/themen/kultur"]
    for page in pages:
        text = chef.get(page).text
        assert str(escape(SCRIPT)) in text, page
        assert SCRIPT not in text, page
        assert "<img src=x" not in text, page
    answer = chef.get(f"/dokumente/{code}/original")
    with answer:
        assert "\n" not in answer.headers["Content-Disposition"]


def test_scripts_in_what_is_typed_are_text_on_the_page_that_answers(chef: Person) -> None:
    for path in (f"/suche?q={SCRIPT}", f"/suche?q={IMAGE}&standort={SCRIPT}", f"/anmelden?weiter=/{SCRIPT}"):
        text = chef.get(path, follow_redirects=True).text
        assert SCRIPT not in text, path
        assert "<img src=x" not in text, path
    answer = chef.post("/konten", data={"konto": SCRIPT, "rolle": "Technik"})
    assert (answer.status_code, SCRIPT in answer.text, str(escape(SCRIPT)) in answer.text) == (400, False, True)


@pytest.mark.parametrize(
    "path",
    [
        "/dokumente/../../../etc/passwd",
        "/dokumente/..%2f..%2f..%2fetc%2fpasswd/original",
        "/static/../../../../etc/passwd",
        "/static/..%2f..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/einladung/..%2f..%2fcatalogue.sqlite",
        "/dokumente/D-2026-0001%00/original",
    ],
)
def test_no_address_leads_out_of_the_archive(chef: Person, path: str) -> None:
    with chef.get(path) as answer:
        assert answer.status_code == 404


@pytest.mark.parametrize("name", ["../../boese.txt", "/etc/passwd", "C:\\Windows\\boese.txt", "..", ".", "a\x00b.txt"])
def test_no_uploaded_name_is_a_path(empty: Services, chef: Person, name: str) -> None:
    before = {path for path in empty.archive.home.root.rglob("*") if path.is_file()}
    chef.post("/hochladen", data={"dateien": (io.BytesIO(b"Ein Text"), name)})
    new = {path for path in empty.archive.home.root.rglob("*") if path.is_file()} - before
    assert all(path.is_relative_to(empty.archive.home.store) for path in new)
    assert not any("/" in each.file_name or "\\" in each.file_name for each in empty.archive.descriptions())


def test_a_form_without_its_token_writes_nothing(empty: Services, chef: Person) -> None:
    """Cross-site request forgery: the cookie alone is not enough, nor is the token of someone else."""
    other = token(person(empty, Role.OPERATIONS))
    for sent in ("", "x", other, other.upper()):
        answer = chef.post("/konten", data={"konto": "Neu", "rolle": "Technik", "csrf_token": sent})
        assert answer.status_code == 403
        assert ("kam nicht von einer Seite des Archivs" in answer.text) == (len(sent) < len(other))
    assert len(empty.archive.accounts.entries()) == 2
