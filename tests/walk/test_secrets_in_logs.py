"""Secrets, names and words that people use stand in nothing that a running archive says, nor where others could see."""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.walk.server import NAME, PASSWORD, Server, add_account
from tests.walk.terminal import Terminal
from webui.logs import VARIABLE

#: Words and names that stand in forms, files, addresses and headers.
SAID = {
    "query": "quastenflossersuche",
    "completion": "quastenflossersilbe",
    "file name": "quastenflosserdatei",
    "line of a file": "quastenflosserzeile",
    "report": "quastenflossermeldung",
    "account": "Quastia Flosser",
    "password": "Quastenflosser im Teich",
    "wrong password": "quastenflosserirrtum",
    "label": "quastenflosseretikett",
    "header": "quastenflosserkopf",
    "address": "198.51.100.77",
}


class Visit:
    """Somebody who uses all that is secret."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.secrets: dict[str, str] = {}

    def send(self, path: str, **form: str) -> tuple[int, str]:
        """Fill in a form."""
        page = self.server.get(path)[1] + self.server.get("/konto")[1] + self.server.get("/anmelden")[1]
        token = re.search(r'name="csrf_token" value="(\w+)"', page)
        assert token
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({**form, "csrf_token": token[1]}).encode()
        return self.server._ask("POST", path, body, headers)  # noqa: SLF001 - the forms of one test

    def keep(self, name: str, pattern: str, page: str) -> str:
        """Remember a secret that a page shows."""
        found = re.search(pattern, page)
        assert found, name
        self.secrets[name] = found[1]
        return found[1]

    def follow(self, link: str) -> None:
        """Set a password by a one-time link."""
        self.keep("link", r"/einladung/([\w-]{43})", link)
        path = f"/einladung/{self.secrets['link']}"
        assert self.send(path, passwort="kurz")[0] == 400
        assert self.send(path, passwort=SAID["password"])[0] == 303
        self.secrets["session of the invited"] = self.server.cookies["sitzung"]
        assert self.server.get(path)[0] == 404
        self.send("/abmelden")
        self.server.cookies.clear()

    def make_tokens(self) -> None:
        """Read by a program, and by a feed."""
        token = self.keep(
            "token", r'id="secret"[^>]* value="([^"]+)"', self.send("/konto/schluessel", name=SAID["label"])[1]
        )
        for given in (token, f"{token}x"):
            self.server.get(f"/api/v1/search?q={SAID['query']}", Authorization=f"Bearer {given}")
        made = self.send(f"/abonnieren?q={SAID['query']}")[1]
        secret = self.keep("feed", r"schluessel=([\w-]{43})", made)
        assert self.server.get(f"/feeds/eigener.atom?schluessel={secret}")[0] == 200

    def work(self) -> None:
        """Sign in wrongly and rightly, search, upload what can be read and what cannot, report."""
        assert self.server.sign_in(SAID["account"], SAID["wrong password"]) == 400
        assert self.server.sign_in() == 303
        self.secrets["session"] = self.server.cookies["sitzung"]
        self.server.get(
            f"/suche?q={SAID['query']}", **{"User-Agent": SAID["header"], "X-Forwarded-For": SAID["address"]}
        )
        self.server.get(f"/vorschlaege?q={SAID['completion']}")
        self.server.upload(f"{SAID['file name']}.txt", SAID["line of a file"].encode())
        self.server.upload(f"{SAID['file name']}.pdf", b"%PDF-1.7\n" + SAID["line of a file"].encode())
        code = re.search(r"/dokumente/([\w-]+)", self.server.get("/suche?q=graffiti")[1])
        assert code
        assert self.send(f"/dokumente/{code[1]}/fehler-melden", was="text", text=SAID["report"])[0] == 303


@pytest.mark.parametrize("wanted", ["text", "json"])
def test_nothing_that_was_said_or_kept_for_people_stands_in_what_the_server_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    terminal = Terminal(tmp_path / "home")
    assert terminal.run("samples", "add").exit_code == 0
    add_account(terminal.home)
    invited = terminal.run("account", "invite", SAID["account"], "--role", "Mitarbeitende").output
    monkeypatch.setenv(VARIABLE, wanted)
    visit = Visit(Server(terminal.home))
    said = _said_during(visit, invited)
    files = "".join(each.read_text(encoding="utf-8", errors="replace") for each in terminal.home.rglob("*.log*"))
    everything = (said + files).casefold()
    assert "/suche" in everything
    hidden = {**SAID, **visit.secrets, "own account": NAME, "own password": PASSWORD}
    assert [name for name, word in hidden.items() if word.casefold() in everything] == []


def _said_during(visit: Visit, invited: str) -> str:
    """Return what the server says while it is used, and how its processes are called."""
    try:
        visit.follow(invited)
        visit.work()
        visit.make_tokens()
        told = [Path(f"/proc/{each}/cmdline") for each in (visit.server.process.pid, *visit.server.children())]
        commands = "".join(each.read_text(encoding="utf-8") for each in told if each.exists())
    finally:
        said = visit.server.ended()
    return said + commands
