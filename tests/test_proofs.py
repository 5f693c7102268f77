"""Documents that name tests as proofs: each of them exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MODEL = ROOT / "docs" / "threat-model.md"

#: A test as pytest names it.
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@pytest.mark.parametrize(("document", "least"), [(MODEL, 40), (ROOT / "docs" / "faults.md", 20)])
def test_every_test_that_is_named_exists(document: Path, least: int) -> None:
    named = NAMED.findall(document.read_text(encoding="utf-8"))
    missing = [f"{file}::{name}" for file, name in named if not _has(ROOT / file, name)]
    assert len(named) >= least
    assert missing == []


def test_every_module_that_is_named_exists() -> None:
    named = re.findall(r"`((?:archive|indexer|webui)/[\w/]+(?:\.py)?/?)`", MODEL.read_text(encoding="utf-8"))
    assert [each for each in named if not (ROOT / each).exists()] == []


def _has(file: Path, name: str) -> bool:
    return file.exists() and f"\ndef {name}(" in file.read_text(encoding="utf-8")
