"""What the coordination decides about a draft that is much like another document."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.archive import Submission
from archive.custody import EventKind
from archive.errors import UnknownDocumentError
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.extraction.isolation import Extractor
from tests.webui.people import person
from webui.compose import open_holdings
from webui.services import Services

LINES = [f"Punkt {at}: Die Standorte berichten aus Quartier {at}, was gelungen ist." for at in range(20)]


@pytest.fixture
def codes(empty: Services, tmp_path: Path) -> tuple[str, str]:
    """The codes of an internal document, and of a draft with one other word."""
    taken = []
    for name, text, visibility in (
        ("alt.txt", "\n\n".join(LINES), Visibility.INTERNAL),
        ("neu.txt", "\n\n".join(LINES).replace("gelungen", "offen", 1), Visibility.DRAFT),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        taken.append(
            empty.archive.take_in(Submission(tmp_path / name, name, Details(name, visibility=visibility))).code
        )
    with open_holdings(empty.archive.home.root) as holdings, Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
    return taken[0], taken[1]


def decide(client: FlaskClient, codes: tuple[str, str], **said: str) -> tuple[int, str | None]:
    answer = client.post(f"/dokumente/{codes[1]}/gleicher-text", data={"von": codes[0], **said})
    return answer.status_code, answer.location


def test_the_draft_says_what_it_is_like_to_those_who_decide(writer: FlaskClient, codes: tuple[str, str]) -> None:
    page = writer.get(f"/dokumente/{codes[1]}").text
    assert "Vermutlich eine neue Fassung (99 % gleicher Text)" in page
    assert f'href="/dokumente/{codes[0]}" lang="de">alt.txt</a>' in page
    assert "Vermutlich" not in writer.get(f"/dokumente/{codes[0]}").text


def test_it_becomes_a_version(writer: FlaskClient, empty: Services, codes: tuple[str, str]) -> None:
    assert decide(writer, codes, wahl="fassung") == (303, f"/dokumente/{codes[0]}")
    assert empty.archive.describe(codes[0]).file_name == "neu.txt"
    event = empty.archive.events(codes[1])[-1]
    assert (event.kind, bool(event.agent)) == (EventKind.BECAME_VERSION, True)
    # Sent twice: the draft's code has led on.
    assert decide(writer, codes, wahl="fassung")[0] == 404


def test_it_stays_a_document_of_its_own_and_is_not_asked_again(
    writer: FlaskClient, empty: Services, codes: tuple[str, str]
) -> None:
    assert decide(writer, codes, wahl="eigenes") == (303, f"/dokumente/{codes[1]}")
    assert "Vermutlich" not in writer.get(f"/dokumente/{codes[1]}").text
    assert empty.archive.describe(codes[1]).visibility is Visibility.DRAFT


def test_it_is_discarded_only_by_someone_who_is_sure(
    writer: FlaskClient, empty: Services, codes: tuple[str, str]
) -> None:
    checksum = empty.archive.describe(codes[1]).checksum
    assert decide(writer, codes, wahl="verwerfen")[0] == 400
    assert empty.archive.describe(codes[1]).checksum == checksum
    assert decide(writer, codes, wahl="verwerfen", sicher=codes[1]) == (303, f"/dokumente/{codes[0]}")
    with pytest.raises(UnknownDocumentError):
        empty.archive.describe(codes[1])
    assert not empty.archive.store.holds(checksum)


def test_it_is_not_published_before_its_personal_data_are_decided_on(
    writer: FlaskClient, empty: Services, codes: tuple[str, str], tmp_path: Path
) -> None:
    text = "\n\n".join([*LINES, "Rückfragen an muster@example.org, Telefon 040 1234567."])
    (tmp_path / "c.txt").write_text(text, encoding="utf-8")
    draft = empty.archive.take_in(
        Submission(tmp_path / "c.txt", "c.txt", Details("c", visibility=Visibility.DRAFT))
    ).code
    with open_holdings(empty.archive.home.root) as holdings, Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
    answer = writer.post(f"/dokumente/{draft}/gleicher-text", data={"von": codes[0], "wahl": "fassung"})
    assert (answer.status_code, "Erst die Angaben zu Personen" in answer.text) == (409, True)
    assert f'href="/dokumente/{draft}/personenangaben"' in answer.text
    assert empty.archive.describe(codes[0]).version == 1


def test_what_was_decided_meanwhile_is_told(writer: FlaskClient, empty: Services, codes: tuple[str, str]) -> None:
    page = writer.post(f"/dokumente/{codes[1]}/gleicher-text", data={"von": "D-1999-0001", "wahl": "fassung"})
    assert page.status_code == 409
    assert "Darüber ist schon entschieden" in page.text
    for choice in ("fassung", "verwerfen"):
        answer = writer.post(
            f"/dokumente/{codes[0]}/gleicher-text", data={"von": codes[1], "wahl": choice, "sicher": codes[0]}
        )
        assert answer.status_code == 409
    assert empty.archive.describe(codes[0]).version == 1


@pytest.mark.parametrize("role", [Role.STAFF, Role.PRIVACY, Role.OPERATIONS])
def test_nobody_else_decides(empty: Services, codes: tuple[str, str], role: Role) -> None:
    client = person(empty, role)
    assert decide(client, codes, wahl="fassung")[0] == 403
    assert "Vermutlich" not in client.get(f"/dokumente/{codes[1]}").text


@pytest.mark.parametrize("form", [{}, {"wahl": "vielleicht"}, {"wahl": "verwerfen"}])
def test_no_choice_is_told_and_changes_nothing(
    writer: FlaskClient, empty: Services, codes: tuple[str, str], form: dict[str, str]
) -> None:
    answer = writer.post(f"/dokumente/{codes[1]}/gleicher-text", data={"von": codes[0], **form})
    assert (answer.status_code, "Bitte wählen Sie noch einmal" in answer.text) == (400, True)
    assert [each.code for each in empty.archive.descriptions()] == list(codes)


@pytest.mark.parametrize("choice", ["fassung", "eigenes", "verwerfen"])
def test_whoever_decides_in_a_batch_comes_back_to_it(
    writer: FlaskClient, empty: Services, codes: tuple[str, str], choice: str
) -> None:
    key = empty.archive.batches.begin("")
    address = decide(writer, codes, wahl=choice, sicher=codes[1], stapel=key)
    assert address == (303, f"/hochladen/{key}")
