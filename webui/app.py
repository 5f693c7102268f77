"""Makes the web application out of its services."""

from collections.abc import Container

from flask import Flask

from webui import (
    access,
    asking,
    assets,
    bearer,
    desk,
    forms,
    guard,
    i18n,
    presentation,
    request_log,
    signed_in,
    throttle,
    views,
)
from webui.services import EXTENSION, Services


def create_app(services: Services, hosts: Container[str] = guard.LOCAL_HOSTS) -> Flask:
    """Return the application that shows an archive.

    Args:
        services: The archive, its search and its texts.
        hosts: The host names, without ports, under which it may be called.
    """
    app = Flask(__name__)
    app.extensions[EXTENSION] = services
    request_log.init_app(app)
    # Each looks at a request before the next: where it comes from, whose it is, whether he may, and so often, and
    # whether he meant it.
    guard.init_app(app, hosts)
    assets.init_app(app)
    signed_in.init_app(app)
    bearer.init_app(app)
    access.init_app(app)
    throttle.init_app(app)
    forms.init_app(app)
    i18n.init_app(app)
    presentation.init_app(app)
    desk.init_app(app)
    asking.init_app(app)
    views.init_app(app)
    return app
