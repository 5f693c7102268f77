"""A hand-over with its pages: complete, alike after the way through another home, and silent on what is hidden."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.follow_ups import PassageEnd, Verdict
from archive.handover.extents import Everything, PublicOnly
from archive.values import Visibility
from indexer.correcting import anchor_of
from tests.archive.handover.bags import is_valid
from tests.archive.handover.filling import SECRET, fill, take_in
from webui.catching_up import catch_up
from webui.compose import Holdings, open_holdings
from webui.handover.handing_over import hand_over


@pytest.fixture(scope="module")
def holdings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Holdings]:
    """An archive with something of everything, indexed."""
    folder = tmp_path_factory.mktemp("holdings")
    with open_holdings(folder / "home") as opened:
        fill(opened.archive, folder)
        catch_up(opened, frozenset(opened.archive.revisions()))
        yield opened


def test_no_byte_of_a_public_hand_over_tells_of_what_is_hidden(holdings: Holdings, tmp_path: Path) -> None:
    handed = hand_over(holdings, tmp_path / "bag", PublicOnly())
    assert handed.documents == 1
    assert is_valid(tmp_path / "bag")
    content = _content(tmp_path / "bag")
    hidden = [each for each in holdings.archive.descriptions() if each.visibility is not Visibility.PUBLIC]
    assert len(hidden) == 3
    told = [SECRET, SECRET.lower(), *(each.code for each in hidden), *(each.checksum for each in hidden)]
    assert [each for each in told if each.encode() in content] == []
    assert "Wand – ja" in str(list((tmp_path / "bag/data/lesefassungen").rglob("*.html")))


def test_a_full_hand_over_tells_of_everything_but_secrets(holdings: Holdings, tmp_path: Path) -> None:
    handed = hand_over(holdings, tmp_path / "bag", Everything())
    content = _content(tmp_path / "bag")
    for each in holdings.archive.descriptions():
        assert f"({each.code}).html".encode() in content
    assert holdings.archive.home.fingerprint_secret.read_bytes() not in content
    assert b"argon2" not in content
    assert handed.missing == ()


def test_texts_are_no_markup(tmp_path: Path) -> None:
    with open_holdings(tmp_path / "home") as opened:
        take_in(opened.archive, tmp_path, "Ein <b>Text</b> & </script><script>alert(1)</script>\u2028 mit Zeichen")
        catch_up(opened, frozenset(opened.archive.revisions()))
        hand_over(opened, tmp_path / "bag", Everything())
    (page,) = (tmp_path / "bag/data/lesefassungen").rglob("*.html")
    assert "Ein &lt;b&gt;Text" in page.read_text(encoding="utf-8")
    assert "<script" not in page.read_text(encoding="utf-8")
    (script,) = (tmp_path / "bag/data/seite/daten").glob("stellen-*.js")
    assert "\u2028" not in script.read_text(encoding="utf-8")


def test_the_register_tells_what_became_of_it(tmp_path: Path) -> None:
    with open_holdings(tmp_path / "home") as opened:
        agreed = take_in(opened.archive, tmp_path, "TOP 1 Wand\n\nBeschluss: Die Wand wird gestrichen.")
        later = take_in(opened.archive, tmp_path, "TOP 1 Rückblick\n\nDie Wand ist gestrichen.")
        catch_up(opened, frozenset(opened.archive.revisions()))
        earlier, told = _end(opened, agreed, "Beschluss"), _end(opened, later, "ist gestrichen")
        hand_over(opened, tmp_path / "before", Everything())
        opened.archive.follow_ups.judge(earlier, told, Verdict.DONE)
        catch_up(opened, frozenset(opened.archive.revisions()))
        hand_over(opened, tmp_path / "after", Everything())
    (before, after) = (
        (tmp_path / name / "data/metadaten/beschluesse-und-aufgaben.csv").read_text(encoding="utf-8-sig")
        for name in ("before", "after")
    )
    assert ["erledigt" in before, "erledigt" in after] == [False, True]


def _end(holdings: Holdings, code: str, words: str) -> PassageEnd:
    passages = holdings.texts.passages(code)
    own = next(each for each in passages if words in each.text)
    anchor = anchor_of(passages, own.id)
    assert anchor
    return PassageEnd(code, own.id, anchor)


def test_long_lists_go_on_on_further_pages(holdings: Holdings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webui.handover.site.LONGEST_LIST", 2)
    hand_over(holdings, tmp_path / "bag", Everything())
    folder = tmp_path / "bag/data/seite"
    pages = [folder / "standorte.html", *(folder / f"standorte_{number}.html" for number in range(2, 9))]
    listed = [
        re.findall(r'<li><a href="(\.\./seite/standorte/[^"]+)"', page.read_text(encoding="utf-8")) for page in pages
    ]
    assert [len(each) for each in listed] == [2] * 8
    assert len({target for each in listed for target in each}) == 16
    first, last = (pages[at].read_text(encoding="utf-8") for at in (0, -1))
    assert ["Vorherige Seite" in first, "Nächste Seite" in first, "standorte_2.html" in first] == [False, True, True]
    assert ["Vorherige Seite" in last, "Nächste Seite" in last] == [True, False]


def test_an_empty_archive_can_be_handed_over(tmp_path: Path) -> None:
    with open_holdings(tmp_path / "home") as opened:
        assert hand_over(opened, tmp_path / "bag", Everything()).documents == 0
    assert is_valid(tmp_path / "bag")


def _content(bag: Path) -> bytes:
    files = [path for path in bag.rglob("*") if path.is_file()]
    return b"\n".join([*(path.read_bytes() for path in files), *(str(path).encode() for path in files)])
