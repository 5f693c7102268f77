"""Builds the sample holdings: all of them, or only the files named.

    python -m documents.build [FILE…]

Needs LibreOffice with German hyphenation (`apt install libreoffice-writer libreoffice-impress hyphen-de`) and Chromium.
"""

import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from documents.build.register import write_register
from documents.build.source import Source, read_sources
from documents.build.writers import (
    copy,
    docx,
    docx_rich,
    markdown,
    odt,
    pdf_browser,
    pdf_office,
    pdf_scan,
    pdf_typst,
    plain_text,
    pptx,
)

Writer = Callable[[Source, Path], None]

WRITERS: Mapping[str, Writer] = {
    "docx": docx.write,
    "docx-rich": docx_rich.write,
    "odt": odt.write,
    "pptx": pptx.write,
    "pdf-office": pdf_office.write,
    "pdf-browser": pdf_browser.write,
    "pdf-typst": pdf_typst.write,
    "pdf-scan": pdf_scan.write,
    "md": markdown.write,
    "txt-utf8": plain_text.write_utf8,
    "txt-cp1252": plain_text.write_cp1252,
    "copy": copy.write,
}

_DOCUMENTS = Path(__file__).parents[1]


def main() -> None:
    """Build what the command line names, or everything, and write the register."""
    wanted = frozenset(sys.argv[1:])
    sources = read_sources(_DOCUMENTS / "sources")
    holdings = _DOCUMENTS / "holdings"
    holdings.mkdir(exist_ok=True)
    build([source for source in sources if not wanted or source.file in wanted], holdings)
    remove_strangers(holdings, {source.file for source in sources})
    write_register(sources, _DOCUMENTS / "register.toml")


def build(sources: Collection[Source], holdings: Path) -> None:
    """Write each source into the folder, copies last."""
    for source in sorted(sources, key=lambda source: bool(source.copy_of)):
        print(f"{source.build:12} {source.file}", flush=True)  # noqa: T201 - this is the command's report
        WRITERS[source.build](source, holdings / source.file)


def remove_strangers(holdings: Path, known: Collection[str]) -> None:
    """Delete built files that no source names any more."""
    for path in holdings.iterdir():
        if path.name not in known:
            path.unlink()


if __name__ == "__main__":
    main()
