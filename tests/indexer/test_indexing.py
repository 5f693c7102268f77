"""The walk over real files: from custody to what is found."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from archive.rights import VISITOR, Reader, Role
from archive.values import Details, Visibility
from indexer.extraction.pages import Outcome
from indexer.index import upkeep
from indexer.worker import WorkerRunsError, mend, sole_writer, work
from tests.indexer.workshop import Workshop


def test_a_document_is_findable_after_the_walk(workshop: Workshop) -> None:
    code = workshop.take_in("protokoll.txt", b"TOP 1 Wand\nBeschluss: Die Wand wird bunt.")
    assert workshop.indexing.catch_up() == 1
    assert workshop.found("bunte Wand") == [code]
    assert workshop.indexing.catch_up() == 0


def test_older_versions_are_read_but_found_only_where_they_are_asked_for(workshop: Workshop) -> None:
    code = workshop.take_in("alt.txt", b"Die Wand wird beige.")
    workshop.take_in("neu.txt", b"Die Wand wird bunt.", Details(version_of=code))
    older = workshop.archive.versions(code)[0].checksum
    for _ in ("at first", "when all is read anew"):
        workshop.indexing.catch_up()
        kept = workshop.texts.pages(older)
        assert kept
        assert "beige" in kept.pages[0].text
        assert (workshop.found("bunt"), workshop.found("beige")) == ([code], [])
        assert (workshop.editions("bunt"), workshop.editions("beige")) == ([code], [f"{code}.1"])
        workshop.areas.request_rebuild()


def test_older_versions_move_with_their_document(workshop: Workshop) -> None:
    code = workshop.take_in("alt.txt", b"Die Wand wird beige.")
    workshop.take_in("neu.txt", b"Die Wand wird bunt.", Details(version_of=code))
    workshop.indexing.catch_up()
    workshop.archive.amend(code, Details("Wand", visibility=Visibility.COORDINATION))
    workshop.indexing.catch_up()
    assert workshop.editions("beige") == []
    assert workshop.editions("beige", Reader(Role.COORDINATION)) == [f"{code}.1"]
    assert [each.text for each in workshop.texts.passages(f"{code}.1")] == ["Die Wand wird beige."]


def test_what_a_draft_replaces_is_an_older_version_in_the_same_commit(workshop: Workshop) -> None:
    code = workshop.take_in("alt.txt", b"Die Wand wird beige.", Details("Wand"))
    draft = workshop.take_in("neu.txt", b"Die Wand wird bunt.", Details("Wand", visibility=Visibility.DRAFT))
    workshop.indexing.catch_up()
    with _looking(lambda: tuple(workshop.editions("beige"))) as seen:
        workshop.archive.succession.make_version(draft, code)
        workshop.indexing.catch_up()
    # At no moment it was in neither or in both.
    assert (code,) in seen
    assert seen <= {(code,), (f"{code}.1",)}
    assert workshop.editions("beige") == [f"{code}.1"]


@contextmanager
def _looking(look: Callable[[], tuple[str, ...]]) -> Iterator[set[tuple[str, ...]]]:
    """Look over and over beside what is done, once at least before it begins."""
    seen, stop = {look()}, threading.Event()

    def go_on() -> None:
        while not stop.is_set():
            seen.add(look())

    looking = threading.Thread(target=go_on)
    looking.start()
    try:
        yield seen
    finally:
        stop.set()
        looking.join()


def test_a_version_behind_a_redacted_one_is_not_found(workshop: Workshop) -> None:
    code = workshop.take_in("alt.txt", b"Die Wand malte Quastenflosser.")
    workshop.indexing.catch_up()
    redacted = workshop.folder / "redigiert.txt"
    redacted.write_bytes(b"Die Wand malte [Mitarbeitende].")
    workshop.archive.privacy.announce_redaction(code, redacted, "")
    workshop.take_in("redigiert.txt", redacted.read_bytes(), Details(version_of=code))
    workshop.indexing.catch_up()
    assert workshop.editions("Wand", Reader(Role.PRIVACY)) == [code]
    assert workshop.texts.passages(f"{code}.1") == ()


def test_a_destroyed_version_is_not_found(workshop: Workshop) -> None:
    code = workshop.take_in("alt.txt", b"Die Wand wird beige.")
    workshop.take_in("neu.txt", b"Die Wand wird bunt.", Details(version_of=code))
    workshop.indexing.catch_up()
    workshop.archive.erasure.erase_version(code, 1, "")
    workshop.indexing.catch_up()
    assert workshop.editions("Wand") == [code]


def test_a_document_without_text_is_found_by_its_title(workshop: Workshop) -> None:
    code = workshop.take_in("kaputt.pdf", b"%PDF-1.4\nkein PDF", Details(title="Nadelmethode", sites=("gotha",)))
    workshop.indexing.catch_up()
    reading = workshop.texts.reading(workshop.archive.describe(code).checksum)
    assert reading
    assert reading.outcome is Outcome.BROKEN
    assert workshop.found("nadelmethode gotha") == [code]


def test_a_changed_description_is_indexed_without_reading_again(workshop: Workshop) -> None:
    code = workshop.take_in("a.txt", b"Ein Fest.")
    workshop.indexing.catch_up()
    workshop.archive.amend(code, Details(title="Sommer", sites=("peine",)))
    workshop.archive.path(workshop.archive.describe(code).checksum).unlink()  # reading again would fail
    workshop.indexing.catch_up()
    assert workshop.found("Fest Peine") == [code]


def test_a_newer_version_takes_the_place_of_the_older(workshop: Workshop) -> None:
    code = workshop.take_in("a.txt", b"Die Frist ist im Mai.", Details(title="Fristen"))
    workshop.indexing.catch_up()
    workshop.take_in("b.txt", b"Die Frist ist im Herbst.", Details(version_of=code))
    workshop.indexing.catch_up()
    assert (workshop.found("Mai"), workshop.found("Herbst")) == ([], [code])
    assert [passage.text for passage in workshop.texts.passages(code)] == ["Die Frist ist im Herbst."]


def test_a_document_moves_with_its_visibility(workshop: Workshop) -> None:
    coordination, details = Reader(Role.COORDINATION), Details("Wand", visibility=Visibility.DRAFT)
    code = workshop.take_in("a.txt", b"Die Wand wird bunt.", details)
    workshop.indexing.catch_up()
    assert (workshop.found("bunt"), workshop.found("bunt", coordination)) == ([], [code])
    workshop.archive.amend(code, replace(details, visibility=Visibility.PUBLIC))
    workshop.indexing.catch_up()
    assert (workshop.found("bunt", VISITOR), workshop.found("bunt", coordination)) == ([code], [code])
    workshop.archive.amend(code, details)
    workshop.indexing.catch_up()
    assert (workshop.found("bunt"), workshop.found("bunt", coordination)) == ([], [code])


def test_a_withdrawn_document_is_hidden_though_it_waits_to_be_read_again(workshop: Workshop) -> None:
    details = Details("Wand", visibility=Visibility.PUBLIC)
    code = workshop.take_in("a.txt", b"Die Wand wird bunt.", details)
    workshop.indexing.catch_up()
    workshop.texts.read_again(code, workshop.archive.describe(code).checksum)
    workshop.archive.amend(code, replace(details, visibility=Visibility.DRAFT))
    workshop.indexing.catch_up()
    assert workshop.found("bunt") == []


def test_a_withdrawn_document_is_hidden_while_another_index_is_being_built(workshop: Workshop) -> None:
    details = Details("Wand", visibility=Visibility.PUBLIC)
    code = workshop.take_in("a.txt", b"Die Wand wird bunt.", details)
    workshop.indexing.catch_up()
    workshop.archive.amend(code, replace(details, visibility=Visibility.DRAFT))
    workshop.generations.request_rebuild()
    seen: list[list[str]] = []
    workshop.indexing.catch_up(lambda _: seen.append(workshop.found("bunt")))
    assert seen == [[]]


def test_discarded_samples_are_gone(workshop: Workshop) -> None:
    workshop.take_in("a.txt", b"Ein Fest.", Details(is_sample=True))
    workshop.indexing.catch_up()
    workshop.archive.discard_samples()
    workshop.indexing.catch_up()
    assert workshop.found("Fest") == []


def test_a_deleted_index_is_built_anew_from_the_catalogue(workshop: Workshop) -> None:
    code = workshop.take_in("a.txt", b"Ein Fest.")
    workshop.indexing.catch_up()
    workshop.generations.withdraw()
    mend(workshop.indexing)
    workshop.indexing.catch_up()
    assert workshop.found("Fest") == [code]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves the broken file open
def test_a_damaged_index_is_built_anew(workshop: Workshop) -> None:
    code = workshop.take_in("a.txt", b"Ein Fest.")
    workshop.indexing.catch_up()
    current = workshop.generations.current()
    assert current
    for segment in current.glob("*.seg"):
        segment.write_bytes(segment.read_bytes()[:50])
    mend(workshop.indexing)
    assert workshop.generations.current() is None
    workshop.indexing.catch_up()
    assert workshop.found("Fest") == [code]


def test_a_rebuild_reads_every_file_anew_while_the_old_index_answers(workshop: Workshop) -> None:
    code = workshop.take_in("a.txt", b"Ein Fest.")
    workshop.indexing.catch_up()
    before = workshop.generations.current()
    workshop.generations.request_rebuild()
    assert workshop.found("Fest") == [code]
    workshop.indexing.catch_up()
    assert workshop.generations.current() != before
    assert workshop.found("Fest") == [code]


def test_an_index_of_mostly_deleted_passages_is_built_anew_from_what_was_read(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = workshop.take_in("notiz.txt", b"Graffiti am Bahnhof.")
    workshop.indexing.catch_up()
    before = workshop.generations.current()
    monkeypatch.setattr(upkeep, "SMALLEST", 1)
    workshop.archive.amend(code, Details(title="Notiz"))
    workshop.indexing.catch_up()
    assert workshop.generations.current() == before
    reading = workshop.texts.reading(workshop.archive.describe(code).checksum)
    workshop.indexing.catch_up()
    assert workshop.generations.current() != before
    assert workshop.texts.reading(workshop.archive.describe(code).checksum) == reading
    assert workshop.found("graffiti") == [code]
    assert workshop.generations.building() is None


def test_a_file_missing_in_the_store_costs_only_itself(workshop: Workshop) -> None:
    lost = workshop.take_in("a.txt", b"Ein Fest.")
    kept = workshop.take_in("b.txt", b"Ein Tanz.")
    workshop.archive.path(workshop.archive.describe(lost).checksum).unlink()
    workshop.indexing.catch_up()
    assert workshop.found("Tanz") == [kept]


def test_the_worker_picks_up_what_comes_in(workshop: Workshop) -> None:
    stop = threading.Event()
    worker = threading.Thread(target=work, args=(workshop.indexing, stop))
    worker.start()
    try:
        code = workshop.take_in("a.txt", b"Ein Fest.")
        until = time.monotonic() + 20
        while workshop.found("Fest") != [code] and time.monotonic() < until:
            time.sleep(0.1)
        assert workshop.found("Fest") == [code]
    finally:
        stop.set()
        worker.join()


def test_two_workers_never_write_at_once(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with sole_writer(lock), pytest.raises(WorkerRunsError), sole_writer(lock):
        pass
    with sole_writer(lock):
        pass  # freed, it can be taken again
