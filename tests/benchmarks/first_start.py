"""Measures the time from an empty clone to served sample holdings: `python -m tests.benchmarks.first_start`."""

import json
import signal
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Clone what is committed, start it twice as README says, and print the seconds."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), folder], check=True)
        cloned = time.perf_counter() - began
        first = cloned + _seconds_to_ready(folder)
        again = _seconds_to_ready(folder)
    print(json.dumps({"clone_to_served_seconds": round(first, 1), "second_start_seconds": round(again, 1)}))  # noqa: T201


def _seconds_to_ready(folder: str) -> float:
    began = time.perf_counter()
    command = ["make", "start", "PORT=0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as make:
        assert make.stdout
        while not make.stdout.readline().startswith("Bereit:"):
            if make.poll() is not None:
                raise SystemExit(make.returncode)
        took = time.perf_counter() - began
        make.send_signal(signal.SIGTERM)
    return took


if __name__ == "__main__":
    main()
