"""Giving documents to the archive."""

from flask import Blueprint, render_template, request

from webui.guard import LARGEST_BATCH, LARGEST_FILE
from webui.receiving import receive
from webui.services import services

bp = Blueprint("uploads", __name__, url_prefix="/hochladen")


@bp.get("")
def form() -> str:
    """Show the form."""
    return render_template("uploads/form.html", largest_file=LARGEST_FILE, largest_batch=LARGEST_BATCH, missing=False)


@bp.post("")
def upload() -> str | tuple[str, int]:
    """Take files into custody and tell of each what became of it."""
    files = [file for file in request.files.getlist("dateien") if file.filename]
    if not files:
        page = render_template(
            "uploads/form.html", largest_file=LARGEST_FILE, largest_batch=LARGEST_BATCH, missing=True
        )
        return page, 400
    return render_template("uploads/result.html", lines=receive(services(), files))
