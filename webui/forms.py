"""Forms: each carries a token that no other site can know, and without which nothing is written.

The token is made from a secret in one of the browser's cookies (OWASP, Cross-Site Request Forgery Prevention: the
double-submit pattern, tied to the session where there is one). It stands beside the check of the request's origin.
"""

import hashlib
import hmac

from flask import Flask, request
from werkzeug.exceptions import Forbidden

from webui.guard import READING
from webui.once_more import PROOF, was_made_here
from webui.signed_in import form_secret, new_form_secret

_PURPOSE = b"form"


class ForeignFormError(Forbidden):
    """The form was not made for this browser by this archive, or is older than its session."""


class OutdatedFormError(ForeignFormError):
    """The form is the archive's, as the browser says, but was made for another session."""


def init_app(app: Flask) -> None:
    """Let an app make forms, and refuse those it did not make."""
    app.jinja_env.globals.update(form_field=PROOF, form_token=form_token)
    app.before_request(_check)


def form_token() -> str:
    """Return the token for a form on the current page."""
    return _token(new_form_secret())


def _check() -> None:
    """Refuse a form without the right token.

    Raises:
        ForeignFormError: The token is missing, or made from another secret.
        OutdatedFormError: … of an earlier session of the same browser.
    """
    if request.method in READING or request.endpoint is None:
        return
    secret = form_secret()
    sent = request.form.get(PROOF, "")
    if secret is None or not hmac.compare_digest(sent.encode(), _token(secret).encode()):
        raise OutdatedFormError if was_made_here(sent) else ForeignFormError


def _token(secret: str) -> str:
    return hashlib.blake2b(secret.encode(), person=_PURPOSE, digest_size=32).hexdigest()
