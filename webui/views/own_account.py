"""One's own account: everything the archive holds about one, and the way out."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.accounts.errors import AccountError, WrongCredentialsError
from archive.accounts.values import TokenPurpose
from archive.journal import Asked
from archive.learning.values import ReadEntry
from webui.account_wording import account_saying
from webui.event_wording import deed
from webui.i18n import gettext
from webui.learning import ShownStep, shown
from webui.own_progress import own_site
from webui.services import services
from webui.signed_in import SignedIn, begin, end, signed_in
from webui.subscribing import name_of, request_of

bp = Blueprint("own_account", __name__, url_prefix="/konto")

#: So many of the latest events of one's own are shown; all of them are counted.
SHOWN_EVENTS = 50

#: The catalogue knows no larger numbers.
LARGEST_NUMBER = 2**63 - 1


@bp.get("")
def index() -> str:
    """Show everything the archive holds about whoever is signed in."""
    return _page()


@bp.post("/passwort")
def change_password() -> Response | tuple[str, int]:
    """Change the password; every other browser is signed out."""
    own, sign_ins = _own(), services().archive.sign_ins
    try:
        sign_ins.confirm(own.account.name, request.form.get("bisher", ""), request.remote_addr or "")
        begin(sign_ins.change_password(own.account.name, request.form.get("neu", "")))
    except AccountError as error:
        return _page(_saying(error), "password"), 400
    return redirect(url_for("own_account.index"), code=303)


@bp.post("/abmelden")
def sign_out_elsewhere() -> Response:
    """Sign every other browser out."""
    own = _own()
    services().archive.sign_ins.sign_out_elsewhere(own.account.name, own.token)
    return redirect(url_for("own_account.index"), code=303)


@bp.post(f"/abmelden/<int(max={LARGEST_NUMBER}):number>")
def sign_out_there(number: int) -> Response:
    """Sign one other browser out; one that has been signed out meanwhile is no fault."""
    services().archive.sign_ins.sign_out_there(_own().account.name, number)
    return redirect(url_for("own_account.index"), code=303)


@bp.post("/loeschen")
def delete() -> str | tuple[str, int]:
    """Delete the account with all that is kept about it."""
    own, archive = _own(), services().archive
    try:
        archive.sign_ins.confirm(own.account.name, request.form.get("passwort", ""), request.remote_addr or "")
        archive.accounts.remove(own.account.name, own.account.agent)
    except AccountError as error:
        return _page(_saying(error), "delete"), 400
    end()
    return render_template("accounts/left.html")


def _own() -> SignedIn:
    """Return who is signed in; sample accounts are everyone's, and so nobody changes them."""
    own = signed_in() or abort(403)
    if own.account.is_sample and request.method == "POST":
        abort(403)
    return own


def _saying(error: AccountError) -> str:
    """Put into words what is wrong; of one's own account only the password can be mistyped."""
    return gettext("Das Passwort stimmt nicht.") if isinstance(error, WrongCredentialsError) else account_saying(error)


def _page(wrong: str = "", where: str = "") -> str:
    own = signed_in() or abort(403)
    archive = services().archive
    asked = Asked(agents={own.account.agent})
    tokens = archive.accounts.tokens.entries(own.account.name)
    number_of_events, number_of_accesses = archive.journal.totals(asked)
    return render_template(
        "accounts/own.html",
        account=own.account,
        searches=archive.accounts.saved_searches.entries(own.account.name),
        sessions=archive.sign_ins.sessions(own.account.name, own.token),
        events=[(each, deed(each)) for each in archive.journal.events(asked, SHOWN_EVENTS)],
        number_of_events=number_of_events,
        read_steps=_read_steps(own.account.agent),
        own_site=_label(own_site()),
        number_of_accesses=number_of_accesses,
        tokens=[(each, each.label) for each in tokens if each.purpose is TokenPurpose.API],
        feeds=[(each, name_of(request_of(each.label))) for each in tokens if each.purpose is TokenPurpose.FEED],
        wrong=wrong,
        where=where,
    )


def _read_steps(agent: str) -> list[tuple[str, ShownStep, ReadEntry]]:
    """Return the title of the path, the step, and when it was read, for every step somebody has read."""
    learning = services().archive.learning
    read = learning.progress.read(agent)
    if not read:
        return []
    paths = shown(learning.paths.entries(), read)
    steps = ((path.entry.title, step) for path in paths for step in path.steps)
    return [(title, step, read[step.entry.number]) for title, step in steps if step.is_read]


def _label(key: str) -> str:
    return next((each.label for each in services().archive.vocabularies.sites() if each.key == key), "") if key else ""
