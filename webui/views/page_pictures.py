"""A page of a document as it is printed, beside its text."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for

from archive.errors import ArchiveError
from archive.values import Description
from indexer.extraction.errors import ChildStartError, UnreadableError
from indexer.extraction.picture import PagePicture
from webui.addresses import read_request
from webui.marked_places import marked_places
from webui.page_pictures import is_drawn
from webui.reader import reader
from webui.reading import Leaf, lay_out
from webui.services import services
from webui.views.documents import described_or_404, marker

bp = Blueprint("page_pictures", __name__, url_prefix="/dokumente/<code>/seiten")

#: Names of sizes → pixels across: beside the text, to read every letter, to find one's way.
WIDTHS = {"normal": 1200, "gross": 2200, "klein": 160}

#: Pages shown small on either side of the current one.
AROUND = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is in a document: pages counted from 1."""

    number: int
    pages: int
    #: Numbers of pages on which what the reader looks for stands.
    found: tuple[int, ...]

    @property
    def near(self) -> range:
        """The pages around this one."""
        return range(max(1, self.number - AROUND), min(self.pages, self.number + AROUND) + 1)

    @property
    def found_before(self) -> int | None:
        """The nearest page before this one that has what the reader looks for."""
        return max((each for each in self.found if each < self.number), default=None)

    @property
    def found_after(self) -> int | None:
        """The nearest page after this one that has it."""
        return min((each for each in self.found if each > self.number), default=None)


@bp.get("/<int:number>")
def page(code: str, number: int) -> str:
    """Show a page's picture with the words of a query marked on it, and its text beside."""
    described = described_or_404(code)
    asked = replace(read_request(request.args), reader=reader())
    mark = marker(asked)
    leaves = lay_out(services().texts.passages(code), mark)
    pages = page_count(described)
    if not 1 <= number <= pages:
        abort(404)
    size = "gross" if request.args.get("groesse") == "gross" else "normal"
    picture = drawn(described, number, size)
    read_in_picture = services().texts.words(described.checksum, number)
    return render_template(
        "documents/page.html",
        document=described,
        query=asked.query,
        place=Place(number, pages, tuple(leaf.number for leaf in leaves if has_match(leaf))),
        leaf=next((leaf for leaf in leaves if leaf.number == number), None),
        picture=picture,
        marks=marked_places((*picture.words, *read_in_picture), mark) if picture else (),
        size=size,
        image_url=image_url,
    )


@bp.get("/<int:number>/bild")
def image(code: str, number: int) -> Response:
    """Send a page's picture as WebP, in the size ``?groesse=`` names."""
    described = described_or_404(code)
    picture = drawn(described, number, request.args.get("groesse", "normal")) or abort(404)
    response = make_response(picture.image)
    response.mimetype = "image/webp"
    return response


def image_url(document: Description, number: int, size: str) -> str:
    """Return the address of a page's picture; it changes with the document's file."""
    return url_for("page_pictures.image", code=document.code, number=number, groesse=size, stand=document.checksum[:12])


def page_count(document: Description) -> int:
    """Return how many pages of a document can be drawn; 0 until it has been read."""
    reading = services().texts.reading(document.checksum)
    return max(reading.pages, 1) if reading and is_drawn(document.media_type) else 0


def drawn(document: Description, number: int, size: str) -> PagePicture | None:
    """Return a page's picture, or None where it cannot be drawn: its text can still be read."""
    width = WIDTHS.get(size) or abort(404)
    if not is_drawn(document.media_type):
        return None
    try:
        path = services().archive.path(document.checksum)
        return services().page_pictures.picture(path, document.checksum, document.media_type, number, width)
    except (ArchiveError, UnreadableError, ChildStartError):
        return None


def has_match(leaf: Leaf) -> bool:
    """Tell whether what the reader looks for stands on a page."""
    return any(stretch.matched for section in leaf.sections for stretch in section.stretches)
