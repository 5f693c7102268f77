"""Makes the web application out of its services."""

from flask import Flask

from webui import guard, i18n, presentation, views
from webui.services import EXTENSION, Services


def create_app(services: Services, hosts: frozenset[str] = guard.LOCAL_HOSTS) -> Flask:
    """Return the application that shows an archive.

    Args:
        services: The archive, its search and its texts.
        hosts: The host names, without ports, under which it may be called.
    """
    app = Flask(__name__)
    app.extensions[EXTENSION] = services
    guard.init_app(app, hosts)
    i18n.init_app(app)
    presentation.init_app(app)
    views.init_app(app)
    return app
