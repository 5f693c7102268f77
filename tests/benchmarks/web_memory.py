"""Measures the memory of the web process over the sample holdings: `python -m tests.benchmarks.web_memory`.

The first start takes the samples in; the second, which only serves them, is measured while it answers questions. With
more holdings the index reader grows: `python -m tests.benchmarks.bench` tells by how much.
"""

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from tests.benchmarks.measure import QUERIES

ROUNDS = 5


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        with _serving(Path(folder)):
            pass
        with _serving(Path(folder)) as (server, address):
            before = _mib(server.pid)
            for query in QUERIES * ROUNDS:
                with urlopen(f"{address}suche?q={quote(query)}") as page:  # noqa: S310 - our own server
                    page.read()
            figures = {"started_mib": before, "asked_mib": _mib(server.pid), "highest_mib": _mib(server.pid, "VmHWM")}
    print(json.dumps(figures))  # noqa: T201 - what it is for


@contextmanager
def _serving(home: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Start the server on a free port; yield it with its address."""
    command = [str(Path(sys.executable).with_name("wissensarchiv")), "--home", str(home), "start", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        line = ""
        while not line.startswith("Bereit:"):
            line = server.stdout.readline()
            if server.poll() is not None:
                raise SystemExit(server.returncode)
        yield server, line.split()[1]
        server.send_signal(signal.SIGTERM)


def _mib(process: int, what: str = "VmRSS") -> float:
    """Return resident memory of a process in MiB."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    (kib,) = [line.split()[1] for line in lines if line.startswith(what)]
    return round(int(kib) / 1024, 1)


if __name__ == "__main__":
    main()
