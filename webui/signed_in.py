"""Who is signed in: a cookie names a session, and the catalogue says whose it is.

No other module reads or sets cookies. There is none before someone opens a form.
"""

from dataclasses import dataclass

from flask import Flask, Response, g, request

from archive.accounts.tokens import new_token
from archive.accounts.values import AccountEntry
from webui.interface import for_programs
from webui.services import services

#: Names of the cookies. Browsers send those with the prefix back over HTTPS only, and to this host alone.
SESSION = "sitzung"
FORM = "formular"
PREFIX = "__Host-"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Someone who is signed in."""

    account: AccountEntry
    #: The session's.
    token: str


def init_app(app: Flask) -> None:
    """Let an app know who is signed in."""
    app.before_request(_recognise)
    app.after_request(_answer)


def signed_in() -> SignedIn | None:
    """Return who is signed in, or None for a visitor."""
    found: SignedIn | None = g.get("signed_in")
    return found


def begin(token: str) -> None:
    """Hand the browser a session's token, in place of any it has."""
    before = request.cookies.get(_name(SESSION))
    if before:
        services().archive.sign_ins.sign_out(before)
    g.cookies = {SESSION: token, FORM: None}
    account = services().archive.sign_ins.account(token)
    g.signed_in = SignedIn(account, token) if account else None


def end() -> None:
    """End the browser's session, if it has one."""
    token = request.cookies.get(_name(SESSION))
    if token:
        services().archive.sign_ins.sign_out(token)
    g.signed_in = None
    g.cookies = {SESSION: None, FORM: None}


def form_secret() -> str | None:
    """Return the secret that a form of this browser is tied to, or None if it has opened none."""
    found = signed_in()
    return found.token if found else g.get("form") or request.cookies.get(_name(FORM))


def new_form_secret() -> str:
    """Return the secret that forms are tied to, handing the browser one if it has none."""
    secret = form_secret()
    if secret is None:
        g.form = secret = new_token()
        g.cookies = {FORM: secret}
    return secret


def _recognise() -> None:
    """Find out whose session the browser's cookie names."""
    token = request.cookies.get(_name(SESSION))
    if token and request.endpoint != "static" and not for_programs():
        account = services().archive.sign_ins.account(token)
        g.signed_in = SignedIn(account, token) if account else None


def _answer(response: Response) -> Response:
    """Hand out and take back cookies; keep what only some may see out of every cache."""
    for name, value in g.get("cookies", {}).items():
        _set(response, name, value)
    if request.endpoint != "static" and not for_programs():
        response.headers.add("Vary", "Cookie")
        if signed_in() or g.get("cookies"):
            response.headers["Cache-Control"] = "no-store"
    return response


def _set(response: Response, name: str, value: str | None) -> None:
    """Set a cookie until the browser is closed, or take it back if it was there."""
    # A link in a mail leads to a page as whoever follows it is signed in; a form of another site never does.
    same_site = "Lax" if name == SESSION else "Strict"
    if value:
        response.set_cookie(_name(name), value, httponly=True, samesite=same_site, secure=request.is_secure)
    elif _name(name) in request.cookies:
        response.delete_cookie(_name(name), httponly=True, samesite=same_site, secure=request.is_secure)


def _name(name: str) -> str:
    return PREFIX + name if request.is_secure else name
