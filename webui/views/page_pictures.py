"""A page of a document as it is printed, beside its text."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for

from archive.values import Description
from webui.abbreviations import Explaining
from webui.addresses import read_request
from webui.marked_places import marked_places
from webui.printed import Hit, Printed, printed
from webui.reader import reader
from webui.reading import lay_out
from webui.services import services
from webui.views.documents import described_or_404, marker

bp = Blueprint("page_pictures", __name__, url_prefix="/dokumente/<code>/seiten")

#: Names of sizes → pixels across: beside the text, to read every letter, to find one's way.
WIDTHS = {"normal": 1200, "gross": 2200, "klein": 160}

#: Pages shown small on either side of the current one.
AROUND = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is in a document: pages and hits counted from 1."""

    number: int
    pages: int
    hits: tuple[Hit, ...]
    #: Of the hit one looks at; 0 where none is on this page.
    hit: int

    @property
    def near(self) -> range:
        """The pages around this one."""
        return range(max(1, self.number - AROUND), min(self.pages, self.number + AROUND) + 1)

    @property
    def found(self) -> frozenset[int]:
        """Pages on which what the reader looks for stands."""
        return frozenset(each.page for each in self.hits)

    @property
    def current(self) -> Hit | None:
        """The hit one looks at."""
        return self.hits[self.hit - 1] if self.hit else None

    @property
    def hit_before(self) -> int:
        """The hit before the current one or this page; 0 if there is none."""
        before = (place for place, each in enumerate(self.hits, start=1) if each.page < self.number)
        return self.hit - 1 if self.hit else max(before, default=0)

    @property
    def hit_after(self) -> int:
        """The hit after the current one or this page; 0 if there is none."""
        after = (place for place, each in enumerate(self.hits, start=1) if each.page > self.number)
        return (self.hit + 1) % (len(self.hits) + 1) if self.hit else min(after, default=0)


@bp.get("/<int:number>")
def page(code: str, number: int) -> str:
    """Show a page's picture with the words of a query marked on it, and its text beside."""
    described = described_or_404(code)
    pages = printed(described, services().texts.reading(described.checksum)) or abort(404)
    if not 1 <= number <= pages.pages:
        abort(404)
    asked = replace(read_request(request.args), reader=reader())
    mark = marker(asked)
    size = "gross" if request.args.get("groesse") == "gross" else "normal"
    placed = pages.placed(services().texts.passages(code))
    picture = pages.picture(number, WIDTHS[size])
    return render_template(
        "documents/page.html",
        document=described,
        query=asked.query,
        place=_place(number, pages, pages.hits(placed, mark)),
        leaf=next(iter(lay_out((each for each in placed if each.page == number), mark)), None),
        explaining=Explaining(),
        pages=pages,
        picture=picture,
        marks=marked_places(picture.words, mark) if picture else (),
        size=size,
        image_url=image_url,
    )


@bp.get("/<int:number>/bild")
def image(code: str, number: int) -> Response:
    """Send a page's picture as WebP, in the size ``?groesse=`` names."""
    described = described_or_404(code)
    width = WIDTHS.get(request.args.get("groesse", "normal")) or abort(404)
    pages = printed(described, services().texts.reading(described.checksum)) or abort(404)
    picture = pages.picture(number, width) or abort(404)
    response = make_response(picture.image)
    response.mimetype = "image/webp"
    return response


def image_url(document: Description, number: int, size: str) -> str:
    """Return the address of a page's picture; it changes with the document's file."""
    return url_for("page_pictures.image", code=document.code, number=number, groesse=size, stand=document.checksum[:12])


def _place(number: int, pages: Printed, hits: tuple[Hit, ...]) -> Place:
    """Return where one is: at the hit that was asked for, or else the first on the page."""
    here = [place for place, each in enumerate(hits, start=1) if each.page == number]
    asked = request.args.get("stelle", 0, type=int)
    return Place(number, pages.pages, hits, asked if asked in here else next(iter(here), 0))
