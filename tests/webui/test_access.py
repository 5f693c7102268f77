"""Forced browsing: every address the app has, asked for by every role. A new address has to be entered here."""

import pytest
from werkzeug.routing import Rule

from archive.rights import Role
from tests.webui.people import Person, person, token, visitor
from webui.access import NEEDED, OPEN
from webui.app import create_app
from webui.guard import READING
from webui.once_more import PROOF
from webui.services import Services
from webui.views.api import OPERATIONS

READERS = (None, *Role)

EVERYONE = frozenset(READERS)
SIGNED_IN = frozenset(Role)
PRIVACY = frozenset({Role.COORDINATION, Role.PRIVACY})
COORDINATION = frozenset({Role.COORDINATION})

#: Endpoint → who may use it.
OPEN_TO: dict[str, frozenset[Role | None]] = {
    "static": EVERYONE,
    "start.index": EVERYONE,
    "search.results": EVERYONE,
    "completions.completions": EVERYONE,
    "documents.document": EVERYONE,
    "documents.original": EVERYONE,
    "documents.similar_passages": EVERYONE,
    "quotations.quotation": EVERYONE,
    "versions.index": EVERYONE,
    "likely_versions.decide": COORDINATION,
    "page_pictures.page": EVERYONE,
    "page_pictures.image": EVERYONE,
    "corrections.index": COORDINATION,
    "corrections.correct": COORDINATION,
    "corrections.correct_card": COORDINATION,
    "corrections.discard": COORDINATION,
    "documents.read_again": frozenset({Role.COORDINATION, Role.OPERATIONS}),
    "meetings.index": EVERYONE,
    "meetings.meeting": EVERYONE,
    "api.explanation": EVERYONE,
    "api.openapi": EVERYONE,
    **{f"api.{each.name}": EVERYONE for each in OPERATIONS},
    "meetings.appointment": EVERYONE,
    "meetings.files": EVERYONE,
    "sites.index": EVERYONE,
    "sites.site": EVERYONE,
    "topics.index": EVERYONE,
    "glossary.index": EVERYONE,
    "topics.topic": EVERYONE,
    "topics.matrix": EVERYONE,
    "timeline.index": EVERYONE,
    "introductions.edit": COORDINATION,
    "introductions.save": COORDINATION,
    "methods.index": EVERYONE,
    "methods.card": EVERYONE,
    "methods.say": COORDINATION,
    "methods.experience_form": frozenset({Role.STAFF, Role.COORDINATION}),
    "methods.offer_experience": frozenset({Role.STAFF, Role.COORDINATION}),
    "experiences.index": COORDINATION,
    "experiences.release": COORDINATION,
    "experiences.remove": COORDINATION,
    "documents.report_form": EVERYONE,
    "documents.report": EVERYONE,
    "reports.index": COORDINATION,
    "reports.finish": COORDINATION,
    "reports.remove": COORDINATION,
    "agreements.index": EVERYONE,
    "agreements.table": EVERYONE,
    "agreements.deadlines": EVERYONE,
    "learning.index": EVERYONE,
    "learning.path": EVERYONE,
    "learning.mark": SIGNED_IN,
    "learning.unmark": SIGNED_IN,
    "learning.forget": SIGNED_IN,
    "learning.choose_site": SIGNED_IN,
    "learning.forget_site": SIGNED_IN,
    "paths.index": COORDINATION,
    "paths.add": COORDINATION,
    "paths.path": COORDINATION,
    "paths.describe": COORDINATION,
    "paths.publish": COORDINATION,
    "paths.hide": COORDINATION,
    "paths.remove": COORDINATION,
    "paths.add_step": COORDINATION,
    "paths.change_step": COORDINATION,
    "paths.move_up": COORDINATION,
    "paths.move_down": COORDINATION,
    "paths.confirm": COORDINATION,
    "paths.remove_step": COORDINATION,
    "following.became": EVERYONE,
    "following.judge": COORDINATION,
    "proposals.index": COORDINATION,
    "uploads.form": COORDINATION,
    "uploads.upload": COORDINATION,
    "uploads.begin": COORDINATION,
    "uploads.add": COORDINATION,
    "uploads.batch": COORDINATION,
    "uploads.state": COORDINATION,
    "uploads.look_through": COORDINATION,
    "drafts.index": COORDINATION,
    "drafts.edit": COORDINATION,
    "drafts.save": COORDINATION,
    "drafts.ask_to_discard": COORDINATION,
    "drafts.discard": COORDINATION,
    "information.help_page": EVERYONE,
    "information.search_signs": EVERYONE,
    "information.imprint": EVERYONE,
    "information.privacy": EVERYONE,
    "information.accessibility": EVERYONE,
    "information.favicon": EVERYONE,
    "health.live": EVERYONE,
    "health.ready": EVERYONE,
    "signing_in.form": EVERYONE,
    "signing_in.sign_in": EVERYONE,
    "signing_in.sign_out": EVERYONE,
    "links.form": EVERYONE,
    "links.follow": EVERYONE,
    "own_account.index": SIGNED_IN,
    "saved_searches.newest": EVERYONE,
    "saved_searches.index": SIGNED_IN,
    "saved_searches.form": SIGNED_IN,
    "saved_searches.keep": SIGNED_IN,
    "saved_searches.look": SIGNED_IN,
    "saved_searches.forget": SIGNED_IN,
    "own_account.change_password": SIGNED_IN,
    "own_account.sign_out_elsewhere": SIGNED_IN,
    "own_account.sign_out_there": SIGNED_IN,
    "own_account.delete": SIGNED_IN,
    "feeds.public": EVERYONE,
    "feeds.private": EVERYONE,
    "feeds.subscribe": EVERYONE,
    "feeds.make": SIGNED_IN,
    "access_tokens.make": SIGNED_IN,
    "access_tokens.revoke": SIGNED_IN,
    "desk.index": frozenset({Role.COORDINATION, Role.PRIVACY, Role.OPERATIONS}),
    "vocabularies.index": COORDINATION,
    "vocabularies.vocabulary": COORDINATION,
    "vocabularies.add": COORDINATION,
    "vocabularies.entry": COORDINATION,
    "vocabularies.rename": COORDINATION,
    "vocabularies.restate": COORDINATION,
    "vocabularies.add_alias": COORDINATION,
    "vocabularies.remove_alias": COORDINATION,
    "vocabularies.ask_to_merge": COORDINATION,
    "vocabularies.merge": COORDINATION,
    "events.index": frozenset({Role.COORDINATION, Role.PRIVACY}),
    "events.accesses": frozenset({Role.COORDINATION, Role.PRIVACY}),
    "events.export": frozenset({Role.COORDINATION, Role.PRIVACY}),
    "accounts.change_role": COORDINATION,
    "synonyms.index": COORDINATION,
    "synonyms.add": COORDINATION,
    "synonyms.remove": COORDINATION,
    "unanswered.index": COORDINATION,
    "unanswered.forget": COORDINATION,
    "condition.index": frozenset({Role.COORDINATION, Role.OPERATIONS}),
    "condition.documents": frozenset({Role.COORDINATION, Role.OPERATIONS}),
    "answers.index": PRIVACY,
    "answers.answer": PRIVACY,
    "deletion.index": PRIVACY,
    "deletion.erase": PRIVACY,
    "personal.index": PRIVACY,
    "personal.decide": PRIVACY,
    "personal.erase_earlier": PRIVACY,
    "personal.erase": PRIVACY,
    "personal.restrict": PRIVACY,
    "accounts.index": COORDINATION,
    "accounts.invite": COORDINATION,
    "accounts.renew": COORDINATION,
    "accounts.ask_to_remove": COORDINATION,
    "accounts.remove": COORDINATION,
}

#: What is put into the variable parts of addresses: nothing that there is, so that nothing comes to harm.
NOTHING: dict[str, str | int] = {
    "address": "schlagworte",
    "code": "D-1999-0001",
    "gap": "nichts",
    "key": "nichts",
    "name": "niemand",
    "token": "x",
    "passage": "x",
    "filename": "nichts.css",
    "number": 0,
}


def rules(services: Services) -> list[Rule]:
    return list(create_app(services).url_map.iter_rules())


def test_every_address_is_in_the_table(empty: Services) -> None:
    assert {rule.endpoint for rule in rules(empty)} == set(OPEN_TO)


def test_every_address_that_writes_says_who_may(empty: Services) -> None:
    writing = {rule.endpoint for rule in rules(empty) if not (rule.methods or set()) <= READING}
    assert writing <= set(NEEDED) | OPEN
    assert not set(NEEDED) & OPEN


@pytest.mark.parametrize("role", READERS)
def test_an_address_opens_to_those_who_may_and_to_nobody_else(filled: Services, role: Role | None) -> None:
    wrong = []
    client = _reader(filled, role)
    for rule in rules(filled):
        client = client if _is_still(client, role) else _reader(filled, role)
        path = _path(client, rule)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            with client.open(path, method=method, data=_form(client, method)) as answer:
                is_open = not _is_turned_away(answer.status_code, answer.headers.get("Location", ""))
                if is_open != (role in OPEN_TO[rule.endpoint]):
                    wrong.append((method, path, answer.status_code))
    assert not wrong


def test_an_address_that_writes_and_is_not_in_the_table_is_closed(empty: Services) -> None:
    client = person(empty, Role.COORDINATION)
    app = client.application
    app._got_first_request = False  # noqa: SLF001 - Flask takes no routes after the first request
    app.add_url_rule("/neu", "neu", lambda: "offen", methods=["POST"])
    answer = client.post("/neu")
    assert (answer.status_code, answer.text == "offen") == (403, False)


def _reader(services: Services, role: Role | None) -> Person:
    return person(services, role) if role else visitor(services)


def _is_still(client: Person, role: Role | None) -> bool:
    """Tell whether a reader is still signed in: some addresses end the session, or the account."""
    return client.get("/konto").status_code == (200 if role else 303)


def _path(client: Person, rule: Rule) -> str:
    adapter = client.application.url_map.bind("localhost")
    return adapter.build(rule.endpoint, {name: NOTHING[name] for name in rule.arguments})


def _form(client: Person, method: str) -> dict[str, str]:
    return {} if method in READING else {PROOF: token(client)}


def _is_turned_away(status: int, location: str) -> bool:
    return status == 403 or location.startswith("/anmelden")
