"""Who reads by a program: a token in the Authorization header names an account (RFC 6750)."""

from flask import Flask, Response, g, request
from werkzeug.exceptions import Unauthorized

from archive.accounts.attempts import network
from archive.accounts.values import AccountEntry, TokenPurpose
from webui.interface import for_programs
from webui.limits import Costly
from webui.services import services

SCHEME = "bearer"


class InvalidTokenError(Unauthorized):
    """The token that came along is none, or was revoked."""

    def get_headers(self, *args: object, **kwargs: object) -> list[tuple[str, str]]:  # noqa: ARG002 - signature of werkzeug
        """Say which tokens are taken."""
        return [("WWW-Authenticate", 'Bearer error="invalid_token"')]


def init_app(app: Flask) -> None:
    """Let an app know whose token came along."""
    app.before_request(_recognise)
    app.after_request(_keep_apart)


def bearer() -> AccountEntry | None:
    """Return whose token came along with the current request, or None."""
    found: AccountEntry | None = g.get("bearer")
    return found


def act_for(account: AccountEntry) -> None:
    """Answer the current request as whoever an account belongs to: a token in the address named it."""
    g.bearer = account


def _recognise() -> None:
    """Find out whose token came along, and whether its owner may ask again already.

    Raises:
        InvalidTokenError: It is none, or good no more.
        TooOftenError: There were too many requests.
    """
    if not for_programs():
        return
    sent = request.headers.get("Authorization", "").strip()
    scheme, _, secret = sent.partition(" ")
    is_bearer = scheme.lower() == SCHEME and secret.strip()
    used = services().archive.accounts.tokens.use(secret.strip(), TokenPurpose.API) if is_bearer else None
    agent = used.account.agent if used else ""
    services().limits.take(Costly.PROGRAM, agent, network(request.remote_addr or ""))
    if used:
        g.bearer = used.account
    elif sent:
        raise InvalidTokenError


def _keep_apart(response: Response) -> Response:
    """Keep what one reader may see out of the answers to others."""
    if for_programs():
        response.vary.add("Authorization")
        if bearer():
            response.cache_control.private = True
    return response
