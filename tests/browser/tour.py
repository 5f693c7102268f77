"""A tour of every page, taken from the app's own map of addresses: a new page is on it without being asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Flask
from werkzeug.routing import Rule

from webui.access import NEEDED
from webui.desk import LEADS_TO

#: Endpoint → why its address answers no page. That it answers none is tested.
NOT_PAGES: Mapping[str, str] = {
    "static": "a style sheet, a script or a picture",
    "api.openapi": "for programs: the description of the interface",
    "agreements.table": "for programs: a spreadsheet",
    "agreements.deadlines": "for programs: a calendar",
    "meetings.appointment": "for programs: a calendar",
    "meetings.files": "a pack of files",
    "events.export": "for programs: a spreadsheet",
    "feeds.public": "for programs: a feed",
    "feeds.private": "for programs: a feed, for whoever has a token",
    "completions.completions": "for the search box: completions",
    "uploads.state": "for the page of a batch: how far it is",
    "documents.original": "the file as it was taken in",
    "page_pictures.image": "a picture",
    "information.favicon": "a picture",
    "health.live": "for programs: whether the server runs",
    "health.ready": "for programs: whether the server can answer",
    "saved_searches.look": "leads on to the search that was saved",
}

#: Endpoint → further states of its page worth looking at, as what follows the address.
STATES: Mapping[str, tuple[str, ...]] = {
    "start.index": ("?mein-standort=gotha",),
    "search.results": (
        "?q=graffiti&standort=Hamburg",
        "?q=grafitti+prävenzion",
        "?q=xyzzyq&jahr=2019",
        "?q=graffiti&lang=en",
    ),
    "methods.index": ("?dauer=120&personen=12&alter=9",),
    "agreements.index": ("?q=graffiti&wer=hamburg&sortierung=frist", "?q=xyzzyq"),
    "learning.path": ("?gelesen=5.6",),
    "documents.document": ("?q=graffiti",),
    "synonyms.index": ("?woerter=Fahrrad,Drahtesel",),
    "paths.path": ("?suche=Nadelmethode",),
}

#: Endpoint → what its address needs to be more than an empty form.
ASKING: Mapping[str, str] = {
    "feeds.subscribe": "?q=graffiti",
    "saved_searches.form": "?q=graffiti",
    "vocabularies.ask_to_merge": "?mit=peine",
}

#: Pages everybody reads, on which the coordination finds more than others.
MORE_FOR_THE_COORDINATION = (
    "start.index",
    "search.results",
    "documents.document",
    "following.became",
    "methods.card",
    "topics.topic",
    "meetings.meeting",
    "learning.index",
)


@dataclass(frozen=True, slots=True)
class Values:
    """What is put into the variable parts of addresses."""

    #: Name of a part → value, wherever an endpoint has none of its own.
    usual: Mapping[str, str | int]
    #: Endpoint → values of its own; several, where its pages are of several kinds.
    own: Mapping[str, tuple[Mapping[str, str | int], ...]]


@dataclass(frozen=True, slots=True)
class Tour:
    """The addresses of an app's pages."""

    app: Flask
    values: Values

    def open_to_all(self) -> tuple[str, ...]:
        """Return the addresses of the pages that anyone may open."""
        return tuple(self._paths(rule for rule in self.pages() if not _is_closed(rule.endpoint)))

    def of_the_coordination(self) -> tuple[str, ...]:
        """Return those that only some may open, and those that show the coordination more than others."""
        closed = [rule for rule in self.pages() if _is_closed(rule.endpoint)]
        more = [rule for rule in self.pages() if rule.endpoint in MORE_FOR_THE_COORDINATION]
        return tuple(self._paths(iter([*closed, *more])))

    def pages(self) -> list[Rule]:
        """Return the rules that answer pages: all one can ask for, but for what programs read."""
        return [rule for rule in self._rules() if not is_for_programs(rule.endpoint)]

    def others(self) -> list[str]:
        """Return the addresses that are said to answer no page."""
        return list(self._paths(rule for rule in self._rules() if is_for_programs(rule.endpoint)))

    def _rules(self) -> list[Rule]:
        return [rule for rule in self.app.url_map.iter_rules() if "GET" in (rule.methods or ())]

    def _paths(self, rules: Iterator[Rule]) -> Iterator[str]:
        addresses = self.app.url_map.bind("localhost")
        for rule in rules:
            chosen = [{**self.values.usual, **own} for own in self.values.own.get(rule.endpoint, ({},))]
            parts = [{name: each[name] for name in rule.arguments} for each in chosen]
            built = [addresses.build(rule.endpoint, each) for each in parts]
            yield from (path + ASKING.get(rule.endpoint, "") for path in built)
            yield from (built[0] + state for state in STATES.get(rule.endpoint, ()))


def is_for_programs(endpoint: str) -> bool:
    """Tell whether an endpoint answers no page."""
    return endpoint in NOT_PAGES or (endpoint.startswith("api.") and endpoint != "api.explanation")


def _is_closed(endpoint: str) -> bool:
    return endpoint in NEEDED or endpoint in LEADS_TO
