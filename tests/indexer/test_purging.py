"""After an erasure no byte of the document is left in anything that was derived from it."""

import contextlib
import pickle
import random
import threading
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.rights import STAFF
from archive.values import Details, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.request import SearchRequest
from indexer.worker import work
from tests.indexer.workshop import Workshop

TERM = "Quastenflosser"

#: What a compressed stretch may begin with: a zlib header with its check bits.
_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


def holding(root: Path, term: str) -> list[Path]:
    """Return the files in which a term stands: in any usual encoding and case, also within compressed stretches."""
    folded = term.casefold()
    needles = [each.encode(encoding) for each in (term, folded) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for path in root.rglob("*") if path.is_file()]
    return [path for path in files if any(needle in part for part in stretches(path) for needle in needles)]


def stretches(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes, and what unpacks from every place in it where something compressed may begin."""
    content = path.read_bytes()
    yield content
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as pack:
            yield from map(pack.read, pack.namelist())
    for begin in _ZLIB:
        at = content.find(begin)
        while at >= 0:
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj().decompress(content[at:])
            at = content.find(begin, at + 1)


def test_the_search_for_bytes_finds_what_is_packed(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(f"a {TERM} b", encoding="utf-16-le")
    (tmp_path / "packed").write_bytes(b"before" + zlib.compress(f"a {TERM} b".encode()))
    (tmp_path / "block").write_bytes(b"x" + zlib.compress(pickle.dumps((TERM.casefold(),))))
    with zipfile.ZipFile(tmp_path / "pack", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("inner", f"a {TERM} b" * 9)
    (tmp_path / "innocent").write_text("nothing", encoding="utf-8")
    assert {path.name for path in holding(tmp_path, TERM)} == {"plain", "packed", "block", "pack"}


@pytest.mark.parametrize("visibility", [Visibility.INTERNAL, Visibility.DRAFT])
def test_no_byte_is_left_anywhere_in_the_home(workshop: Workshop, visibility: Visibility) -> None:
    root = workshop.archive.home.root
    workshop.take_in("vorher.txt", "Ein Fest in Gotha.", Details(visibility=visibility))
    code = workshop.take_in(
        f"{TERM}.txt", f"TOP 1 {TERM}\nBeschluss: {TERM} malt die Wand.", Details(visibility=visibility)
    )
    workshop.indexing.catch_up()
    kept = workshop.take_in("nachher.txt", "Ein Tanz in Gotha.", Details(visibility=visibility))
    workshop.indexing.catch_up()
    assert len(holding(root, TERM)) >= 3  # catalogue, original, texts, index
    workshop.erase(code)
    workshop.indexing.catch_up()
    assert holding(root, TERM) == []
    assert kept in workshop.archive.revisions()


@pytest.mark.parametrize("visibility", [Visibility.INTERNAL, Visibility.DRAFT])
def test_no_byte_of_an_older_version_is_left(workshop: Workshop, visibility: Visibility) -> None:
    root = workshop.archive.home.root
    code = workshop.take_in(
        "alt.txt", f"TOP 1 {TERM}\nBeschluss: {TERM} malt die Wand.", Details(visibility=visibility)
    )
    workshop.take_in("neu.txt", "Die Wand wird bunt.", Details(visibility=visibility, version_of=code))
    workshop.indexing.catch_up()
    assert len(holding(root, TERM)) >= 3  # original, texts, index
    workshop.archive.erasure.erase_version(code, 1, "")
    workshop.indexing.catch_up()
    assert holding(root, TERM) == []
    assert code in workshop.archive.revisions()


def test_no_byte_is_left_of_a_document_with_older_versions(workshop: Workshop) -> None:
    code = workshop.take_in("alt.txt", f"Beschluss: {TERM} malt die Wand.")
    workshop.take_in("neu.txt", f"Die Wand malt {TERM}.", Details(version_of=code))
    workshop.indexing.catch_up()
    workshop.erase(code)
    workshop.indexing.catch_up()
    assert holding(workshop.archive.home.root, TERM) == []


def test_others_are_found_as_before(workshop: Workshop) -> None:
    codes = [workshop.take_in(f"{number}.txt", f"Fest {number} in Gotha") for number in range(3)]
    workshop.indexing.catch_up()
    workshop.erase(codes[1])
    workshop.indexing.catch_up()
    found = workshop.searcher().search(SearchRequest(query="Fest", reader=STAFF))
    assert {hit.document for hit in found.hits} == {codes[0], codes[2]}


def test_the_last_document_can_be_erased(workshop: Workshop) -> None:
    code = workshop.take_in("a.txt", f"Ein {TERM}.")
    workshop.indexing.catch_up()
    workshop.erase(code)
    workshop.indexing.catch_up()
    assert holding(workshop.archive.home.root, TERM) == []
    assert workshop.searcher().search(SearchRequest(query="Fest", reader=STAFF)).total_documents == 0
    again = workshop.take_in("b.txt", "Ein Fest.")
    workshop.indexing.catch_up()
    assert [hit.document for hit in workshop.searcher().search(SearchRequest(query="Fest", reader=STAFF)).hits] == [
        again
    ]


def test_nothing_is_purged_twice(workshop: Workshop) -> None:
    code = workshop.take_in("a.txt", f"Ein {TERM}.")
    workshop.erase(code)
    workshop.indexing.catch_up()
    mark = workshop.archive.home.derived / "PURGED"
    before = mark.stat().st_mtime_ns
    workshop.indexing.catch_up()
    assert mark.stat().st_mtime_ns == before


def test_an_interrupted_purge_is_done_by_the_next_worker(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    code = workshop.take_in("a.txt", f"Ein {TERM}.")
    workshop.indexing.catch_up()
    workshop.erase(code)
    with monkeypatch.context() as broken:
        broken.setattr("indexer.purging.rewrite_segments", _fail)
        with pytest.raises(OSError, match="full"):
            workshop.indexing.catch_up()
    workshop.indexing.catch_up()
    assert holding(workshop.archive.home.root, TERM) == []


def _fail(*_: object) -> int:
    raise OSError("full")


def test_erasing_beside_a_worker_and_a_reader(workshop: Workshop) -> None:
    stop = threading.Event()
    worker = threading.Thread(target=work, args=(workshop.indexing, stop))
    worker.start()
    try:
        searcher = workshop.searcher()
        code = workshop.take_in(f"{TERM}.txt", f"Ein {TERM}.")
        workshop.take_in("b.txt", "Ein Fest.")
        _wait(lambda: searcher.search(SearchRequest(query=TERM, reader=STAFF)).total_documents == 1)
        workshop.erase(code)
        _wait(lambda: searcher.search(SearchRequest(query=TERM, reader=STAFF)).total_documents == 0)
        _wait((workshop.archive.home.derived / "PURGED").exists)
        assert holding(workshop.archive.home.root, TERM) == []
        assert searcher.search(SearchRequest(query="Fest", reader=STAFF)).total_documents == 1
    finally:
        stop.set()
        worker.join()


def _wait(condition: Callable[[], bool]) -> None:
    """Wait until something is so; what never becomes so fails in the assertions that follow."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if condition():
            return
        time.sleep(0.1)


WORDS = st.text("abcdefghijklmnoprstuwzäöüß", min_size=3, max_size=9)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text("abcdefghijklmnoprstuwz", min_size=9, max_size=14),
    texts=st.lists(st.lists(WORDS, min_size=1, max_size=30), min_size=1, max_size=5),
    chance=st.randoms(use_true_random=False),
)
def test_whatever_stands_around_it(
    tmp_path_factory: pytest.TempPathFactory,
    german: GermanAnalysis,
    name: str,
    texts: list[list[str]],
    chance: random.Random,
) -> None:
    with Extractor() as extractor:
        workshop = Workshop(tmp_path_factory.mktemp("world"), german, extractor)
        term = f"Qx{name}"
        code = _take_in_all(workshop, texts, term, chance)
        assert holding(workshop.archive.home.root, term)
        workshop.erase(code)
        workshop.indexing.catch_up()
        assert holding(workshop.archive.home.root, term) == []
        workshop.close()


def _take_in_all(workshop: Workshop, texts: list[list[str]], term: str, chance: random.Random) -> str:
    """Take texts in, with a term planted in one of them, whose code is returned; index them in a few batches."""
    planted, codes = chance.randrange(len(texts)), []
    for place, words in enumerate(texts):
        said = [*words, term] if place == planted else words
        chance.shuffle(said)
        codes.append(workshop.take_in("a.txt", " ".join(said) + f" {place}"))
        if chance.random() < 1 / 2:
            workshop.indexing.catch_up()
    workshop.indexing.catch_up()
    return codes[planted]
