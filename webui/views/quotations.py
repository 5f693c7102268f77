"""A passage to be quoted, with where it stands."""

from flask import Blueprint, abort, render_template, request, url_for

from webui.quotation import quotation as quoted
from webui.views.documents import chosen_version, described_or_404, passages_of

bp = Blueprint("quotations", __name__, url_prefix="/dokumente/<code>/zitat")


@bp.get("/<passage>")
def quotation(code: str, passage: str) -> str:
    """Show a passage of a document, or of the version ``?fassung=`` names, as it is quoted."""
    described = described_or_404(code)
    version = chosen_version(code, request.args.get("fassung", str(described.version)))
    own = next((each for each in passages_of(described, version) if each.id == passage), None) or abort(404)
    old = version.number if version.number != described.version else None
    address = url_for("documents.document", code=code, fassung=old, _anchor=own.id, _external=True)
    return render_template(
        "documents/quotation.html", document=described, passage=own, old=old, quotation=quoted(described, own, address)
    )
