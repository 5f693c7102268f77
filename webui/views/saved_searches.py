"""Searches that people keep for themselves, and what is new since they were here last."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.accounts.errors import AccountError
from archive.accounts.saved_searches import LONGEST_LABEL
from webui.account_wording import account_saying
from webui.addresses import SORTS, read_request, write_request
from webui.reader import account
from webui.saved_searches import news, shown_searches
from webui.services import services
from webui.subscribing import label_of, name_of, request_of

bp = Blueprint("saved_searches", __name__)

#: The catalogue knows no larger numbers.
LARGEST_NUMBER = 2**63 - 1


@bp.get("/neues")
def newest() -> str:
    """Show what came since the reader's last visit, or last of all."""
    return render_template("saved/news.html", news=news())


@bp.get("/gespeicherte-suchen")
def index() -> str:
    """List the searches of whoever is signed in, with what is new in each."""
    entries = services().archive.accounts.saved_searches.entries(_own())
    return render_template("saved/index.html", searches=shown_searches(entries))


@bp.get("/gespeicherte-suchen/neu")
def form() -> str:
    """Ask how a search is to be called."""
    return _form(name_of(request_of(label_of(read_request(request.args)))))


@bp.post("/gespeicherte-suchen/neu")
def keep() -> Response | tuple[str, int]:
    """Keep a search."""
    label = request.form.get("name", "")
    try:
        services().archive.accounts.saved_searches.keep(_own(), label, label_of(read_request(request.args)))
    except AccountError as error:
        return _form(label, account_saying(error)), 400
    return redirect(url_for("saved_searches.index"), code=303)


@bp.get(f"/gespeicherte-suchen/<int(max={LARGEST_NUMBER}):number>")
def look(number: int) -> Response:
    """Lead to what a search finds, the newest first; what comes later is new."""
    found = services().archive.accounts.saved_searches.look(_own(), number) or abort(404)
    newest_first = next(name for name, sort in SORTS.items() if sort.value == "newest")
    address = {**write_request(request_of(found.address)), "sortierung": newest_first}
    return redirect(url_for("search.results", **address), code=303)  # type: ignore[arg-type] # parameters


@bp.post(f"/gespeicherte-suchen/<int(max={LARGEST_NUMBER}):number>/entfernen")
def forget(number: int) -> Response:
    """Keep a search no longer."""
    services().archive.accounts.saved_searches.forget(_own(), number)
    return redirect(url_for("saved_searches.index"), code=303)


def _own() -> str:
    """Return the name of the account of whoever is signed in."""
    own = account() or abort(403)
    return own.name


def _form(label: str, wrong: str = "") -> str:
    asked = request_of(label_of(read_request(request.args)))
    return render_template(
        "saved/new.html", asked=asked, named=name_of(asked), label=label, longest=LONGEST_LABEL, wrong=wrong
    )
