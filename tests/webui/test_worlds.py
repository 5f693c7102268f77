"""Whole pages of two archives: one holds hidden documents, in the other they were never there.

Every address of the app is asked for, those of hidden documents too. `make soak` tries more worlds than the tests.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from difflib import unified_diff
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from archive.accounts.values import TokenPurpose
from archive.archive import Archive, Submission
from archive.curation.curation import Curation
from archive.entries import KeywordEntry
from archive.errors import VocabularyKind
from archive.learning.values import StepContent, StepKind
from archive.licences import Licence
from archive.rights import VISITOR, Reader, Role
from archive.values import Details, DocumentKind, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.searcher import Searcher
from tests.webui.people import Person, person, visitor
from tests.webui.unlimited import UNLIMITED
from webui.compose import open_holdings
from webui.interface import ROOT
from webui.services import Services

#: How many worlds are tried: a tenth of those in which only searches are compared, for pages take longer.
WORLDS = max(1, int(os.environ.get("WORLDS", "10")) // 10)

#: Addresses whose pages tell of accounts and not of documents.
APART = ("/static", "/health", "/konto", "/konten", "/verwaltung", "/anmelden", "/einladung", "/abmelden")

#: Times say nothing about hidden documents; in what programs are told they are all that differs.
TIMES = re.compile(rb'("(?:took_ms|received_at)":|<(?:updated|published)>)[^,}<]+')

QUERIES = (
    "",
    "q=graffiti",
    "q=grafitti",
    "q=zauberwort",
    "q=zauberwort&fassungen=alle",
    "fassung=1",
    "q=zau*",
    "q=graffiti+wand+zauberwort&standort=Gotha",
    "q=Magisches",
    "schlagwort=Magisches",
    "q=Magishes+Leerstand",
    "mein-standort=gotha&gelesen=1.2",
)

#: … of programs.
ASKED = ("", "limit=1&offset=1", "q=zauberwort", "q=zau*&site=Gotha", "site=Gotha&topic=Kultur", "keyword=Magisches")

#: With so many of them, others in each world, the page of one document, passage, meeting or site is asked for.
SOME = 2

#: What documents may carry; each comes into the world with the first document that carries it, and by its other names.
KEYWORDS = {each.label: each for each in (KeywordEntry("", "Magie", ("Magisches",)), KeywordEntry("", "Leerstand"))}

PARAGRAPHS = (
    "Beschluss: Die Graffitiwand kommt.",
    "Aufgabe: Gotha fragt bis Mai beim Zauberwort nach.",
    "Ergebnis: Grafitti hilft.",
    "Zauberwort und Zauberei an der Wand.",
    "Ziel: Orte zeigen.\nDauer: 90 Minuten\nMaterial: Stadtplan, Nadeln",
)

_texts = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=3, unique=True).map("\n\n".join)

#: The texts of a document's versions, oldest first, and what is said about it, keywords by label.
Offered = tuple[list[str], Details]

_documents = st.lists(
    st.tuples(
        st.lists(_texts, min_size=1, max_size=2),
        st.builds(
            Details,
            title=st.sampled_from(("Wand", "Zauberwort", "Nadelmethode", "Protokoll Gotha")),
            kind=st.sampled_from((DocumentKind.PROTOKOLL, DocumentKind.METHODENPAPIER)),
            meeting=st.sampled_from(("", "standorttreffen-hamburg-2019")),
            sites=st.sampled_from(((), ("gotha",), ("gotha", "peine"))),
            topics=st.sampled_from(((), ("Kultur",))),
            keywords=st.lists(st.sampled_from(tuple(KEYWORDS)), unique=True).map(tuple),
            visibility=st.sampled_from(Visibility),
            licence=st.sampled_from((Licence.UNSTATED, Licence.CC_BY)),
        ),
    ),
    min_size=2,
    max_size=6,
)

#: Tried first, for what is made begins with worlds that hold next to nothing: all that hidden documents alone have.
TELLING: list[Offered] = [
    (
        [PARAGRAPHS[0]],
        Details("Protokoll Gotha", DocumentKind.PROTOKOLL, sites=("gotha",), visibility=Visibility.PUBLIC),
    ),
    *(
        (
            [PARAGRAPHS[3], PARAGRAPHS[4]],
            Details(
                "Zauberwort",
                DocumentKind.METHODENPAPIER,
                meeting="standorttreffen-hamburg-2019",
                sites=("peine",),
                topics=("Kultur",),
                keywords=("Magie", "Leerstand"),
                visibility=hidden,
                licence=Licence.CC0,
            ),
        )
        for hidden in (Visibility.DRAFT, Visibility.COORDINATION, Visibility.INTERNAL)
    ),
]


@pytest.fixture(scope="session")
def extractor() -> Iterator[Extractor]:
    with Extractor() as opened:
        yield opened


@settings(
    max_examples=WORLDS,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(documents=_documents)
@example(documents=TELLING)
def test_no_page_tells_of_hidden_documents(
    german: GermanAnalysis, extractor: Extractor, documents: list[Offered]
) -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        whole = stack.enter_context(_archive(Path(folder) / "whole", german, extractor, documents))
        for role in (None, Role.STAFF):
            seen = [_as_seen(each, Reader(role) if role else VISITOR) for each in documents]
            partial = stack.enter_context(_archive(Path(folder) / str(role), german, extractor, seen))
            one, other = (_as(services, role) for services in (whole, partial))
            for path in _paths(one, whole, Random(repr(documents))):  # noqa: S311 - hides nothing
                told, untold = _told(one, path), _told(other, path)
                assert told == untold, _difference(path, told, untold)


def _as_seen(document: Offered, reader: Reader) -> Offered:
    """Return a document that is a sample if it is hidden: samples are discarded, and their codes not given again.

    Its keywords are left out, for they would outlast it.
    """
    texts, details = document
    if reader.may_see(details.visibility):
        return document
    return texts, replace(details, is_sample=True, keywords=())


@contextmanager
def _archive(
    folder: Path, german: GermanAnalysis, extractor: Extractor, documents: list[Offered]
) -> Iterator[Services]:
    with open_holdings(folder / "home") as holdings:
        for number, (texts, details) in enumerate(documents):
            offered, code = folder / f"{number}.txt", ""
            described = replace(details, keywords=_keys(holdings.archive.curation, details.keywords))
            for version, text in enumerate(texts):
                offered.write_text(f"{text}\n\nNummer {number}, Fassung {version}", encoding="utf-8")
                submission = Submission(offered, f"datei-{number}.txt", replace(described, version_of=code))
                code = holdings.archive.take_in(submission).code
        _lay_path(holdings.archive)
        holdings.archive.discard_samples()
        holdings.indexing(extractor).catch_up()
        searcher = Searcher(holdings.areas, holdings.texts, german, holdings.known_names)
        yield Services(holdings.archive, searcher, holdings.texts, limits=UNLIMITED)


def _keys(curation: Curation, labels: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of keywords; those that no document has carried before come into the world now."""
    there = curation.keys_of_keywords(labels, "agent")
    for key, label in zip(there, labels, strict=True):
        for alias in KEYWORDS[label].aliases:
            curation.add_alias(VocabularyKind.KEYWORD, key, alias, "agent")
    return there


def _lay_path(archive: Archive) -> None:
    """Put every document into a learning path; one that is hidden stands there as one that was withdrawn later does."""
    key = archive.learning.paths.add("Erste Woche", "", "agent")
    archive.learning.paths.publish(key, "agent")
    for each in archive.descriptions():
        archive.learning.steps.add(
            key, StepContent(StepKind.PASSAGE, 5, each.title, document=each.code, passage="x"), "agent"
        )


def _as(services: Services, role: Role | None) -> Person:
    """Return a reader of a role, whose browser also shows a token where programs read."""
    if role is None:
        return visitor(services)
    client = person(services, role)
    made = services.archive.accounts.tokens.make(f"{role.value} Muster", TokenPurpose.API, "Test")
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {made.secret}"
    return client


def _paths(client: Person, whole: Services, chance: Random) -> Iterator[str]:
    """Yield an address for each that can be read, with each value that could tell of a document.

    What is told of all documents is asked with every query, what is told of one with a few that chance chooses.
    """
    codes = [each.code for each in whole.archive.descriptions()]
    values: dict[str, list[str] | list[int]] = {
        "code": [*codes, "D-1999-0001"],
        "passage": [each.id for code in codes for each in whole.texts.passages(code)],
        "number": [1],
        "key": ["standorttreffen-hamburg-2019", "gotha", "peine", "kultur", "erste-woche"],
    }
    adapter = client.application.url_map.bind("localhost")
    for rule in client.application.url_map.iter_rules():
        if rule.rule.startswith(APART) or "GET" not in (rule.methods or ()):
            continue
        names = sorted(rule.arguments)
        for chosen in product(*(values[name] for name in names)):
            path = adapter.build(rule.endpoint, dict(zip(names, chosen, strict=True)))
            bare, *further = ASKED if path.startswith(ROOT) else QUERIES
            yield from (f"{path}?{query}" for query in (bare, *(chance.sample(further, SOME) if names else further)))


def _difference(path: str, *answers: tuple[int, str, bytes]) -> str:
    """Return the lines in which two answers differ; what led to it may not come twice."""
    one, other = ([str(status), place, *data.decode().splitlines()] for status, place, data in answers)
    return "\n".join((path, *unified_diff(one, other, "whole", "partial", n=1, lineterm="")))


def _told(client: Person, path: str) -> tuple[int, str, bytes]:
    """Return all that an answer says, without what differs from form to form."""
    with client.get(path) as answer:
        data = TIMES.sub(rb"\1", re.sub(rb'(name="csrf_token" value=")\w+', rb"\1", answer.data))
        return answer.status_code, answer.headers.get("Location", ""), data
