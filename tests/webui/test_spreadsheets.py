"""Tables as spreadsheets read them: what looks like a formula is text."""

import csv

import pytest

from webui.spreadsheets import lines


@pytest.mark.parametrize("cell", ["=1+1", "+49 40", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/C calc'!A0"])
def test_what_begins_a_formula_is_text(cell: str) -> None:
    ((read, other),) = csv.reader(["".join(lines([[cell, "Beschluss; = x"]])).removeprefix("\ufeff")], delimiter=";")
    assert read.strip() == f"'{cell}".strip()
    assert other == "Beschluss; = x"
