"""Whether the server lives, and whether it can answer."""

from flask import Blueprint, Response, jsonify

from webui.services import services

bp = Blueprint("health", __name__, url_prefix="/health")


@bp.get("/live")
def live() -> Response:
    """Say that the process answers."""
    return jsonify(status="ok")


@bp.get("/ready")
def ready() -> tuple[Response, int]:
    """Say whether searches are answered; 503 while they are not."""
    if services().searcher.view() is not None:
        return jsonify(status="ok"), 200
    return jsonify(status="starting"), 503
