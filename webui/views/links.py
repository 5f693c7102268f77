"""One-time links: setting a password, for the first account with a name."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.accounts.errors import AccountError, LinkUsedError
from archive.accounts.values import LinkEntry
from webui.account_wording import account_saying
from webui.services import services
from webui.signed_in import begin

bp = Blueprint("links", __name__, url_prefix="/einladung")


@bp.get("/<token>")
def form(token: str) -> str | tuple[str, int]:
    """Show the form; the link stays good until it is sent."""
    try:
        link = services().archive.accounts.link(token)
    except LinkUsedError as error:
        return _used(error)
    return _form(token, link)


@bp.post("/<token>")
def follow(token: str) -> Response | tuple[str, int]:
    """Set the password and sign in with it."""
    accounts = services().archive.accounts
    name, password = request.form.get("konto", ""), request.form.get("passwort", "")
    try:
        link = accounts.link(token)
    except LinkUsedError as error:
        return _used(error)
    try:
        begin(accounts.follow(token, password, name))
    except AccountError as error:
        return _form(token, link, name, account_saying(error)), 400
    return redirect(url_for("own_account.index"), code=303)


def _form(token: str, link: LinkEntry, name: str = "", wrong: str = "") -> str:
    return render_template("accounts/set_password.html", token=token, link=link, name=name, wrong=wrong)


def _used(error: LinkUsedError) -> tuple[str, int]:
    is_first = not services().archive.accounts.has_coordination()
    return render_template("accounts/link_used.html", saying=account_saying(error), is_first=is_first), 404
