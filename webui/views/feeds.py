"""Feeds: what is new, for programs that look for it."""

from flask import Blueprint, Response, abort, render_template, request, url_for

from archive.accounts.errors import AccountError
from archive.accounts.values import TokenPurpose
from indexer.search.request import SearchRequest
from webui.account_wording import account_saying
from webui.addresses import read_request, write_request
from webui.atom import MEDIA_TYPE, written
from webui.bearer import act_for, bearer
from webui.interface import FEEDS
from webui.reader import account
from webui.services import services
from webui.subscribing import feed, label_of, name_of, request_of

bp = Blueprint("feeds", __name__)


@bp.get(f"{FEEDS}/suche.atom")
def public() -> Response:
    """Send the latest documents that a search finds; without a token those that are public."""
    return _sent(read_request(request.args))


@bp.get(f"{FEEDS}/eigener.atom")
def private() -> Response:
    """Send the latest documents that a search finds, to whoever has the address.

    The token stands among the parameters: unlike paths, they are in no line the server writes when something fails.
    """
    used = services().archive.accounts.tokens.use(request.args.get("schluessel", ""), TokenPurpose.FEED) or abort(404)
    act_for(used.account)
    return _sent(request_of(used.entry.label))


@bp.get("/abonnieren")
def subscribe() -> str:
    """Show how a search is subscribed to."""
    return _page("", "")


@bp.post("/abonnieren")
def make() -> str | tuple[str, int]:
    """Make an address that shows what its owner may see, and tell it this once."""
    own = account() or abort(403)
    try:
        made = services().archive.accounts.tokens.make(
            own.name, TokenPurpose.FEED, label_of(read_request(request.args))
        )
    except AccountError as error:
        return _page("", account_saying(error)), 400
    return _page(url_for("feeds.private", schluessel=made.secret, _external=True), "")


def _sent(asked: SearchRequest) -> Response:
    own_url = url_for("feeds.public", **write_request(asked), _external=True)  # type: ignore[arg-type] # parameters
    response = Response(written(feed(asked, own_url)), mimetype=MEDIA_TYPE)
    response.cache_control.no_cache = True
    if bearer():
        response.cache_control.private = True
    response.add_etag()
    response.make_conditional(request)
    return response


def _page(address: str, wrong: str) -> str:
    asked = request_of(label_of(read_request(request.args)))
    return render_template("feeds/subscribe.html", asked=asked, name=name_of(asked), address=address, wrong=wrong)
