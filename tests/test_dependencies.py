"""What the archive is built on: locked with hashes, under licences that allow it."""

import re

import pytest

from tests.dependencies import LOCKS, ROOT, Package, bill, packages, table

#: Licences under which the archive may be handed on as a whole (EUPL-1.2), or that only tools of its makers have.
ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-4.0", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0",
    "MIT-CMU", "MPL-2.0", "PSF-2.0", "Unlicense", "ZPL-2.1", "Zlib",
}  # fmt: skip

#: … of its makers only.
OF_TOOLS = {"Artistic-1.0-Perl"}


def allowed(licence: str, names: set[str]) -> bool:
    """Tell whether every part of an expression is allowed; of alternatives, one."""
    return all(any(one.strip(" ()") in names for one in part.split(" OR ")) for part in licence.split(" AND "))


@pytest.mark.parametrize(
    ("licence", "is_allowed"),
    [("MIT", True), ("MIT OR GPL-3.0", True), ("MIT AND GPL-3.0", False), ("", False), ("Proprietary", False)],
)
def test_an_expression_is_read(licence: str, is_allowed: bool) -> None:  # noqa: FBT001 - a table of cases
    assert allowed(licence, ALLOWED) is is_allowed


def test_every_package_has_a_licence_that_allows_it() -> None:
    wrong = {each.name: each.licence for each in packages() if not allowed(each.licence, _names(each))}
    assert wrong == {}


def test_every_line_of_the_locks_is_read() -> None:
    for lock in LOCKS:
        text = (ROOT / lock).read_text(encoding="utf-8")
        locked = re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE)
        assert set(locked) <= {(each.name, each.version) for each in packages()}
        assert not re.search(r"^[\w.-]+ *(?:@|>=|<)", text, re.MULTILINE)
    assert all(each.hashes for each in packages())


def test_the_table_tells_all_of_it() -> None:
    said = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert said.endswith("\n".join(table()) + "\n"), "run: make sbom"


def test_the_bill_names_every_package_with_licence_and_hashes() -> None:
    components = bill()["components"]
    assert isinstance(components, list)
    assert len(components) == len(packages())
    assert all(each["licenses"][0]["expression"] and each["properties"] for each in components)


def _names(package: Package) -> set[str]:
    return ALLOWED if package.scope == "required" else ALLOWED | OF_TOOLS
