"""What is said when a hand-over fails."""

from pathlib import Path

import pytest

from archive.handover.errors import BagError, BagFault, TargetUnusableError
from webui.complaints import complaint
from webui.handover.wording import FAULTS


@pytest.mark.parametrize("fault", BagFault)
def test_every_fault_says_what_to_do(fault: BagFault) -> None:
    assert fault in FAULTS
    said = complaint(BagError(fault, "data/eins.txt"))
    assert "data/eins.txt" in said
    assert said.count(". ") >= 1


def test_a_place_that_cannot_be_used() -> None:
    assert "genug Platz" in complaint(TargetUnusableError(Path("/x"), "No space left on device"))
