"""The pages, a blueprint a subject."""

from flask import Flask

from webui.views import (
    accounts,
    agreements,
    answers,
    completions,
    condition,
    corrections,
    deletion,
    desk,
    documents,
    drafts,
    errors,
    events,
    experiences,
    glossary,
    health,
    information,
    likely_versions,
    links,
    meetings,
    methods,
    own_account,
    page_pictures,
    personal,
    search,
    signing_in,
    sites,
    start,
    synonyms,
    topics,
    unanswered,
    uploads,
    versions,
    vocabularies,
)

BLUEPRINTS = (
    start.bp,
    search.bp,
    completions.bp,
    documents.bp,
    corrections.bp,
    page_pictures.bp,
    versions.bp,
    likely_versions.bp,
    personal.bp,
    meetings.bp,
    agreements.bp,
    sites.bp,
    topics.bp,
    methods.bp,
    experiences.bp,
    glossary.bp,
    uploads.bp,
    drafts.bp,
    signing_in.bp,
    links.bp,
    own_account.bp,
    desk.bp,
    vocabularies.bp,
    synonyms.bp,
    deletion.bp,
    unanswered.bp,
    events.bp,
    condition.bp,
    accounts.bp,
    answers.bp,
    information.bp,
    health.bp,
)


def init_app(app: Flask) -> None:
    """Give an app its pages."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    errors.init_app(app)
