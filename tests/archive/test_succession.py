"""Drafts that become versions of other documents, or are kept apart from them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.archive import Archive, Receipt, Submission
from archive.audit import missing, unlisted
from archive.custody import EventKind
from archive.errors import ArchiveError, NotADraftError, SameDocumentError, UnknownDocumentError
from archive.home import Home
from archive.values import Details, Visibility

Offer = Callable[..., Receipt]

DRAFT = Details(visibility=Visibility.DRAFT)


def test_a_draft_becomes_the_newest_version_and_its_code_leads_there(archive: Archive, offer: Offer) -> None:
    held = offer("Protokoll, erste Fassung", "alt.txt", Details("Protokoll", sites=("gotha",)))
    draft = offer("Protokoll, zweite Fassung", "neu.txt", DRAFT)
    assert archive.succession.make_version(draft.code, held.code, "koo") == 2
    described = archive.describe(held.code)
    assert (described.title, described.sites, described.visibility) == ("Protokoll", ("Gotha",), Visibility.INTERNAL)
    assert (described.version, described.checksum, described.file_name) == (2, draft.checksum, "neu.txt")
    assert described.revision == 2
    assert [(each.number, each.checksum) for each in archive.versions(held.code)] == [
        (1, held.checksum),
        (2, draft.checksum),
    ]
    with pytest.raises(UnknownDocumentError):
        archive.describe(draft.code)
    assert archive.succession.successor(draft.code) == held.code
    assert archive.find_by_checksum(draft.checksum) == held.code
    last = archive.events(draft.code)[-1]
    assert (last.kind, last.detail, last.agent) == (EventKind.BECAME_VERSION, held.code, "koo")
    last = archive.events(held.code)[-1]
    assert (last.kind, last.detail, last.agent) == (EventKind.NEW_VERSION, draft.checksum, "koo")


def test_a_drafts_own_versions_come_along_in_their_order(archive: Archive, offer: Offer) -> None:
    held, draft = offer("eins"), offer("zwei", details=DRAFT)
    newer = offer("drei", details=Details(version_of=draft.code))
    archive.succession.make_version(draft.code, held.code)
    checksums = [each.checksum for each in archive.versions(held.code)]
    assert checksums == [held.checksum, draft.checksum, newer.checksum]
    assert archive.describe(held.code).checksum == newer.checksum


def test_a_code_leads_on_where_its_successor_ended_too(archive: Archive, offer: Offer) -> None:
    first, second, third = (offer(text, details=DRAFT).code for text in ("eins", "zwei", "drei"))
    archive.succession.make_version(first, second)
    archive.succession.make_version(second, third)
    assert archive.succession.successor(first) == third
    assert archive.succession.successor(third) is None
    assert archive.describe(third).version == 3


def test_only_drafts_end_and_never_in_themselves(archive: Archive, offer: Offer) -> None:
    held, draft = offer("eins").code, offer("zwei", details=DRAFT).code
    with pytest.raises(NotADraftError):
        archive.succession.make_version(held, draft)
    with pytest.raises(SameDocumentError):
        archive.succession.make_version(draft, draft)
    with pytest.raises(SameDocumentError):
        archive.succession.keep_apart(draft, draft)
    with pytest.raises(UnknownDocumentError):
        archive.succession.make_version(draft, "D-1999-0001")
    assert archive.describe(draft).revision == 1


def test_what_someone_brought_does_not_go_with_the_samples(archive: Archive, offer: Offer) -> None:
    sample = offer("Beispiel", details=Details(is_sample=True)).code
    archive.succession.make_version(offer("Echtes", details=DRAFT).code, sample)
    archive.discard_samples()
    assert archive.describe(sample).version == 2


def test_it_is_remembered_once_that_a_draft_is_a_document_of_its_own(archive: Archive, offer: Offer) -> None:
    held, draft = offer("eins").code, offer("zwei", details=DRAFT).code
    assert archive.succession.kept_apart(draft) == frozenset()
    archive.succession.keep_apart(draft, held, "koo")
    archive.succession.keep_apart(draft, held, "koo")
    assert archive.succession.kept_apart(draft) == {held}
    kinds = [(each.kind, each.detail, each.agent) for each in archive.events(draft)[1:]]
    assert kinds == [(EventKind.KEPT_APART, held, "koo")]


#: A step: what is done, and the places in the list of all codes ever given of those it is done to.
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["draft", "sample", "same", "version", "join", "join", "apart"]), *[st.integers(0, 9)] * 2
    )
)


@contextmanager
def new_archive() -> Iterator[Archive]:
    with TemporaryDirectory() as folder:
        opened = Archive.open(Home(Path(folder) / "home"))
        yield opened
        opened.close()


def take(archive: Archive, text: str, details: Details) -> str:
    path = archive.home.store.parent / "offered"
    path.write_text(text, encoding="utf-8")
    return archive.take_in(Submission(path, "Protokoll.txt", details)).code


def step(archive: Archive, codes: list[str], number: int, does: tuple[str, int, int]) -> None:
    """Do one step, or be refused."""
    kind, first, second = does
    one, other = codes[first % len(codes)], codes[second % len(codes)]
    match kind:
        case "draft":
            codes.append(take(archive, f"Text {number}", DRAFT))
        case "sample":
            codes.append(take(archive, f"Text {number}", Details(visibility=Visibility.DRAFT, is_sample=True)))
        case "same":
            take(archive, f"Text {second}", DRAFT)
        case "version":
            take(archive, f"Text {number}", Details(version_of=one))
        case "join":
            archive.succession.make_version(one, other)
        case _:
            archive.succession.keep_apart(one, other)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_chains_of_versions_stay_sound_whatever_is_done(steps: list[tuple[str, int, int]]) -> None:
    with new_archive() as archive:
        codes = [take(archive, "Anfang", Details()), take(archive, "Entwurf", DRAFT)]
        for number, does in enumerate(steps, 100):
            before = {each.checksum for each in archive.listed()}
            try:
                step(archive, codes, number, does)
            except ArchiveError:
                assert {each.checksum for each in archive.listed()} == before
            assert before <= {each.checksum for each in archive.listed()}
        described = {each.code: each for each in archive.descriptions()}
        for code, each in described.items():
            versions = archive.versions(code)
            assert [version.number for version in versions] == list(range(1, len(versions) + 1))
            assert (each.version, each.checksum) == (len(versions), versions[-1].checksum)
        checksums = [each.checksum for each in archive.listed()]
        assert len(checksums) == len(set(checksums))
        assert all((archive.succession.successor(code) or code) in described for code in codes)
        assert not [*missing(archive), *unlisted(archive)]
