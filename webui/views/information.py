"""Pages of plain text: help, and what the law asks for."""

from flask import Blueprint, Response, current_app, render_template

from webui.services import services
from webui.statements import statements

bp = Blueprint("information", __name__)


@bp.get("/hilfe")
def help_page() -> str:
    """Explain how to search."""
    return render_template("information/help.html")


@bp.get("/hilfe/suchzeichen")
def search_signs() -> str:
    """Explain the marks by which a query says more than its words."""
    return render_template("information/signs.html")


@bp.get("/impressum")
def imprint() -> str:
    """Show who answers for the pages."""
    return _stated("imprint", "impressum")


@bp.get("/datenschutz")
def privacy() -> str:
    """Show what is done with personal data."""
    return _stated("privacy", "datenschutz")


@bp.get("/barrierefreiheit")
def accessibility() -> str:
    """Show the statement on accessibility."""
    return _stated("accessibility", "barrierefreiheit")


@bp.get("/favicon.ico")
def favicon() -> Response:
    """Send the sign of the archive, for browsers that ask without having read a page."""
    return current_app.send_static_file("favicon.svg")


def _stated(template: str, page: str) -> str:
    """Show a page of which the carrier says a part."""
    said = statements(services().archive.home.root, page)
    return render_template(f"information/{template}.html", said=said)
