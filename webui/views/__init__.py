"""The pages, a blueprint a subject."""

from flask import Flask

from webui.views import (
    completions,
    documents,
    errors,
    health,
    information,
    meetings,
    methods,
    search,
    sites,
    start,
    topics,
    uploads,
)

BLUEPRINTS = (
    start.bp,
    search.bp,
    completions.bp,
    documents.bp,
    meetings.bp,
    sites.bp,
    topics.bp,
    methods.bp,
    uploads.bp,
    information.bp,
    health.bp,
)


def init_app(app: Flask) -> None:
    """Give an app its pages."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    errors.init_app(app)
