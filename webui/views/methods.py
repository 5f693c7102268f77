"""The methods: a catalogue to choose from, and the card of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.errors import UnusableLabelError
from archive.methods import Note
from webui.accesses import note_access
from webui.addresses import page_number
from webui.i18n import gettext, translated
from webui.listing import PER_PAGE, Listing
from webui.method_filters import DURATIONS, PHASES, SORTS, Judged, Wanted, count, judge, read_wanted, write_wanted
from webui.method_uses import uses
from webui.methodcards import MethodCard, method_cards
from webui.reader import agent, reader
from webui.services import services
from webui.views.documents import described_or_404

bp = Blueprint("methods", __name__, url_prefix="/methoden")

#: Characters up to which a card is set in the largest type that leaves it on one page, by the name of the type.
DENSITIES = ((1400, "roomy"), (2200, "close"), (3000, "dense"))

Answer = str | Response | tuple[str | Response, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of the catalogue."""

    listing: Listing[Judged]
    #: How many methods surely fit.
    fitting: int

    @property
    def groups(self) -> Iterator[tuple[str, list[Judged]]]:
        """What is the first not to be stated, or "" where the methods surely fit; and those methods."""
        return ((doubt, list(some)) for doubt, some in groupby(self.listing.shown, key=lambda each: each.doubt))


@bp.get("")
def index() -> str | Response:
    """Show the methods that fit what is asked for, and after them those whose papers do not say."""
    topics = [each.label for each in services().archive.vocabularies.topics()]
    wanted = read_wanted(request.args, topics)
    cards = method_cards(services().archive.methods.papers(reader().visible))
    shown = _shown(judge(cards, wanted), page_number(request.args))
    if shown.listing.page > shown.listing.pages:
        return redirect(_url(wanted, shown.listing.pages))
    return render_template(
        "methods/index.html",
        shown=shown,
        wanted=wanted,
        counted=count(cards, wanted),
        choices={
            "duration": [(value, translated(name)) for value, (_, _, name) in DURATIONS.items()],
            "phase": [(value, translated(name)) for value, name in PHASES.items()],
            "topic": [(label, label) for label in topics],
            "sort": SORTS,
        },
        url=lambda page: _url(wanted, page),
    )


@bp.get("/<code>")
def card(code: str) -> Answer:
    """Show the card of one method; what is no method paper has a page as a document."""
    return _page(code)


@bp.post("/<code>/angaben")
def say(code: str) -> Answer:
    """Keep what the coordination says of a method, and go back to its card."""
    described_or_404(code)
    names = [each.strip() for each in request.form.get("namen", "").split(",")]
    note = Note(request.form.get("kern") == "ja", tuple(each for each in names if each))
    try:
        services().archive.methods.say(code, note, agent())
    except UnusableLabelError:
        return _page(code, gettext("Bitte nennen Sie Namen, durch Komma getrennt und jeder nicht zu lang.")), 400
    return redirect(url_for("methods.card", code=code, gespeichert="ja", _anchor="note"), code=303)


def _page(code: str, wrong: str = "") -> str | Response:
    paper = services().archive.methods.paper(code, reader().visible)
    if paper is None:
        return redirect(url_for("documents.document", code=described_or_404(code).code))
    (found,) = method_cards([paper])
    used = uses(found)
    note_access(used.documents[code])
    return render_template(
        "methods/card.html",
        card=found,
        density=_density(found),
        document=used.documents[code],
        uses=used,
        experiences=services().archive.experiences.released(code),
        wrong=wrong,
    )


def _shown(judged: Sequence[Judged], page: int) -> Shown:
    first = (page - 1) * PER_PAGE
    listing = Listing(tuple(judged[first : first + PER_PAGE]), len(judged), page)
    return Shown(listing, sum(not each.unsaid for each in judged))


def _url(wanted: Wanted, page: int) -> str:
    address: dict[str, str] = {**write_wanted(wanted), **({"seite": str(page)} if page > 1 else {})}
    return url_for("methods.index", **address, _anchor="methods")  # type: ignore[arg-type] # only texts


def _density(card: MethodCard) -> str:
    """Return the type in which a card fits on one page of paper."""
    read = card.read
    if read is None:
        return DENSITIES[0][1]
    lists = (read.steps, read.variants, read.warnings, read.material, read.experience, read.preparation)
    # A line that is begun takes its place, too.
    length = sum(len(each.text) + 40 for facts in lists for each in facts)
    return next((name for most, name in DENSITIES if length <= most), "tight")
