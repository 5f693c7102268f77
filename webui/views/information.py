"""Pages of plain text: help, and what the law asks for."""

from flask import Blueprint, Response, current_app, render_template

bp = Blueprint("information", __name__)


@bp.get("/hilfe")
def help_page() -> str:
    """Explain how to search."""
    return render_template("information/help.html")


@bp.get("/impressum")
def imprint() -> str:
    """Show who answers for the pages."""
    return render_template("information/imprint.html")


@bp.get("/datenschutz")
def privacy() -> str:
    """Show what is done with personal data."""
    return render_template("information/privacy.html")


@bp.get("/barrierefreiheit")
def accessibility() -> str:
    """Show the statement on accessibility."""
    return render_template("information/accessibility.html")


@bp.get("/favicon.ico")
def favicon() -> Response:
    """Send the sign of the archive, for browsers that ask without having read a page."""
    return current_app.send_static_file("favicon.svg")
