"""The guide for users: it names what the pages show, and its pictures are there."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "anleitung.md"

#: Words that can be read in a quarter of an hour.
LONGEST = 1800

#: Bytes.
LARGEST_PICTURE = 120_000


@pytest.fixture(scope="module")
def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shown() -> frozenset[str]:
    """What pages say, in German."""
    with (ROOT / "webui/translations/messages.pot").open("rb") as catalogue:
        return frozenset(
            text
            for message in read_po(catalogue)
            for text in ([message.id] if isinstance(message.id, str) else message.id)
        )


def test_what_it_quotes_is_what_the_pages_show(guide: str, shown: frozenset[str]) -> None:
    """An ellipsis stands for what differs from page to page."""
    quoted = {" ".join(each.split()) for each in re.findall("„([^“]+)“", guide)}
    assert quoted
    assert [each for each in sorted(quoted) if not _is_shown(each, shown)] == []


def test_its_pictures_are_there_and_small(guide: str) -> None:
    named = set(re.findall(r"!\[[^\]]+\]\(images/([^)]+)\)", guide))
    assert named == {each.name for each in (ROOT / "docs/images").glob("guide-*.png")}
    assert [each for each in sorted(named) if (ROOT / "docs/images" / each).stat().st_size > LARGEST_PICTURE] == []


def test_it_leads_on_to_what_exists(guide: str) -> None:
    headings = {_anchor(each) for each in re.findall(r"^#+ (.+)$", guide, re.MULTILINE)}
    led_to = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", guide)
    assert led_to
    for each in led_to:
        assert each.removeprefix("#") in headings if each.startswith("#") else (GUIDE.parent / each).exists()


def test_it_is_short(guide: str) -> None:
    assert len(guide.split()) <= LONGEST


def _is_shown(quote: str, shown: frozenset[str]) -> bool:
    if "…" not in quote:
        return quote in shown
    pattern = re.compile(".+".join(re.escape(part) for part in quote.split("…")))
    return any(pattern.fullmatch(text) for text in shown)


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
