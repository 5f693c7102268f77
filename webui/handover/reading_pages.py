"""The Lesefassungen in a bag: each a page of its own that needs no other file and runs nothing."""

from pathlib import Path

from markupsafe import Markup

from indexer.search.presenting import unmarked
from webui.abbreviations import abbreviations_in
from webui.handover.drawing import Drawing, link
from webui.handover.shelf import Shown
from webui.reading import contents, lay_out
from webui.wording import reading_notice

ASSETS = Path(__file__).parent / "assets"
STYLES = Path(__file__).parents[1] / "static" / "css"

#: Where the pages begin, within the payload.
INDEX = "seite/index.html"


class ReadingPages:
    """Draws Lesefassungen."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        tokens = (STYLES / "tokens.css").read_text(encoding="utf-8")
        self._style = tokens + (ASSETS / "lesefassung.css").read_text(encoding="utf-8")

    def page(self, shown: Shown) -> str:
        """Return the Lesefassung of a document."""
        leaves = lay_out(shown.passages, unmarked)
        place = shown.place
        return self._drawing.page(
            "reading",
            {
                "style": Markup(self._style),  # noqa: S704 - two style sheets of our own
                "document": shown.document,
                "leaves": leaves,
                "contents": contents(leaves),
                "notice": reading_notice(shown.reading) if shown.reading else None,
                "recognised": shown.reading is not None and shown.reading.has_recognised,
                "agreements": {id_: each for id_, each in shown.agreed.items() if each.is_by_hand},
                "abbreviations": abbreviations_in(each.text for each in shown.passages),
                "index": link(INDEX, place),
                "original": link(shown.original, place) if shown.original else "",
            },
        )
