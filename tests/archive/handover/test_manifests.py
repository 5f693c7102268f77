"""The lines of manifests."""

from hypothesis import given
from hypothesis import strategies as st

from archive.handover.manifests import is_inside, lines, read_lines

PART = st.text(st.characters(exclude_characters="/\\:", exclude_categories=("Cs", "Zl", "Zp", "Zs")), min_size=1)


@given(st.lists(PART, min_size=1, max_size=3).map(lambda parts: "/".join(["data", *parts])).filter(is_inside))
def test_paths_come_back_whatever_is_in_them(path: str) -> None:
    (line,) = lines({path: "a" * 64})
    assert line.count("\n") == 1
    assert "\r" not in line
    assert read_lines([line], "manifest") == {path: "a" * 64}
