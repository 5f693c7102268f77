"""Every change that people make is recorded, with whose it was: told from the app's own map of addresses.

An address that changes something has to be entered here: among the deeds, with what it is to record, or among those
that record nothing, with the reason.
"""

import re
from collections.abc import Iterator, Mapping

import pytest

from archive.rights import Role
from tests.webui.deeds import DEEDS, Story, fill
from tests.webui.people import person
from webui.app import create_app
from webui.compose import open_holdings
from webui.guard import READING
from webui.services import Services

#: Endpoint → why it records nothing.
RECORD_NOTHING: Mapping[str, str] = {
    "documents.read_again": "what is read out of a file is derived, and changes nothing that is held",
    "uploads.begin": "nothing has arrived yet",
    "corrections.discard": "a correction; recorded where one is entered",
    "signing_in.sign_in": "sessions are nobody else's business, and go",
    "signing_in.sign_out": "likewise",
    "own_account.sign_out_elsewhere": "likewise",
    "own_account.sign_out_there": "likewise",
    "own_account.change_password": "changes nothing but one's own password",
    "links.follow": "likewise; that the link was made is recorded",
    "learning.mark": "what somebody has read is known to nobody else",
    "learning.unmark": "likewise",
    "learning.forget": "likewise",
    "learning.choose_site": "private to an account",
    "learning.forget_site": "likewise",
    "saved_searches.keep": "likewise",
    "saved_searches.forget": "likewise",
    "unanswered.forget": "counts, kept for a time, of what was asked by nobody knows whom",
}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """An archive with what there is to do something with."""
    folder = tmp_path_factory.mktemp("every change")
    with open_holdings(folder / "home") as holdings:
        services = Services(holdings.archive, holdings.searcher(), holdings.texts)
        told = Story(holdings, services, folder, person(services, Role.COORDINATION))
        fill(told)
        told.read()
        yield told


#: Endpoint → why nobody is named.
BY_NOBODY = {"documents.report": "readers report without saying who they are"}


def test_every_address_that_changes_something_is_entered(story: Story) -> None:
    rules = create_app(story.services).url_map.iter_rules()
    changing = {rule.endpoint for rule in rules if not (rule.methods or set()) <= READING}
    assert changing == DEEDS.keys() | RECORD_NOTHING.keys()
    assert not DEEDS.keys() & RECORD_NOTHING.keys()


def test_every_deed_is_recorded_with_whose_it_was(story: Story) -> None:
    # One test: some deeds need what others did, in the order in which they are entered.
    wrong = {endpoint: said for endpoint in DEEDS if (said := _what_is_wrong(story, endpoint))}
    assert not wrong


def _what_is_wrong(story: Story, endpoint: str) -> str:
    """Do a deed, and return what was not as it is to be; "" if all was."""
    kind, do = DEEDS[endpoint]
    before = len(story.events())
    answer = do(story)
    if answer.status_code >= 400:
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))[:2000]
    new = [each for each in story.events()[: len(story.events()) - before] if each.kind is kind]
    if not new:
        return f"no {kind}"
    is_named = endpoint in BY_NOBODY or all(each.agent for each in new)
    return "" if is_named else "by nobody"
