"""Everyone's accounts: inviting people, and taking their accounts away."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.accounts.errors import AccountError, UnknownAccountError
from archive.accounts.values import AccountEntry, Invitation
from archive.rights import Role
from webui.account_wording import account_saying
from webui.reader import agent
from webui.services import services

bp = Blueprint("accounts", __name__, url_prefix="/konten")


@bp.get("")
def index() -> str:
    """List the accounts, with the form to invite someone."""
    return _page()


@bp.post("")
def invite() -> str | tuple[str, int]:
    """Invite someone, and show the link to hand over; it is shown once."""
    name = request.form.get("konto", "")
    role = _role()
    try:
        return _page(services().archive.accounts.invite(name, role, agent()))
    except AccountError as error:
        return _page(name=name, wrong=account_saying(error)), 400


@bp.post("/<name>/link")
def renew(name: str) -> str:
    """Make a new link for someone who has forgotten the password, or lost the invitation."""
    return _page(services().archive.accounts.renew(_account(name).name, agent()))


@bp.post("/<name>/rolle")
def change_role(name: str) -> Response | tuple[str, int]:
    """Give an account another role, and go back to the list."""
    account = _account(name)
    try:
        services().archive.accounts.change_role(account.name, _role(), agent())
    except AccountError as error:
        return _page(wrong_role=account_saying(error)), 400
    return redirect(url_for("accounts.index"), code=303)


@bp.get("/<name>/entfernen")
def ask_to_remove(name: str) -> str:
    """Ask whether an account is really to be removed."""
    return render_template("accounts/remove.html", account=_account(name), wrong="")


@bp.post("/<name>/entfernen")
def remove(name: str) -> Response | tuple[str, int]:
    """Remove an account, and go back to the list."""
    account = _account(name)
    try:
        services().archive.accounts.remove(account.name, agent())
    except UnknownAccountError:
        pass  # someone else was quicker, and it is gone
    except AccountError as error:
        return render_template("accounts/remove.html", account=account, wrong=account_saying(error)), 400
    return redirect(url_for("accounts.index"), code=303)


def _role() -> Role:
    try:
        return Role(request.form.get("rolle", ""))
    except ValueError:
        abort(400)


def _account(name: str) -> AccountEntry:
    """Return the account of a name, or answer that there is none; sample accounts are everyone's and stay."""
    entries = services().archive.accounts.entries()
    return next((each for each in entries if each.name == name and not each.is_sample), None) or abort(404)


def _page(invitation: Invitation | None = None, name: str = "", wrong: str = "", wrong_role: str = "") -> str:
    return render_template(
        "accounts/index.html",
        accounts=services().archive.accounts.entries(),
        open_links=services().archive.accounts.open_links(),
        roles=list(Role),
        invitation=invitation,
        name=name,
        wrong=wrong,
        wrong_role=wrong_role,
    )
