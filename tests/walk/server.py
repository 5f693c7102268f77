"""A running archive, asked as browsers ask it."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlencode

#: Seconds; a slow machine loads the lexicon in ten.
PATIENCE = 90

BOUNDARY = "grenze"

NAME = "Koordination Muster"
PASSWORD = "vier Birnen im Hof"


class Server:
    """A running `wissensarchiv start`."""

    def __init__(self, home: Path, *options: str) -> None:
        command = [sys.executable, "-m", "webui", "--home", str(home), "start", "--port", "0", *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self.process.stdout
        line = self.process.stdout.readline()
        ready = re.match(r"Bereit: http://127\.0\.0\.1:(\d+)/", line)
        assert ready, line + self.ended()
        self.port = int(ready[1])
        self.cookies: dict[str, str] = {}
        #: Where the last answer led, "" if nowhere.
        self.led_to = ""

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return self._ask("GET", path, b"", headers)

    def upload(self, name: str, content: bytes, **headers: str) -> tuple[int, str]:
        return self.upload_all([(name, content)], **headers)

    def upload_all(self, files: Iterable[tuple[str, bytes]], **headers: str) -> tuple[int, str]:
        """Send files in one request, each with its name, and return status and text of the answer."""
        token = self._token("/hochladen").encode()
        parts = [b'Content-Disposition: form-data; name="csrf_token"\r\n\r\n' + token]
        for name, content in files:
            about = f'name="dateien"; filename="{name}"\r\nContent-Type: application/octet-stream'
            parts.append(f"Content-Disposition: form-data; {about}\r\n\r\n".encode() + content)
        start = f"--{BOUNDARY}\r\n".encode()
        body = b"".join(start + part + b"\r\n" for part in parts) + f"--{BOUNDARY}--\r\n".encode()
        return self._ask(
            "POST",
            "/hochladen",
            body,
            {
                "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
                "Origin": f"http://127.0.0.1:{self.port}",
                **headers,
            },
        )

    def fill_in(self, page: str, address: str, **form: str) -> int:
        """Send a form of a page to an address, and return the status of the answer."""
        body = urlencode({"csrf_token": self._token(page), **form}).encode()
        origin = f"http://127.0.0.1:{self.port}"
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": origin}
        return self._ask("POST", address, body, headers)[0]

    def sign_in(self, name: str = NAME, password: str = PASSWORD) -> int:
        """Fill in the form, and return the status of the answer."""
        return self.fill_in("/anmelden", "/anmelden", konto=name, passwort=password)

    def _token(self, path: str) -> str:
        found = re.search(r'name="csrf_token" value="(\w+)"', self.get(path)[1])
        return found[1] if found else ""

    def children(self) -> list[int]:
        """Process ids of the worker: all the processes this one started."""
        parent = f"PPid:\t{self.process.pid}\n"
        return [int(status.parent.name) for status in Path("/proc").glob("[0-9]*/status") if parent in _read(status)]

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def ended(self) -> str:
        """End the server and return what it has said that was not read."""
        self.process.send_signal(signal.SIGTERM)
        out, errors = self.process.communicate(timeout=PATIENCE)
        return out + errors

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body or None, {"Cookie": cookies, **headers})
            response = connection.getresponse()
            self.led_to = response.headers.get("Location", "")
            for cookie in response.headers.get_all("Set-Cookie", []):
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            return response.status, response.read().decode()
        finally:
            connection.close()


def add_account(home: Path) -> None:
    command = [sys.executable, "-m", "webui", "--home", str(home), "account", "add", NAME]
    command += ["--role", "Koordination", "--password-stdin"]
    subprocess.run(command, input=PASSWORD, text=True, timeout=PATIENCE, check=True, capture_output=True)


def _read(status: Path) -> str:
    try:
        return status.read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return ""  # it ended while this looked


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "State:\tZ" not in _read(Path(f"/proc/{pid}/status"))
