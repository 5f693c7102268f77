"""A question to the coordination by mail, from every page: to the mailbox that the carrier names."""

from urllib.parse import quote, urlencode

from flask import Flask, request, url_for

from webui.i18n import gettext
from webui.services import services
from webui.statements import mailbox


def init_app(app: Flask) -> None:
    """Let an app's templates lead to a mail."""
    app.jinja_env.globals.update(question_url=question_url)


def question_url() -> str:
    """Return what begins a mail to the coordination, or "" where no mailbox is named.

    The mail names the document that is shown, and nothing else of the address: it may hold a token, as invitations do.
    """
    address = mailbox(services().archive.home.root)
    if not address:
        return ""
    code = (request.view_args or {}).get("code", "")
    asked = {"subject": gettext("Frage zu %(code)s", code=code) if code else gettext("Frage zum Wissensarchiv")}
    if code:
        asked["body"] = f"\r\n\r\n{url_for('documents.document', code=code, _external=True)}"
    return f"mailto:{quote(address, safe='@+')}?{urlencode(asked, quote_via=quote)}"
