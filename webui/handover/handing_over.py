"""Hands an archive over: a bag of originals, metadata, and pages to read them by."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from archive.handover.bag import BagWriter, new_folder
from archive.handover.extents import Extent
from webui.compose import Holdings
from webui.handover.drawing import Drawing
from webui.handover.lists import write_lists
from webui.handover.reading_pages import ReadingPages
from webui.handover.readme import NAME, readme
from webui.handover.search.index import search_index
from webui.handover.shelf import place_of_reading, shelf
from webui.handover.site import Site


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What is in the bag."""

    documents: int
    files: int
    bytes: int
    #: Code, version and checksum of each file that the store has lost or that is not what it was.
    missing: tuple[tuple[str, int, str], ...]


def hand_over(holdings: Holdings, target: Path, extent: Extent) -> HandedOver:
    """Make a bag of an archive whose documents are all read.

    Raises:
        TargetNotEmptyError: There is something at the target.
        TargetUnusableError: The bag cannot be made there.
    """
    with new_folder(target) as folder:
        bag = BagWriter(folder)
        given = holdings.archive.giving.give(bag, extent)
        drawing = Drawing()
        readings = ReadingPages(drawing)
        site = Site(bag, drawing, extent.label)
        index = search_index(holdings, extent)
        for shown in shelf(holdings, given):
            bag.write_text(shown.place, readings.page(shown))
            site.add(shown)
            index.add(shown)
        site.write(holdings)
        index.write(bag)
        write_lists(bag, given, {each.description.code: place_of_reading(each.description) for each in given.documents})
        bag.close((NAME, readme(extent)), _information(extent))
        return HandedOver(len(given.documents), bag.files, bag.size, given.missing)


def _information(extent: Extent) -> list[tuple[str, str]]:
    return [
        ("Bag-Software-Agent", f"wissensarchiv {version('wissensarchiv')}"),
        ("External-Description", f"Wissensarchiv JMD im Quartier, Umfang: {extent.label}"),
        ("Internal-Sender-Description", f"Bitte zuerst {NAME} lesen / please read {NAME} first"),
    ]
