"""Makes built packages (DOCX, ODT, PPTX) the same every time."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile, ZipInfo

Settle = Callable[[bytes], bytes]


def as_is(content: bytes) -> bytes:
    """Leave a member of a package as it is."""
    return content


def settle_package(path: Path, moment: datetime, settle: Settle = as_is) -> None:
    """Rewrite a ZIP package in place, keeping order and compression.

    Args:
        path: The package.
        moment: The time that every member gets.
        settle: What is done to every member's content.
    """
    with ZipFile(path) as package:
        members = [(_dated(info, moment), settle(package.read(info))) for info in package.infolist()]
    with ZipFile(path, "w") as package:
        for info, content in members:
            package.writestr(info, content)


def _dated(info: ZipInfo, moment: datetime) -> ZipInfo:
    dated = ZipInfo(info.filename, (moment.year, moment.month, moment.day, moment.hour, 0, 0))
    dated.compress_type = info.compress_type
    return dated
