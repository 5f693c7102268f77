"""Which address needs which right: one table, so that a new page cannot be forgotten.

Pages that are not named here can be opened by anyone; what they show depends on the reader. An address that writes and
is not named here is closed to everyone.
"""

from collections.abc import Mapping

from flask import Flask, redirect, request, url_for
from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Response

from archive.rights import Right
from webui.desk import LEADS_TO
from webui.guard import READING
from webui.reader import reader
from webui.signed_in import signed_in

#: Endpoint → the right it needs.
NEEDED: Mapping[str, Right] = {
    "uploads.form": Right.UPLOAD,
    "uploads.upload": Right.UPLOAD,
    "corrections.index": Right.EDIT,
    "corrections.correct": Right.EDIT,
    "corrections.correct_card": Right.EDIT,
    "corrections.discard": Right.EDIT,
    "uploads.begin": Right.UPLOAD,
    "uploads.add": Right.UPLOAD,
    "uploads.batch": Right.UPLOAD,
    "uploads.state": Right.UPLOAD,
    "uploads.look_through": Right.EDIT,
    "following.judge": Right.EDIT,
    "proposals.index": Right.EDIT,
    "drafts.index": Right.EDIT,
    "drafts.edit": Right.EDIT,
    "drafts.save": Right.EDIT,
    "drafts.ask_to_discard": Right.EDIT,
    "drafts.discard": Right.EDIT,
    "methods.say": Right.EDIT,
    "methods.experience_form": Right.TELL_EXPERIENCES,
    "methods.offer_experience": Right.TELL_EXPERIENCES,
    "experiences.index": Right.EDIT,
    "experiences.release": Right.EDIT,
    "experiences.remove": Right.EDIT,
    "reports.index": Right.EDIT,
    "reports.finish": Right.EDIT,
    "reports.remove": Right.EDIT,
    "introductions.edit": Right.EDIT,
    "introductions.save": Right.EDIT,
    "documents.read_again": Right.READ_AGAIN,
    "likely_versions.decide": Right.EDIT,
    "own_account.index": Right.OWN_ACCOUNT,
    "saved_searches.index": Right.OWN_ACCOUNT,
    "saved_searches.form": Right.OWN_ACCOUNT,
    "saved_searches.keep": Right.OWN_ACCOUNT,
    "saved_searches.look": Right.OWN_ACCOUNT,
    "saved_searches.forget": Right.OWN_ACCOUNT,
    "own_account.change_password": Right.OWN_ACCOUNT,
    "own_account.sign_out_elsewhere": Right.OWN_ACCOUNT,
    "own_account.sign_out_there": Right.OWN_ACCOUNT,
    "own_account.delete": Right.OWN_ACCOUNT,
    "feeds.make": Right.OWN_ACCOUNT,
    "access_tokens.make": Right.OWN_ACCOUNT,
    "access_tokens.revoke": Right.OWN_ACCOUNT,
    "learning.mark": Right.OWN_ACCOUNT,
    "learning.unmark": Right.OWN_ACCOUNT,
    "learning.forget": Right.OWN_ACCOUNT,
    "learning.choose_site": Right.OWN_ACCOUNT,
    "learning.forget_site": Right.OWN_ACCOUNT,
    "paths.index": Right.BUILD_PATHS,
    "paths.add": Right.BUILD_PATHS,
    "paths.path": Right.BUILD_PATHS,
    "paths.describe": Right.BUILD_PATHS,
    "paths.publish": Right.BUILD_PATHS,
    "paths.hide": Right.BUILD_PATHS,
    "paths.remove": Right.BUILD_PATHS,
    "paths.add_step": Right.BUILD_PATHS,
    "paths.change_step": Right.BUILD_PATHS,
    "paths.move_up": Right.BUILD_PATHS,
    "paths.move_down": Right.BUILD_PATHS,
    "paths.confirm": Right.BUILD_PATHS,
    "paths.remove_step": Right.BUILD_PATHS,
    "vocabularies.index": Right.MANAGE_VOCABULARIES,
    "vocabularies.vocabulary": Right.MANAGE_VOCABULARIES,
    "vocabularies.add": Right.MANAGE_VOCABULARIES,
    "vocabularies.entry": Right.MANAGE_VOCABULARIES,
    "vocabularies.rename": Right.MANAGE_VOCABULARIES,
    "vocabularies.restate": Right.MANAGE_VOCABULARIES,
    "vocabularies.add_alias": Right.MANAGE_VOCABULARIES,
    "vocabularies.remove_alias": Right.MANAGE_VOCABULARIES,
    "vocabularies.ask_to_merge": Right.MANAGE_VOCABULARIES,
    "vocabularies.merge": Right.MANAGE_VOCABULARIES,
    "events.index": Right.SEE_EVENTS,
    "events.accesses": Right.SEE_EVENTS,
    "events.export": Right.SEE_EVENTS,
    "synonyms.index": Right.MANAGE_VOCABULARIES,
    "synonyms.add": Right.MANAGE_VOCABULARIES,
    "synonyms.remove": Right.MANAGE_VOCABULARIES,
    "unanswered.index": Right.MANAGE_VOCABULARIES,
    "unanswered.forget": Right.MANAGE_VOCABULARIES,
    "condition.index": Right.SEE_HEALTH,
    "condition.documents": Right.SEE_HEALTH,
    "answers.index": Right.ANSWER_PERSONS,
    "answers.answer": Right.ANSWER_PERSONS,
    "deletion.index": Right.DECIDE_ON_PERSONAL_DATA,
    "deletion.erase": Right.DECIDE_ON_PERSONAL_DATA,
    "personal.index": Right.DECIDE_ON_PERSONAL_DATA,
    "personal.decide": Right.DECIDE_ON_PERSONAL_DATA,
    "personal.erase_earlier": Right.DECIDE_ON_PERSONAL_DATA,
    "personal.erase": Right.DECIDE_ON_PERSONAL_DATA,
    "personal.restrict": Right.DECIDE_ON_PERSONAL_DATA,
    "accounts.index": Right.MANAGE_ACCOUNTS,
    "accounts.invite": Right.MANAGE_ACCOUNTS,
    "accounts.renew": Right.MANAGE_ACCOUNTS,
    "accounts.ask_to_remove": Right.MANAGE_ACCOUNTS,
    "accounts.remove": Right.MANAGE_ACCOUNTS,
    "accounts.change_role": Right.MANAGE_ACCOUNTS,
}

#: Endpoints that write and are open to everyone.
OPEN = frozenset({"signing_in.sign_in", "signing_in.sign_out", "links.follow", "documents.report"})


class NotSignedInError(Forbidden):
    """Only someone who is signed in may do this."""


class NotAllowedError(Forbidden):
    """The role of whoever is signed in does not allow this."""


def init_app(app: Flask) -> None:
    """Let an app open its addresses to those who have the right."""
    app.jinja_env.globals.update(is_open=is_open)
    app.before_request(_check)


def is_open(endpoint: str) -> bool:
    """Tell whether the reader of the current page may open an address."""
    if endpoint in LEADS_TO:
        return any(is_open(each) for each in LEADS_TO[endpoint])
    right = NEEDED.get(endpoint)
    return right is None or reader().may(right)


def _check() -> Response | None:
    """Let a request pass, lead to the sign-in page, or refuse.

    Raises:
        NotSignedInError: It writes, and nobody is signed in.
        NotAllowedError: Whoever is signed in has not the right.
    """
    if not _is_closed():
        return None
    if signed_in():
        raise NotAllowedError
    if request.method not in READING:
        raise NotSignedInError
    return redirect(url_for("signing_in.form", weiter=request.full_path.rstrip("?")), code=303)


def _is_closed() -> bool:
    """Tell whether the current address is closed to whoever asks."""
    endpoint = request.endpoint
    if endpoint is None or endpoint in OPEN:
        return False
    if endpoint in NEEDED or endpoint in LEADS_TO:
        return not is_open(endpoint)
    return request.method not in READING
