"""Access tokens of one's own: made, told once, revoked."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.accounts.errors import AccountError
from archive.accounts.values import TokenPurpose
from webui.account_wording import account_saying
from webui.reader import account
from webui.services import services

bp = Blueprint("access_tokens", __name__, url_prefix="/konto/schluessel")

#: The catalogue knows no larger numbers.
LARGEST_NUMBER = 2**63 - 1


@bp.post("")
def make() -> str | tuple[str, int]:
    """Make a token for a program and show its secret, this once."""
    own = account() or abort(403)
    try:
        made = services().archive.accounts.tokens.make(own.name, TokenPurpose.API, request.form.get("name", ""))
    except AccountError as error:
        return render_template("accounts/token.html", made=None, wrong=account_saying(error)), 400
    return render_template("accounts/token.html", made=made, wrong="")


@bp.post(f"/<int(max={LARGEST_NUMBER}):number>/widerrufen")
def revoke(number: int) -> Response:
    """Make a token good no more; one that was revoked meanwhile is no fault."""
    own = account() or abort(403)
    services().archive.accounts.tokens.revoke(own.name, number)
    return redirect(url_for("own_account.index", _anchor="tokens"), code=303)
