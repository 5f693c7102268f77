"""The timeline of the meetings."""

from flask import Blueprint, render_template, request

from webui.holdings import tally
from webui.services import services
from webui.timeline import QUARTERS, years

bp = Blueprint("timeline", __name__, url_prefix="/treffen")


@bp.get("/zeitleiste")
def index() -> str:
    """Show when which meetings were held, all of them or those of ``?art=``, a kind by its key."""
    archive = services().archive
    kinds = archive.vocabularies.meeting_kinds()
    kind = next((each for each in kinds if each.key == request.args.get("art")), None)
    meetings = [each for each in archive.vocabularies.meetings() if kind is None or each.kind == kind.label]
    return render_template(
        "meetings/timeline.html",
        years=years(meetings),
        quarters=QUARTERS,
        kinds=kinds,
        kind=kind,
        counts=tally().meetings,
    )
