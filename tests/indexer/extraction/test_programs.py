"""Programs that are run leave nothing behind."""

from pathlib import Path

import pytest

from indexer.extraction.programs import run
from tests.indexer.extraction.living import eventually, is_alive


def test_what_it_reads_says_and_ends_with() -> None:
    done = run(["/bin/sh", "-c", 'cat; echo "$WORT" >&2; exit 3'], 10, b"hinein", {"WORT": "Hinweis"})
    assert (done.stdout, done.stderr, done.returncode) == (b"hinein", b"Hinweis\n", 3)


@pytest.mark.parametrize("ending", ["exit 0", "sleep 1000"])
def test_what_it_started_ends_with_it(tmp_path: Path, ending: str) -> None:
    script = f"sleep 1000 >/dev/null 2>&1 & echo $! >{tmp_path}/number; {ending}"
    if ending == "exit 0":
        run(["/bin/sh", "-c", script], 10)
    else:
        with pytest.raises(TimeoutError, match="took more than"):
            run(["/bin/sh", "-c", script], 0.3)
    number = int((tmp_path / "number").read_text())
    assert eventually(lambda: not is_alive(number))
