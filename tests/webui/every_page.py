"""An address of every page that can be read, its variable parts filled with what an archive holds.

Pages are read by someone of the coordination, who sees the most, and for whom there is one of everything.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from flask import Flask
from werkzeug.routing import Rule

from archive.accounts.errors import AccountExistsError
from archive.accounts.values import TokenPurpose
from archive.archive import Archive, Submission
from archive.batches import Arrival
from archive.formats import PDF
from archive.learning.values import PathEntry
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.index.texts import Texts
from tests.webui.people import Person, person
from webui.services import Services

#: Drafts that were brought together: as many files as after a meeting.
DRAFTS = 12

#: Things of one sort that are shown in turn.
MOST = 50

#: Whom the coordination has invited.
INVITED = "Neu Muster"

#: Endpoint → its query strings, in turn; others are asked without.
ASKED: Mapping[str, tuple[str, ...]] = {
    "agreements.index": ("", "q=jugend", "stand=nicht+dokumentiert&sortierung=frist", "thema=Kultur&seite=2"),
    "completions.completions": ("q=gra", "q=jugend", "q=standort"),
    "methods.index": ("", "dauer=120&personen=12&alter=12", "dauer=30&phase=ideen&sortierung=kurz", "seite=2"),
    "vocabularies.ask_to_merge": ("mit=peine",),
}

#: Endpoints that show nothing of the holdings.
APART = frozenset({"static", "information.favicon", "health.live", "health.ready"})

#: Endpoints that send what is saved or is a part of a page, and why the budget of pages does not hold for them.
FILES: Mapping[str, str] = {
    "agreements.table": "a whole list to be saved, sent piece by piece",
    "agreements.deadlines": "a whole calendar to be saved",
    "events.export": "a whole list to be saved, sent piece by piece",
    "meetings.appointment": "a calendar to be saved",
    "meetings.files": "files to be saved",
    "documents.original": "a file to be saved",
    "api.original": "a file to be saved",
    "page_pictures.image": "a picture",
}

Parts = Mapping[str, str | int]


class Keyed(Protocol):
    """What has a page named by its key."""

    @property
    def key(self) -> str:
        """A slug."""


@dataclass(frozen=True, slots=True)
class Coordination:
    """Someone of the coordination with everything that has a page of its own."""

    client: Person
    #: Tokens of addresses: of an invitation, of a feed of its own.
    invitation: str
    feed: str


def coordination(services: Services, queries: Iterable[str]) -> Coordination:
    """Return someone of the coordination who reads by a program, too, keeps searches and has begun to learn."""
    client, name = person(services, Role.COORDINATION), f"{Role.COORDINATION.value} Muster"
    accounts, learning = services.archive.accounts, services.archive.learning
    own = next(each for each in accounts.entries() if each.name == name)
    for token in accounts.tokens.entries(name):
        accounts.tokens.revoke(name, token.number)
    client.environ_base["HTTP_AUTHORIZATION"] = (
        f"Bearer {accounts.tokens.make(name, TokenPurpose.API, 'Programm').secret}"
    )
    feed = accounts.tokens.make(name, TokenPurpose.FEED, "q=graffiti").secret
    for query in itertools.islice(queries, 3):
        accounts.saved_searches.keep(name, query, f"q={query}")
    learning.progress.choose_site(own.agent, services.archive.vocabularies.sites()[0].key)
    for step in itertools.islice((step for path in learning.paths.entries() for step in path.steps), 3):
        learning.progress.mark(own.agent, step.number)
    with suppress(AccountExistsError):  # was invited before
        accounts.invite(INVITED, Role.STAFF)
    return Coordination(client, accounts.renew(INVITED).token, feed)


def bring_drafts(archive: Archive, folder: Path, texts: Iterable[str]) -> None:
    """Bring some drafts together, one a text, as an upload does; once an archive."""
    if archive.batches.entries():
        return
    key = archive.batches.begin("")
    for number, text in enumerate(itertools.islice(texts, DRAFTS), start=1):
        path, name = folder / "offered.txt", f"entwurf-{number}.txt"
        path.write_text(text, encoding="utf-8")
        receipt = archive.take_in(Submission(path, name, Details(visibility=Visibility.DRAFT)))
        archive.batches.add(key, [Arrival(name, receipt.status, receipt.code)])


class Addresses:
    """Addresses of pages that exist."""

    def __init__(self, archive: Archive, texts: Texts, reader: Coordination, queries: Iterable[str]) -> None:
        self._archive, self._texts, self._reader = archive, texts, reader
        self._queries = tuple(f"q={query}" for query in queries)
        self._values: dict[str, Iterator[Parts]] = {}

    def of(self, app: Flask, rule: Rule, times: int) -> list[str]:
        """Return as many addresses of a page, or raise KeyError for a part nobody knows a value for."""
        asked = {
            **ASKED,
            "search.results": self._queries,
            "feeds.private": (f"schluessel={self._reader.feed}",),
            "feeds.public": self._queries,
            "api.search": self._queries,
        }
        queries = itertools.cycle(asked.get(rule.endpoint, ("",)))
        builder = app.url_map.bind("localhost")
        paths = [builder.build(rule.endpoint, dict(self._parts(rule))) for _ in range(times)]
        return [f"{path}?{next(queries)}".removesuffix("?") for path in paths]

    def _parts(self, rule: Rule) -> Parts:
        """Return the next values of a page's variable parts."""
        if not rule.arguments:
            return {}
        if rule.endpoint not in self._values:
            made = self._own().get(rule.endpoint) or self._common().get(_names(rule))
            found = list(itertools.islice(made(), MOST)) if made else []
            if not found:
                raise KeyError(_names(rule))
            self._values[rule.endpoint] = itertools.cycle(found)
        return next(self._values[rule.endpoint])

    def _common(self) -> Mapping[str, Callable[[], Iterable[Parts]]]:
        """Return what makes values, by the names of the parts."""
        return {
            "code": self._codes,
            "code passage": self._passages,
            "passage": lambda: _each("passage", (each.passage for each in self._texts.agreements.every())),
            "code number": self._pages,
            "token": lambda: [{"token": self._reader.invitation}],
            "name": lambda: [{"name": INVITED}],
            "gap": lambda: _each("gap", ("ohne-treffen", "ohne-text", "ohne-standort")),
            "address": lambda: _each("address", ("standorte", "treffen", "schlagworte")),
            "address key": lambda: (
                {"address": "standorte", "key": each.key} for each in self._archive.vocabularies.sites()[:5]
            ),
        }

    def _own(self) -> Mapping[str, Callable[[], Iterable[Parts]]]:
        """Return what makes values for pages whose parts say less than their names."""
        archive, held = self._archive, self._archive.vocabularies
        meetings = (
            archive.vocabularies.meetings,
            ("meetings.meeting", "meetings.appointment", "meetings.files", "api.meeting"),
        )
        sites = (held.sites, ("sites.site", "api.site"))
        topics = (held.topics, ("topics.topic", "api.topic", "introductions.edit"))
        paths = (self._paths, ("learning.path", "paths.path"))
        batches = (archive.batches.entries, ("uploads.batch", "uploads.state"))
        keys = {name: made for made, names in (meetings, sites, topics, paths, batches) for name in names}
        methods = ("methods.card", "methods.experience_form", "api.method")
        return {
            **{name: _keys(made) for name, made in keys.items()},
            **dict.fromkeys(methods, lambda: _each("code", self._method_codes())),
            "drafts.ask_to_discard": lambda: _each("code", self._drafts()),
            "saved_searches.look": lambda: _each("number", self._searches()),
        }

    def _codes(self) -> Iterable[Parts]:
        codes = [each.code for each in self._archive.titles()]
        return _each("code", codes[:: max(1, len(codes) // MOST)])

    def _passages(self) -> Iterator[Parts]:
        for each in self._codes():
            for passage in self._texts.passages(str(each["code"]))[:1]:
                yield {"code": passage.document, "passage": passage.id}

    def _pages(self) -> Iterator[Parts]:
        return (
            {"code": each.code, "number": 1}
            for each in self._archive.describe_many([str(each["code"]) for each in self._codes()])
            if each.media_type == PDF
        )

    def _drafts(self) -> Iterator[str]:
        return (each.code for each in self._archive.titles({Visibility.DRAFT}))

    def _method_codes(self) -> Iterator[str]:
        return (each.code for each in self._archive.methods.papers(frozenset(Visibility)))

    def _paths(self) -> tuple[PathEntry, ...]:
        return self._archive.learning.paths.published()

    def _searches(self) -> Iterator[int]:
        kept = self._archive.accounts.saved_searches.entries(f"{Role.COORDINATION.value} Muster")
        return (each.number for each in kept)


def rules(app: Flask) -> Iterator[Rule]:
    """Yield every page and file that can be read, in the order of their addresses."""
    for rule in sorted(app.url_map.iter_rules(), key=str):
        if "GET" in (rule.methods or ()) and rule.endpoint not in APART:
            yield rule


def _names(rule: Rule) -> str:
    return " ".join(sorted(rule.arguments))


def _each(name: str, values: Iterable[str | int]) -> Iterator[Parts]:
    return ({name: value} for value in values)


def _keys(made: Callable[[], Iterable[Keyed]]) -> Callable[[], Iterable[Parts]]:
    return lambda: _each("key", (each.key for each in made()))
