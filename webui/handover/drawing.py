"""Draws pages that are read from a folder: with the archive's own templates, without a server."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from webui import i18n, wording


class Drawing:
    """Makes pages of templates in `templates/handover`."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=PackageLoader("webui"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(
            day=i18n.day,
            days=i18n.days,
            document_date=wording.document_date,
            file_kind=wording.file_kind,
            file_size=wording.file_size,
            translated=i18n.translated,
        )
        self._environment.globals.update(_=i18n.gettext)

    def page(self, template: str, values: Mapping[str, Any]) -> str:
        """Return a page."""
        return self._environment.get_template(f"handover/{template}.html").render(values)


def link(target: str, page: str) -> str:
    """Return the address of a file as a page names it, both given by their places in one folder."""
    place, _, anchor = target.partition("#")
    up = len(PurePosixPath(page).parts) - 1
    return "../" * up + quote(place) + (f"#{quote(anchor)}" if anchor else "")
