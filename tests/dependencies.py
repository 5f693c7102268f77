"""What the archive is built on: `python -m tests.dependencies FILE` writes a bill of materials (CycloneDX 1.6, JSON).

Names, versions and hashes come from the lock files, licences from what the packages say of themselves.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]

PAGE = ROOT / "docs" / "dependencies.md"

#: Lock file → what it is for; the first is what runs.
LOCKS = {
    "requirements.lock": "required",
    "requirements-dev.lock": "optional",
    "requirements-browser.lock": "optional",
    "requirements-samples.lock": "optional",
}

#: What older packages call their licence → how SPDX calls it.
SPDX = {
    "Apache License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Artistic License": "Artistic-1.0-Perl",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "MIT, BSD": "MIT AND BSD-3-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Public Domain": "CC0-1.0",
    "Two-clause BSD license": "BSD-2-Clause",
    "ZPL 2.1": "ZPL-2.1",
}

#: Packages that say nothing, or not all, and what their licence files say.
SAID_ELSEWHERE = {
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "locate": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "text-unidecode": "Artistic-1.0-Perl",
}

_LOCKED = re.compile(r"^([\w.-]+)==([^\s;\\]+)[^\n]*\\\n((?:    --hash=sha256:\w+(?: \\)?\n?)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Package:
    """A package as it is locked."""

    name: str
    version: str
    #: SHA-256 of each file that may be installed.
    hashes: tuple[str, ...]
    #: "required" by what runs, or "optional".
    scope: str

    @property
    def licence(self) -> str:
        """Its licence as SPDX calls it; "" if nobody says."""
        return SAID_ELSEWHERE.get(self.name) or _said(self.name)


def packages() -> list[Package]:
    """Return all packages that are locked, each version once."""
    found: dict[tuple[str, str], Package] = {}
    for lock, scope in LOCKS.items():
        for name, version, hashes in _LOCKED.findall((ROOT / lock).read_text(encoding="utf-8")):
            sums = tuple(re.findall(r"sha256:(\w+)", hashes))
            found.setdefault((name, version), Package(name, version, sums, scope))
    return [found[each] for each in sorted(found)]


def bill() -> dict[str, object]:
    """Return the bill of materials."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "wissensarchiv", "licenses": _licences("EUPL-1.2")}},
        "components": [_component(each) for each in packages()],
    }


def table() -> Iterator[str]:
    """Yield the lines of the table in docs/dependencies.md."""
    yield "| package | version | licence | for |"
    yield "|---|---|---|---|"
    for each in packages():
        purpose = "running" if each.scope == "required" else "work on it"
        yield f"| {each.name} | {each.version} | {each.licence} | {purpose} |"


def _component(package: Package) -> dict[str, object]:
    return {
        "type": "library",
        "name": package.name,
        "version": package.version,
        "purl": f"pkg:pypi/{package.name}@{package.version}",
        "scope": package.scope,
        "licenses": _licences(package.licence),
        "properties": [{"name": "locked:sha256", "value": each} for each in package.hashes],
    }


def _licences(licence: str) -> list[dict[str, str]]:
    return [{"expression": licence}]


def _said(name: str) -> str:
    """Return what a package says of its licence: as SPDX calls it, in a field, or by a classifier."""
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return _told(name)
    classifiers = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier") or () if "License ::" in each]
    fields = [*(said.get_all("License-Expression") or ()), *(said.get_all("License") or ())]
    ways = [each.strip().partition("\n")[0] for each in (*fields, *classifiers) if each != "UNKNOWN"]
    return next((SPDX.get(each, each) for each in ways if each), "")


def _told(name: str) -> str:
    """Return what the table says of a package that is not installed here: it was written where all are."""
    found = re.search(rf"^\| {re.escape(name)} \| [^|]+ \| ([^|]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(bill(), indent=1, ensure_ascii=False), encoding="utf-8")
    head = PAGE.read_text(encoding="utf-8").partition("| package |")[0]
    PAGE.write_text(head + "\n".join(table()) + "\n", encoding="utf-8")
