"""Floods the sign-in form of a real server: `python -m tests.benchmarks.flood --attempts 10000`.

Prints what became of the attempts, how a reader's pages fared meanwhile, and what the flood cost the server.
"""

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

PASSWORD = "vier Birnen im Hof"

#: So many attack at once.
ATTACKERS = 8


def main() -> None:
    """Start a server with one account, attack it, and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--attempts", type=int, default=10_000)
    attempts = parser.parse_args().attempts
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-W", "ignore", "-m", "webui", "--home", folder]
        add = [*command, "account", "add", "anna", "--role", "Koordination", "--password-stdin"]
        subprocess.run(add, input=PASSWORD, text=True, check=True, stdout=subprocess.DEVNULL)
        serve = [*command, "start", "--empty", "--port", "0"]
        with subprocess.Popen(serve, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout
            port = int(re.findall(r":(\d+)/", server.stdout.readline())[0])
            print(json.dumps(_attack(port, server.pid, attempts, Path(folder)), indent=2))  # noqa: T201
            server.terminate()


def _attack(port: int, server: int, attempts: int, home: Path) -> dict[str, object]:
    before = _size(home)
    stop = threading.Event()
    with ThreadPoolExecutor(ATTACKERS + 1) as pool:
        reader = pool.submit(_read, port, stop)
        began, cpu = time.perf_counter(), _cpu(server)
        fates = pool.map(lambda number: _attempts(port, number, attempts // ATTACKERS), range(ATTACKERS))
        statuses = sum(fates, Counter[int]())
        took, used = time.perf_counter() - began, _cpu(server) - cpu
        stop.set()
        waits = reader.result()
    return {
        "attempts": sum(statuses.values()),
        "statuses": dict(statuses),
        "seconds": round(took, 1),
        "server_cpu_ms_per_attempt": round(1000 * used / max(1, sum(statuses.values())), 2),
        "reader_pages": len(waits),
        "reader_p50_ms": round(statistics.median(waits)),
        "reader_max_ms": round(max(waits)),
        "server_peak_mib": _peak(server),
        "home_grew_bytes": _size(home) - before,
        "right_password_from_there": _attempt(*_form(port), "anna", PASSWORD),
    }


def _attempts(port: int, attacker: int, attempts: int) -> Counter[int]:
    connection, headers, token = _form(port)
    statuses = (
        _attempt(connection, headers, token, f"konto{number % 50}" if number % 2 else "anna", f"{attacker}-{number}")
        for number in range(attempts)
    )
    return Counter(statuses)


def _form(port: int) -> tuple[http.client.HTTPConnection, dict[str, str], str]:
    """Open the form as a browser does, and return what is needed to send it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/anmelden")
    answer = connection.getresponse()
    cookie = answer.headers["Set-Cookie"].partition(";")[0]
    token = re.findall(r'name="csrf_token" value="(\w+)"', answer.read().decode())[0]
    return connection, {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}, token


def _attempt(
    connection: http.client.HTTPConnection, headers: dict[str, str], token: str, name: str, password: str
) -> int:
    form = urlencode({"konto": name, "passwort": password, "csrf_token": token})
    connection.request("POST", "/anmelden", form, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def _read(port: int, stop: threading.Event) -> list[float]:
    """Open the start page again and again, and return how many milliseconds each took."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    waits: list[float] = []
    while not stop.is_set():
        began = time.perf_counter()
        connection.request("GET", "/")
        connection.getresponse().read()
        waits.append(1000 * (time.perf_counter() - began))
        stop.wait(0.05)
    return waits


def _cpu(process: int) -> float:
    """Return the seconds of processor time a process has used (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) // 1024


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
