"""The pages of a hand-over: lists of all there is, and the search. They open from a folder, without a server."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter

from archive.entries import MeetingEntry, SiteEntry, TopicEntry
from archive.handover.bag import BagWriter
from archive.values import Description, DocumentKind
from webui.compose import Holdings
from webui.handover.drawing import Drawing, link
from webui.handover.entries import Agreement, Entry, agreements, by_year, in_order
from webui.handover.lists import write_table
from webui.handover.reading_pages import ASSETS, STYLES
from webui.handover.shelf import Shown
from webui.i18n import days, gettext, translated

FOLDER = "seite"

#: The archive's own style sheets that these pages use, in their order.
SHEETS = ("tokens", "base", "frame", "controls", "cards", "search", "document", "print")

SCRIPTS = ("schreibweisen.js", "rangfolge.js", "suche.js")

#: Meetings that stand on the first page.
SHOWN_MEETINGS = 8

#: Entries on one page: more take a browser long, and a reader longer.
LONGEST_LIST = 500

REGISTER = ("Art", "Was", "Wer", "Bis wann", "Stand", "Quelle", "Kennung", "Stelle")


@dataclass
class Site:
    """Gathers what the pages list while documents pass by, and writes them in the end."""

    bag: BagWriter
    drawing: Drawing
    #: What is handed over, in a word.
    extent: str
    _documents: list[Description] = field(default_factory=list)
    _agreed: list[Agreement] = field(default_factory=list)

    def add(self, shown: Shown) -> None:
        """Let a document pass by."""
        self._documents.append(shown.document)
        self._agreed += agreements(shown)

    def write(self, holdings: Holdings) -> None:
        """Write all pages."""
        archive = holdings.archive
        self._write_assets()
        self._write_years()
        self._write_meetings(archive.vocabularies.meetings())
        self._write_sites(archive.vocabularies.sites())
        self._write_topics(archive.vocabularies.topics(), lambda key: archive.curation.dossiers.of(key).introduction)
        papers = [each for each in self._documents if each.kind is DocumentKind.METHODENPAPIER]
        self._list("methoden", Listing(gettext("Methoden"), {"": in_order(papers)}))
        self._write_register()
        self._write_index(archive.vocabularies.meetings())

    def _write_assets(self) -> None:
        sheets = [(STYLES / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS]
        own = (ASSETS / "seite.css").read_text(encoding="utf-8")
        self.bag.write_text(f"{FOLDER}/seite.css", "\n".join([*sheets, own]).replace("../quarter.svg", ""))
        for name in SCRIPTS:
            self.bag.copy(f"{FOLDER}/{name}", ASSETS / name)

    def _write_years(self) -> None:
        years = by_year(self._documents)
        for year, entries in years.items():
            heading = gettext("Dokumente %(year)s", year=year)
            self._list(f"dokumente/{_slug(year)}", Listing(heading, {"": entries}))
        overview = [
            Entry(year, f"{FOLDER}/dokumente/{_slug(year)}.html", _count(len(entries)))
            for year, entries in years.items()
        ]
        self._list("dokumente", Listing(gettext("Dokumente"), {gettext("Nach Jahren"): tuple(overview)}))

    def _write_meetings(self, meetings: Iterable[MeetingEntry]) -> None:
        own = _by(self._documents, lambda each: [each.meeting.key] if each.meeting else [])
        latest_first = sorted(meetings, key=lambda each: each.start, reverse=True)
        for each in latest_first:
            facts = [(gettext("Art"), translated(each.kind)), (gettext("Datum"), days(each.start, each.end))]
            facts += [(gettext("Tagungsort"), each.place), (gettext("Motto"), each.motto)]
            said = [gettext("Beispiel – dieses Treffen ist erfunden")] if each.is_sample else []
            entries = {gettext("Dokumente"): in_order(own[each.key])}
            self._list(f"treffen/{each.key}", Listing(each.title, entries, facts, said))
        listed = tuple(self._meeting_entry(each, len(own[each.key])) for each in latest_first)
        self._list("treffen", Listing(gettext("Treffen"), {"": listed}))

    def _write_sites(self, sites: Iterable[SiteEntry]) -> None:
        own = _by(self._documents, lambda each: each.sites)
        entries = []
        for each in sites:
            facts = [(gettext("Bundesland"), each.federal_state), (gettext("Quartiere"), ", ".join(each.quarters))]
            facts += [(gettext("Träger"), each.carrier), (gettext("Beleg"), each.evidence.value)]
            documents = {gettext("Dokumente"): in_order(own[each.label])}
            said = [each.note] if each.note else []
            self._list(f"standorte/{each.key}", Listing(each.label, documents, facts, said))
            origin = ", ".join(filter(None, (each.federal_state, _count(len(own[each.label])))))
            entries.append(Entry(each.label, f"{FOLDER}/standorte/{each.key}.html", origin))
        self._list("standorte", Listing(gettext("Standorte"), {"": tuple(entries)}))

    def _write_topics(self, topics: Iterable[TopicEntry], introduction: Callable[[str], str]) -> None:
        own = _by(self._documents, lambda each: each.topics)
        entries = []
        for each in topics:
            said = [part for part in introduction(each.key).split("\n\n") if part.strip()]
            documents = {gettext("Dokumente"): in_order(own[each.label])}
            self._list(f"themen/{each.key}", Listing(each.label, documents, said=said))
            entries.append(Entry(each.label, f"{FOLDER}/themen/{each.key}.html", _count(len(own[each.label]))))
        self._list("themen", Listing(gettext("Handlungsfelder"), {"": tuple(entries)}))

    def _write_register(self) -> None:
        latest_first = sorted(self._agreed, key=lambda each: (each.day or date.min, each.source), reverse=True)
        overview = []
        for year, run in groupby(latest_first, key=lambda each: each.year):
            rows = list(run)
            groups = {source: list(own) for source, own in groupby(rows, key=lambda each: each.source)}
            heading = gettext("Beschlüsse und Aufgaben %(year)s", year=year)
            self._list(f"beschluesse/{_slug(year)}", Listing(heading, groups), "register")
            count = gettext("Beschlüsse und Aufgaben: %(count)s", count=str(len(rows)))
            overview.append(Entry(year, f"{FOLDER}/beschluesse/{_slug(year)}.html", count))
        heading = gettext("Beschlüsse und Aufgaben")
        self._list("beschluesse", Listing(heading, {gettext("Nach Jahren"): tuple(overview)}))
        cells = ((e.kind, e.what, e.who, e.due, e.state, e.source, e.code, e.place) for e in latest_first)
        write_table(self.bag, "beschluesse-und-aufgaben", REGISTER, cells)

    def _write_index(self, meetings: Iterable[MeetingEntry]) -> None:
        own = _by(self._documents, lambda each: [each.meeting.key] if each.meeting else [])
        told = sorted((each for each in meetings if own[each.key]), key=lambda each: each.start, reverse=True)
        values = {
            "documents": str(len(self._documents)),
            "meetings": str(len(told)),
            "samples": any(each.is_sample for each in self._documents),
            "newest": [self._meeting_entry(each, len(own[each.key])) for each in told[:SHOWN_MEETINGS]],
        }
        self._page("index", "index", "index", values)

    def _meeting_entry(self, meeting: MeetingEntry, documents: int) -> Entry:
        origin = f"{days(meeting.start, meeting.end)}, {_count(documents)}"
        return Entry(meeting.title, f"{FOLDER}/treffen/{meeting.key}.html", origin, meeting.is_sample)

    def _list(self, name: str, listing: "Listing", template: str = "list") -> None:
        """Write a list, on several pages where it is long."""
        items = [(heading, each) for heading, own in listing.entries.items() for each in own]
        portions = [items[start : start + LONGEST_LIST] for start in range(0, max(1, len(items)), LONGEST_LIST)]
        names = [name, *(f"{name}_{number}" for number in range(2, len(portions) + 1))]
        stated = {
            "heading": listing.heading,
            "facts": [(label, value) for label, value in listing.facts if value],
            "paragraphs": listing.said,
        }
        for number, portion in enumerate(portions):
            groups = [(heading, [each for _, each in own]) for heading, own in groupby(portion, key=itemgetter(0))]
            ways = {"before": names[number - 1] if number else "", "after": (*names, "")[number + 1]}
            self._page(names[number], template, name.partition("/")[0], {**stated, **ways, "groups": groups})

    def _page(self, name: str, template: str, here: str, values: Mapping[str, object]) -> None:
        place = f"{FOLDER}/{name}.html"
        frame = {"before": "", "after": "", "here": here, "extent": self.extent, "to": partial(_to, place)}
        self.bag.write_text(place, self.drawing.page(template, {**frame, **values}))


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that says something and lists entries."""

    heading: str
    #: Under their headings, "" where there is none.
    entries: Mapping[str, Sequence[Entry | Agreement]]
    facts: Sequence[tuple[str, str]] = ()
    said: Sequence[str] = ()


def _to(page: str, place: str) -> str:
    return link(place, page)


def _by(
    documents: Iterable[Description], keys: Callable[[Description], Iterable[str]]
) -> Mapping[str, list[Description]]:
    """Return documents by what they are about."""
    found: defaultdict[str, list[Description]] = defaultdict(list)
    for each in documents:
        for key in keys(each):
            found[key].append(each)
    return found


def _count(number: int) -> str:
    return gettext("Dokumente: %(count)s", count=str(number))


def _slug(year: str) -> str:
    return year.replace(" ", "-")
