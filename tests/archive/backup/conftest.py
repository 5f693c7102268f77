"""A folder of backups."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups are made."""
    return tmp_path / "Sicherungen"
