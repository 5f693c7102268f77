"""What the archive proposes became of decisions and tasks, in one place, for the coordination to decide."""

from flask import Blueprint, render_template, request

from archive.follow_ups import Verdict
from webui.open_proposals import open_proposals

bp = Blueprint("proposals", __name__, url_prefix="/verwaltung/was-wurde-daraus")


@bp.get("")
def index() -> str:
    """Show the proposals nobody has decided on, those for the most recent meetings first."""
    found = open_proposals(request.args.get("ab", ""))
    return render_template(
        "agreements/proposals.html",
        found=found,
        documents=found.documents,
        verdicts=[each for each in Verdict if each is not Verdict.UNRELATED],
        since=request.args.get("ab", ""),
        saved=request.args.get("gespeichert", ""),
    )
