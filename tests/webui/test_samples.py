"""The sample holdings are a world in which every page has something to show, and it goes without a trace."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archive.archive import Archive
from archive.curation.dossiers import Dossier
from archive.rights import Reader, Role
from archive.values import Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.index.texts import Texts
from indexer.search.searcher import Searcher
from tests.webui.people import Person, sign_in, visitor
from tests.webui.unlimited import UNLIMITED
from webui import samples
from webui.compose import open_holdings
from webui.experience_forms import FIRST_YEAR, LONGEST, persons_in
from webui.services import Services

ALL = frozenset(Visibility)

#: Nothing public tells of a model site there.
UNKNOWN_SITE = "sachsen-anhalt"

#: Address of a list → what an entry of it looks like. What only work with an archive brings about has no samples:
#: searches without hits, own synonyms, batches, backups.
LISTS = {
    "/": r'href="/treffen/standorttreffen-',
    "/aufgaben": r'href="/aufgaben/D-',
    "/einstieg": r'href="/einstieg/erster-tag"',
    "/gespeicherte-suchen": r'href="/gespeicherte-suchen/\d+"',
    "/glossar": '<article class="term"',
    "/methoden": r'href="/methoden/D-',
    "/pruefen": r'href="/dokumente/D-\d+-\d+/angaben',
    "/standorte": r'href="/standorte/gotha"',
    "/suche": r'href="/dokumente/D-',
    "/themen": r'href="/themen/sport"',
    "/themen/matrix": r'href="/suche\?[^"]*thema=Sport',
    "/treffen": r'href="/treffen/standorttreffen-',
    "/treffen/zeitleiste": r'href="/treffen/standorttreffen-',
    "/verwaltung/ereignisse": r'href="/dokumente/D-',
    "/verwaltung/erfahrungen": r'action="/verwaltung/erfahrungen/\d+/freigeben"',
    "/verwaltung/lernpfade": r'href="/verwaltung/lernpfade/erster-tag"',
    "/verwaltung/loeschfristen": r'href="/dokumente/D-',
    "/verwaltung/meldungen": r'action="/verwaltung/meldungen/\d+/',
    "/verwaltung/vokabulare/treffen": r'href="/verwaltung/vokabulare/treffen/standorttreffen-',
    "/verwaltung/was-wurde-daraus": r'action="/aufgaben/D-',
    "/verwaltung/zustand": r'href="/verwaltung/zustand/ohne-treffen"',
}


@dataclass(frozen=True, slots=True)
class World:
    """The sample holdings, and the sample account of the coordination that reads them."""

    archive: Archive
    texts: Texts
    client: Person
    #: Someone without an account.
    visitor: Person


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, german: GermanAnalysis) -> Iterator[World]:
    with open_holdings(tmp_path_factory.mktemp("samples") / "home") as holdings, Extractor() as extractor:
        archive, texts = holdings.archive, holdings.texts
        list(samples.take_in(archive))
        archive.sample_accounts.add()
        while holdings.indexing(extractor).catch_up():
            pass
        searcher = Searcher(holdings.areas, texts, german, holdings.known_names, archive.synonyms.entries)
        services = Services(archive, searcher, texts, limits=UNLIMITED)
        client = visitor(services)
        own = next(each for each in archive.sample_accounts.credentials() if each.role is Role.COORDINATION)
        assert sign_in(client, own.name, own.password).status_code == 303
        yield World(archive, texts, client, visitor(services))
        services.page_pictures.close()


def _read(name: str) -> Any:  # noqa: ANN401 - tables of several shapes
    return tomllib.loads((samples.FOLDER / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("address", "entry"), LISTS.items())
def test_every_list_has_an_entry(world: World, address: str, entry: str) -> None:
    page = world.client.get(address).text
    assert re.search(entry, page[page.index("<main") :])


def test_something_is_new_to_the_searches_of_sample_accounts(world: World) -> None:
    assert "nichts Neues" not in world.client.get("/gespeicherte-suchen").text


def test_every_topic_is_introduced_to_anybody(world: World) -> None:
    for topic in world.archive.vocabularies.topics():
        page = world.visitor.get(f"/themen/{topic.key}").text
        assert '<div class="introduction"' in page, topic
        first = re.search(r'aria-labelledby="first">(.*?)</section>', page, re.DOTALL)
        assert first, topic
        assert len(set(re.findall(r'href="/dokumente/(D-\d+-\d+)', first[1]))) >= 2, topic


def test_every_method_has_an_experience_of_a_site(world: World) -> None:
    for paper in world.archive.methods.papers(ALL):
        assert 'class="lived-at"' in world.visitor.get(f"/methoden/{paper.code}").text, paper
    assert len(world.archive.experiences.waiting()) >= 1


def test_every_site_that_is_known_has_documents_agreements_and_methods(world: World) -> None:
    for site in world.archive.vocabularies.sites():
        if site.key != UNKNOWN_SITE:
            page = world.client.get(f"/standorte/{site.key}").text
            assert 'href="/dokumente/D-' in page, site
            assert "ist nichts vereinbart" not in page, site
            methods = page.split('id="methods"')[1].split('id="partners"')[0]
            assert re.search(r'href="/(dokumente|methoden)/D-', methods), site


def test_experiences_are_such_as_the_form_takes(world: World) -> None:
    sites = {each.key for each in world.archive.vocabularies.sites()}
    for each in _read("experiences.toml")["experience"]:
        told = [each[name] for name in ("went_well", "was_hard", "advice")]
        assert each["site"] in sites
        assert FIRST_YEAR <= each["year"] <= 2021
        assert any(told)
        assert max(map(len, told)) <= LONGEST
        assert persons_in("\n".join(told)) == ()


def test_introductions_are_short_and_lead_to_papers_that_are_no_drafts() -> None:
    visible = {each["file"]: each["visibility"] for each in _read("register.toml")["document"]}
    for each in _read("dossiers.toml")["topic"]:
        sentences = re.findall(r"[.!?“](?:\s|$)", each["introduction"])
        assert 2 <= len(sentences) <= 6, each["key"]
        assert {visible[file] for file in each["documents"]} <= {"öffentlich", "intern"}
        assert persons_in(each["introduction"]) == ()


def test_verdicts_are_on_passages_as_they_are_read_and_their_pages_tell_them(world: World) -> None:
    entries = world.archive.follow_ups.entries()
    ends = {end.passage: end for each in entries for end in (each.earlier, each.later)}
    found = world.texts.passages_by_id(ends)
    assert found.keys() == ends.keys()
    assert {id_: each.agenda_item for id_, each in found.items()} == {
        id_: end.anchor.agenda_item for id_, end in ends.items()
    }
    for each in entries:
        page = world.client.get(f"/aufgaben/{each.earlier.passage}").text
        assert each.later.passage in page


def test_a_site_shows_what_became_of_its_tasks(world: World) -> None:
    page = world.client.get("/standorte/bremen").text
    task = page.split("stellt eine Liste mit Farben")[1].split("</dl>")[0]
    assert "erledigt" in task


def test_samples_that_are_added_again_say_nothing_twice(world: World) -> None:
    before = _entered(world.archive)
    list(samples.take_in(world.archive))
    assert _entered(world.archive) == before


def test_what_was_entered_goes_with_the_samples_and_what_people_entered_stays(tmp_path: Path) -> None:
    with open_holdings(tmp_path / "home") as holdings:
        archive = holdings.archive
        list(samples.take_in(archive))
        own = Dossier("Eigenes.")
        archive.curation.dossiers.enter("sport", own, "A-1")
        list(samples.take_in(archive))
        assert archive.curation.dossiers.of("sport") == own
        archive.discard_samples()
        dossiers = {each.key: archive.curation.dossiers.of(each.key) for each in archive.vocabularies.topics()}
        assert {key for key, said in dossiers.items() if said != Dossier()} == {"sport"}
        assert dossiers["sport"] == own
        assert _entered(archive) == (0, 0, 0, 0)


def _entered(archive: Archive) -> tuple[int, ...]:
    """Return how many experiences wait and are released, how many verdicts there are, and how many reports."""
    papers = [each.code for each in archive.methods.papers(Reader(Role.COORDINATION).visible)]
    released = archive.experiences.released_of(papers).values()
    kept = (archive.experiences.waiting(), archive.follow_ups.entries(), archive.reports.entries(ALL))
    return (sum(map(len, released)), *map(len, kept))
