"""Signing in and out."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.accounts.errors import AccountError, TooManyAttemptsError
from webui.account_wording import account_saying
from webui.once_more import carried
from webui.onward import onward
from webui.services import services
from webui.signed_in import begin, end, signed_in

bp = Blueprint("signing_in", __name__)


@bp.get("/anmelden")
def form() -> str | Response:
    """Show the form, or to someone who is signed in the own account."""
    if signed_in():
        return redirect(url_for("own_account.index"), code=303)
    return _form(request.args.get("weiter", ""))


@bp.post("/anmelden")
def sign_in() -> str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Begin a session, and go on to where its owner wanted to go; a form that came along is shown for sending."""
    name, password = request.form.get("konto", ""), request.form.get("passwort", "")
    further = request.form.get("weiter", "")
    try:
        token = services().archive.sign_ins.sign_in(name, password, request.remote_addr or "")
    except TooManyAttemptsError as error:
        return _form(further, name, account_saying(error)), 429, {"Retry-After": str(error.wait)}
    except AccountError as error:
        return _form(further, name, account_saying(error)), 400
    begin(token)
    typed = carried()
    if typed:
        return render_template("accounts/once_more.html", typed=typed)
    return redirect(onward(further), code=303)


@bp.post("/abmelden")
def sign_out() -> Response:
    """End the session, and go to the start page."""
    end()
    return redirect(url_for("start.index"), code=303)


def _form(further: str, name: str = "", wrong: str = "") -> str:
    return render_template("accounts/sign_in.html", further=onward(further), name=name, wrong=wrong, typed=carried())
